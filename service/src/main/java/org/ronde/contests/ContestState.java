package org.ronde.contests;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a contest is in its life. The clock moves it from RULES_PUBLISHED to ENTRIES_SEALED, people
 * and the clock from there on.
 */
public enum ContestState {
  DRAFT,
  /** Rules hashed, prizes held, source of chance named; members may enter. */
  RULES_PUBLISHED,
  /** What members do counts. */
  OPEN,
  /** It still counts, and nobody sees how much any more. */
  FROZEN,
  /** Nothing done from now on counts. */
  CLOSED,
  /** Evidence, validations and disputes of what was done in time are still coming in. */
  SETTLING,
  /** The list is sealed; nobody comes onto it any more. */
  ENTRIES_SEALED,
  /** A draw has found the winners. */
  DRAWN,
  /** The order of merit has found the winners. */
  RANKED,
  /** Published, open to objections. */
  PROVISIONAL_RESULT,
  FINAL,
  /** Every prize is handed over, or carried over as the rules say. */
  PRIZES_AWARDED,
  /** Names are gone from its board. */
  ARCHIVED,
  /** Stopped for a while, to go on where it was. */
  SUSPENDED,
  /** Ended without a result; prizes are free again. */
  VOID;

  private static final Set<ContestState> STOPPABLE =
      EnumSet.of(
          RULES_PUBLISHED,
          OPEN,
          FROZEN,
          CLOSED,
          SETTLING,
          ENTRIES_SEALED,
          DRAWN,
          RANKED,
          PROVISIONAL_RESULT,
          FINAL);

  /** The whole table of allowed moves; from SUSPENDED a contest goes back where it was. */
  public boolean mayBecome(ContestState next) {
    if (next == SUSPENDED) {
      return STOPPABLE.contains(this);
    }
    if (next == VOID) {
      return this == DRAFT || this == SUSPENDED || STOPPABLE.contains(this);
    }
    return switch (this) {
      case DRAFT -> next == RULES_PUBLISHED;
      case RULES_PUBLISHED -> next == OPEN;
      case OPEN -> next == FROZEN;
      case FROZEN -> next == CLOSED;
      case CLOSED -> next == SETTLING;
      case SETTLING -> next == ENTRIES_SEALED;
      case ENTRIES_SEALED -> next == DRAWN || next == RANKED;
      case DRAWN, RANKED -> next == PROVISIONAL_RESULT;
      case PROVISIONAL_RESULT -> next == FINAL;
      case FINAL -> next == PRIZES_AWARDED;
      case PRIZES_AWARDED -> next == ARCHIVED;
      case SUSPENDED -> STOPPABLE.contains(next);
      case ARCHIVED, VOID -> false;
    };
  }

  /** Whether members may still enter. */
  public boolean entering() {
    return this == RULES_PUBLISHED || this == OPEN || this == FROZEN;
  }

  /** Whether the scoreboard stands still for everybody. */
  public boolean veiled() {
    return switch (this) {
      case FROZEN, CLOSED, SETTLING, ENTRIES_SEALED, DRAWN, RANKED -> true;
      case DRAFT,
          RULES_PUBLISHED,
          OPEN,
          PROVISIONAL_RESULT,
          FINAL,
          PRIZES_AWARDED,
          ARCHIVED,
          SUSPENDED,
          VOID ->
          false;
    };
  }

  /** Whether the list is sealed: what is told from now on stands beside the contest. */
  public boolean sealed() {
    return switch (this) {
      case ENTRIES_SEALED, DRAWN, RANKED, PROVISIONAL_RESULT, FINAL, PRIZES_AWARDED, ARCHIVED ->
          true;
      case DRAFT, RULES_PUBLISHED, OPEN, FROZEN, CLOSED, SETTLING, SUSPENDED, VOID -> false;
    };
  }

  /** Whether everybody may see the result. */
  public boolean revealed() {
    return switch (this) {
      case PROVISIONAL_RESULT, FINAL, PRIZES_AWARDED, ARCHIVED -> true;
      case DRAFT,
          RULES_PUBLISHED,
          OPEN,
          FROZEN,
          CLOSED,
          SETTLING,
          ENTRIES_SEALED,
          DRAWN,
          RANKED,
          SUSPENDED,
          VOID ->
          false;
    };
  }
}
