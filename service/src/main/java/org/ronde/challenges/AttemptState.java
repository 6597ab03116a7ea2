package org.ronde.challenges;

import java.util.EnumSet;
import java.util.Set;

/** Where one member’s part in a challenge is, from the invitation to the last word. */
public enum AttemptState {
  /** Asked, and free to say no. */
  INVITED,
  /** Asked back for other terms; the author’s turn. */
  COUNTERED,
  REFUSED,
  /** Nobody answered in time, or the challenge was called off before anything was done. */
  LAPSED,
  /** Said yes; it has not started. */
  ACCEPTED,
  ACTIVE,
  /** The proof is in and waits for somebody to believe it. */
  SUBMITTED,
  /** Believed; the points are written and may still be questioned. */
  VALIDATED,
  /** Not yet: more proof, or the desk. */
  REJECTED,
  /** At the desk. */
  DISPUTED,
  /** Believed for good. */
  FINAL,
  /** The time was over. */
  EXPIRED,
  WITHDRAWN,
  /** Taken back by an officer. */
  REVOKED;

  /** The whole table of allowed moves. */
  public boolean mayBecome(AttemptState next) {
    return moves().contains(next);
  }

  private Set<AttemptState> moves() {
    return switch (this) {
      case INVITED -> EnumSet.of(COUNTERED, REFUSED, LAPSED, ACCEPTED);
      case COUNTERED -> EnumSet.of(INVITED, REFUSED, LAPSED, ACCEPTED);
      case ACCEPTED -> EnumSet.of(ACTIVE, LAPSED, WITHDRAWN);
      case ACTIVE -> EnumSet.of(SUBMITTED, EXPIRED, LAPSED, WITHDRAWN);
      case SUBMITTED -> EnumSet.of(VALIDATED, REJECTED, WITHDRAWN, REVOKED);
      case VALIDATED -> EnumSet.of(DISPUTED, REJECTED, FINAL, REVOKED);
      case REJECTED -> EnumSet.of(SUBMITTED, DISPUTED, VALIDATED, EXPIRED, REVOKED);
      case DISPUTED -> EnumSet.of(VALIDATED, REJECTED, FINAL, REVOKED);
      case FINAL -> EnumSet.of(REVOKED);
      case REFUSED, LAPSED, EXPIRED, WITHDRAWN, REVOKED -> EnumSet.noneOf(AttemptState.class);
    };
  }

  /** Whether the member said yes and did not leave: one of the people of the challenge. */
  public boolean takesPart() {
    return switch (this) {
      case ACCEPTED, ACTIVE, SUBMITTED, VALIDATED, REJECTED, DISPUTED, FINAL, EXPIRED -> true;
      case INVITED, COUNTERED, REFUSED, LAPSED, WITHDRAWN, REVOKED -> false;
    };
  }

  /** Whether it was done and believed. */
  public boolean counts() {
    return this == VALIDATED || this == FINAL;
  }
}
