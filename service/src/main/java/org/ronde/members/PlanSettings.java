package org.ronde.members;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.ronde.money.Money;

/**
 * The premium plan as this instance sells it.
 *
 * @param priceCents the fee for one term in cents, excluding VAT (default 23500)
 * @param vatPermille VAT on the fee in thousandths (default 200: 20 %)
 * @param payee who is paid and how, in words shown beside an order
 * @param days how many days one term lasts (default 365)
 * @param firstCycleFree whether a company's first cycle needs no plan; nobody pays (default false)
 */
public record PlanSettings(
    @Min(0) @Max(100_000_000) long priceCents,
    @Min(0) @Max(1000) int vatPermille,
    @NotBlank String payee,
    @Min(1) @Max(3660) int days,
    boolean firstCycleFree) {
  /** What {@code config.yml} says when it is not changed. */
  public static PlanSettings defaults() {
    return new PlanSettings(23_500, 200, "Ronde", 365, false);
  }

  public Money price() {
    return Money.euros(priceCents);
  }

  /** The fee with VAT, half a cent rounded up. */
  public Money priceWithVat() {
    return Money.euros(withVat(priceCents, vatPermille));
  }

  static long withVat(long cents, int permille) {
    return Math.addExact(cents, Math.addExact(Math.multiplyExact(cents, permille), 500) / 1000);
  }
}
