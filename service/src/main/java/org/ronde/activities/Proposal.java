package org.ronde.activities;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ActivityId;
import org.ronde.ids.MemberId;
import org.ronde.ids.ProposalId;

/**
 * An activity that a member would like to find in the catalogue.
 *
 * @param name in the member's language
 * @param description what one does and how one shows it
 * @param activityId what it became, when it was approved
 * @param reason why not, when it was refused
 */
public record Proposal(
    ProposalId proposalId,
    MemberId memberId,
    String name,
    String family,
    String description,
    State state,
    @Nullable ActivityId activityId,
    @Nullable String reason,
    Instant proposedAt) {
  /** What became of it. */
  public enum State {
    WAITING,
    APPROVED,
    REFUSED
  }
}
