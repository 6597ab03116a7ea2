package org.ronde.cycles;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What makes two cycles the same to those who are asked: the same listings in the same revisions,
 * wherever the ring is cut open. Quantities are left out, so that a refused cycle does not come
 * back a step smaller.
 */
final class CycleKey {
  private CycleKey() {}

  static String of(List<Cycle.Leg> legs) {
    return hash(
        legs.stream()
            .map(
                leg ->
                    leg.offerId()
                        + "@"
                        + leg.offerRevision()
                        + ">"
                        + leg.needId()
                        + "@"
                        + leg.needRevision())
            .sorted()
            .toList());
  }

  /** SHA-256 of lines, in hexadecimal. */
  static String hash(List<String> lines) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var line : lines) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
