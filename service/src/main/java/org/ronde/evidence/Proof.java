package org.ronde.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.FileId;
import org.ronde.ids.MemberId;
import org.ronde.ids.Subject;

/**
 * A proof as one reader may see it.
 *
 * @param subject what it proves
 * @param measure in the activity's unit, or null when it measures nothing
 * @param place code of a town, or empty
 * @param takenAt when it was done, by its owner's word
 * @param sentAt when it arrived here
 * @param items what this reader may see; others are left out
 * @param withheld how many items are left out until people in them agree
 * @param hidden true when a report was upheld: only its owner and operators still see it
 * @param mine true when the reader is its owner
 */
public record Proof(
    EvidenceId id,
    Subject subject,
    MemberId owner,
    String text,
    @Nullable BigDecimal measure,
    String place,
    Instant takenAt,
    Instant sentAt,
    Audience audience,
    List<Item> items,
    int withheld,
    boolean hidden,
    boolean mine) {
  public Proof {
    items = List.copyOf(items);
  }

  /**
   * A picture, film or track of a proof.
   *
   * @param altText what it shows, for who cannot see it; may be empty until more than its parties
   *     may see it
   * @param width of the large picture in pixels, or 0
   * @param seconds how long the film or the way lasts, or 0
   * @param metres how long the way is, or 0
   * @param drawing the way as an SVG path within 320 × 200, or empty
   * @param poster whether a film has a picture to begin with
   * @param blurred whether this reader gets somebody in it blurred
   */
  public record Item(
      FileId id,
      Kind kind,
      String altText,
      int width,
      int height,
      int seconds,
      int metres,
      String drawing,
      boolean poster,
      boolean blurred) {}

  /** What an item is. */
  public enum Kind {
    PHOTO,
    VIDEO,
    TRACK
  }

  /** Some proofs, newest first, and whether there are more. */
  public record Page(List<Proof> proofs, int current, boolean more) {
    public Page {
      proofs = List.copyOf(proofs);
    }
  }
}
