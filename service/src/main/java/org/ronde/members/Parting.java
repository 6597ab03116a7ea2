package org.ronde.members;

/** What becomes of a company when one of its people leaves Ronde. */
public record Parting(String company, Outcome outcome) {
  /** The first two let the member go, the others do not. */
  public enum Outcome {
    /** Another owner is there. */
    GOES_ON,
    /** There is nobody else: it closes, and its listings are withdrawn. */
    CLOSES,
    /** There are colleagues, but no other owner. */
    NEEDS_OWNER,
    /** There is nobody else, and others still count on it. */
    BOUND
  }
}
