package org.ronde.matching;

import java.time.LocalDate;

/**
 * What a company would give: up to {@code quantity} units, in multiples of {@code quantityStep}.
 *
 * @param unit the unit it counts in; offers and needs meet only in the same unit
 * @param unitValueCents what one unit is worth, in euro cents excl. VAT
 * @param lastDay the last day on which it may still be agreed
 */
public record Offer(
    String id,
    String companyId,
    String category,
    String unit,
    long quantity,
    long quantityStep,
    long unitValueCents,
    Place place,
    Reach reach,
    LocalDate lastDay) {
  public Offer {
    Checks.word("offer id", id);
    Checks.word("companyId", companyId);
    Checks.word("category", category);
    Checks.word("unit", unit);
    Checks.amounts(quantity, quantityStep, unitValueCents);
  }
}
