package org.ronde.challenges;

/** What the description of the API says of this room’s refusals. */
final class Answered {
  static final String NOT_FOUND = "not-found: there is none, or I may not see it";
  static final String INVALID = "invalid: a fault for each field that does not fit";
  static final String STATE = "attempt-state or challenge-state: not now";
  static final String NOT_MINE = "not-your-call: I am not asked about this one";

  private Answered() {}
}
