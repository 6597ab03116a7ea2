package org.ronde.matching;

/** Cash from the receiver of a leg to its giver, which evens the values of a cycle. */
public record TopUp(String payerId, String payeeId, long amountCents) {
  public TopUp {
    Checks.require(!payerId.equals(payeeId), "%s would pay itself", payerId);
    Checks.positive("amountCents", amountCents);
  }
}
