package org.ronde.challenges;

import org.ronde.points.ValidationLevel;

/** The kinds of challenges, and what differs between them. */
public enum Kind {
  /** One dares one: both do it, each believes the other. */
  DUEL,
  /** An open call: whoever may see it may join. */
  OPEN,
  /** All add up to one target. */
  GROUP,
  /** So many days or weeks in a row, each with its own proof. */
  STREAK,
  /** The one who did it names the next. */
  CHAIN,
  /** Against one’s own best. */
  SELF;

  /** Whether the author is one of those who do it. */
  boolean authorTakesPart() {
    return switch (this) {
      case DUEL, GROUP, STREAK, CHAIN, SELF -> true;
      case OPEN -> false;
    };
  }

  /** Whether other people than those named may join. */
  boolean joinable(Audience audience) {
    return audience != Audience.INVITED && (this == OPEN || this == GROUP || this == STREAK);
  }

  /** Whether who is invited may ask for other terms. */
  boolean negotiable() {
    return this == DUEL || this == OPEN || this == STREAK;
  }

  /** Who has to believe it, unless the author says otherwise. */
  ValidationLevel usualLevel() {
    return switch (this) {
      case DUEL, OPEN, GROUP, CHAIN -> ValidationLevel.OPPONENT;
      case STREAK, SELF -> ValidationLevel.SELF;
    };
  }

  /** Who may see and join a challenge. */
  public enum Audience {
    /** Those named, and nobody else. */
    INVITED,
    FRIENDS,
    /** The people of the author’s company. */
    COLLEAGUES,
    /** Every member. */
    EVERYBODY
  }
}
