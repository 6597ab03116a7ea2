package org.ronde.challenges;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a challenge is.
 *
 * <p>{@code INVITED}: those named have not answered. {@code OPEN}: more people may join. {@code
 * RUNNING}: those who are in do it. {@code SUSPENDED}: an operator found it dangerous; every clock
 * stands still and nothing is validated.
 */
public enum ChallengeState {
  INVITED,
  OPEN,
  RUNNING,
  SUSPENDED,
  ENDED,
  CANCELLED;

  /** The whole table of allowed moves. */
  public boolean mayBecome(ChallengeState next) {
    return moves().contains(next);
  }

  private Set<ChallengeState> moves() {
    return switch (this) {
      case INVITED -> EnumSet.of(RUNNING, SUSPENDED, ENDED, CANCELLED);
      case OPEN -> EnumSet.of(RUNNING, SUSPENDED, ENDED, CANCELLED);
      case RUNNING -> EnumSet.of(SUSPENDED, ENDED, CANCELLED);
      case SUSPENDED -> EnumSet.of(INVITED, OPEN, RUNNING, ENDED, CANCELLED);
      case ENDED -> EnumSet.of(SUSPENDED);
      case CANCELLED -> EnumSet.noneOf(ChallengeState.class);
    };
  }

  /** Whether people may still answer, join and prove. */
  public boolean alive() {
    return this == INVITED || this == OPEN || this == RUNNING;
  }
}
