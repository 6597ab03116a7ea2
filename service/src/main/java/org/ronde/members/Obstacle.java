package org.ronde.members;

/**
 * Something that has to end before two accounts can become one.
 *
 * @param title of the challenge, contest or dispute; empty for an operator's account
 * @param path where it is, for the account that may see it; empty likewise
 */
public record Obstacle(Kind kind, String title, String path) {
  /** Why the two cannot be one yet. */
  public enum Kind {
    /** One of the two looks after this instance: that is a trust in one account alone. */
    OPERATOR,
    /** Both are in a challenge that is not over. */
    SHARED_CHALLENGE,
    /** The account that would end is the referee of a challenge that is not over. */
    REFEREE,
    /** It believed a proof that waits for somebody else's word as well. */
    WITNESS,
    /** One of the two is in a contest whose board is frozen or whose result is not out. */
    CONTEST,
    /** The account that would end has won a prize that it does not have yet. */
    PRIZE,
    /** The two are the parties of an open dispute. */
    DISPUTE
  }
}
