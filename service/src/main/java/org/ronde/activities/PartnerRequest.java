package org.ronde.activities;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.MemberId;
import org.ronde.ids.PartnerRequestId;

/**
 * One member asks another to play. The two see each other's names and words, nothing else.
 *
 * @param word what the asker wrote, may be empty
 * @param answer what the other wrote back, empty or null when nothing
 */
public record PartnerRequest(
    PartnerRequestId id,
    MemberId asker,
    String askerName,
    MemberId asked,
    String askedName,
    Activity activity,
    String word,
    State state,
    @Nullable String answer,
    Instant askedAt,
    @Nullable Instant answeredAt) {
  /** What became of it. */
  public enum State {
    WAITING,
    ACCEPTED,
    DECLINED
  }
}
