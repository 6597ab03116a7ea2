package org.ronde.members;

import org.jspecify.annotations.Nullable;
import org.ronde.ids.InvitationId;
import org.ronde.ids.MemberId;

/**
 * A link that was sent: what it is good for, and whom or what it is about.
 *
 * @param intoId of a merge, the account that goes on; {@code memberId} is the one that ends
 * @param nextPath where its reader wanted to go, or empty
 */
public record Link(
    Purpose purpose,
    @Nullable MemberId memberId,
    @Nullable MemberId intoId,
    @Nullable SignUpId signUpId,
    @Nullable InvitationId invitationId,
    String nextPath) {
  /** What a link is good for, once. */
  public enum Purpose {
    CONFIRM,
    SIGN_IN,
    RESET,
    /** Joins the account of the mailbox it was sent to to another of the same person. */
    MERGE,
    INVITE,
    FIRST_OPERATOR
  }
}
