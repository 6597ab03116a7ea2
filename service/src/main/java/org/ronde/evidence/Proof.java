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
    List<Item> items) {

  /** A picture, film or track of a proof. */
  public record Item(FileId id, Kind kind, String altText) {}

  /** What an item is. */
  public enum Kind {
    PHOTO,
    VIDEO,
    TRACK
  }
}
