package org.ronde.members;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;
import org.ronde.ids.CycleId;
import org.ronde.ids.OrderId;

/**
 * An order of the premium plan, at the price of its day.
 *
 * @param cycleId the cycle that must lock for the order to count; null for an order without one
 * @param priceCents the fee excluding VAT
 * @param fromDay the first day of the plan, null until it starts
 * @param untilDay its last day
 */
public record PlanOrder(
    OrderId id,
    CompanyId companyId,
    String companyName,
    @Nullable CycleId cycleId,
    State state,
    long priceCents,
    int vatPermille,
    @Nullable LocalDate fromDay,
    @Nullable LocalDate untilDay,
    Instant orderedAt,
    @Nullable Instant closedAt) {
  /**
   * CONDITIONAL: waits for its cycle. DUE: the plan runs, the fee is owed. PAID: the fee came.
   * VOID: nothing runs, nothing is owed.
   */
  public enum State {
    CONDITIONAL,
    DUE,
    PAID,
    VOID;

    static Optional<State> find(String name) {
      return Arrays.stream(values()).filter(state -> state.name().equals(name)).findFirst();
    }
  }

  public long priceWithVatCents() {
    return PlanSettings.withVat(priceCents, vatPermille);
  }
}
