package org.ronde.evidence;

import java.nio.file.Path;

/**
 * An upload that was looked at and made fit to be kept: nothing is left in it but what it shows.
 */
sealed interface Medium {
  /**
   * A picture, upright.
   *
   * @param large JPEG of at most 1600 pixels a side
   * @param small JPEG of at most 480 pixels a side
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
  record Photo(byte[] large, byte[] small, int width, int height) implements Medium {}

  /** A film as it came, its metadata blanked. */
  record Film(Path content, String mediaType, int seconds) implements Medium {}

  /**
   * Where somebody went.
   *
   * @param points JSON: an array of {@code [latitude, longitude, epoch second]}
   * @param drawing an SVG path within 320 × 200
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
  record Track(byte[] points, int metres, int seconds, String drawing) implements Medium {}
}
