package org.ronde.matching;

/** A company's word on an offer for its need, given before any cycle is found. */
public record Want(String needId, String offerId, Verdict verdict) {
  public Want {
    Checks.word("needId", needId);
    Checks.word("offerId", offerId);
  }
}
