package org.ronde.matching;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a company would take: up to {@code quantity} units, in multiples of {@code quantityStep}.
 *
 * @param unitValueMaxCents most it accepts to be charged per unit, in euro cents excl. VAT
 * @param lastDay the last day on which it may still be agreed
 * @param oneOfGroup needs of one company in the same group replace each other: at most one of them
 *     is met, in at most one cycle; null when the need stands alone
 */
public record Need(
    String id,
    String companyId,
    String category,
    String unit,
    long quantity,
    long quantityStep,
    long unitValueMaxCents,
    Place place,
    Reach reach,
    LocalDate lastDay,
    @Nullable String oneOfGroup) {
  public Need {
    Checks.word("need id", id);
    Checks.word("companyId", companyId);
    Checks.word("category", category);
    Checks.word("unit", unit);
    Checks.amounts(quantity, quantityStep, unitValueMaxCents);
    if (oneOfGroup != null) {
      Checks.word("oneOfGroup", oneOfGroup);
    }
  }
}
