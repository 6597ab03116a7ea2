package org.ronde.members;

import org.jspecify.annotations.Nullable;
import org.ronde.ids.InvitationId;
import org.ronde.ids.MemberId;

/**
 * A link that was sent: what it is good for, and whom or what it is about.
 *
 * @param nextPath where its reader wanted to go, or empty
 */
public record Link(
    Purpose purpose,
    @Nullable MemberId memberId,
    @Nullable SignUpId signUpId,
    @Nullable InvitationId invitationId,
    String nextPath) {
  /** What a link is good for, once. */
  public enum Purpose {
    CONFIRM,
    SIGN_IN,
    RESET,
    INVITE,
    FIRST_OPERATOR
  }
}
