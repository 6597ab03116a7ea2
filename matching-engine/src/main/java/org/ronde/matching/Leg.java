package org.ronde.matching;

/**
 * One giver, one receiver, one quantity, in a cycle that was found.
 *
 * @param valueCents quantity times the offer's unit value, excl. VAT
 */
public record Leg(
    String offerId,
    String needId,
    String giverId,
    String receiverId,
    long quantity,
    long valueCents) {
  public Leg {
    Checks.word("offerId", offerId);
    Checks.word("needId", needId);
    Checks.require(!giverId.equals(receiverId), "%s would give to itself", giverId);
    Checks.positive("quantity", quantity);
    Checks.positive("valueCents", valueCents);
  }
}
