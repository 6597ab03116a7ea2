package org.ronde.matching;

/** A leg that could be: this offer could meet this need. */
public record Arc(String offerId, String needId, ArcKind kind) {
  public Arc {
    Checks.word("offerId", offerId);
    Checks.word("needId", needId);
  }
}
