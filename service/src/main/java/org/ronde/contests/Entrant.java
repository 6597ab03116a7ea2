package org.ronde.contests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ContestId;
import org.ronde.ids.MemberId;

/**
 * Somebody who takes part.
 *
 * @param memberId null once the member was erased
 * @param zone locked at entry
 * @param shown by name on the board
 */
public record Entrant(
    EntrantId entrantId,
    ContestId contestId,
    @Nullable MemberId memberId,
    String pseudonym,
    @Nullable CompanyId companyId,
    String zone,
    boolean shown,
    Instant enteredAt,
    @Nullable Instant withdrawnAt,
    @Nullable Instant struckAt,
    @Nullable String struckReason) {

  /** Whether they still take part. */
  public boolean active() {
    return withdrawnAt == null && struckAt == null;
  }
}
