package org.ronde.exchanges;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * The keys {@code exchanges.*} of the configuration.
 *
 * @param legDueDays by how many days after the agreement each company delivers; 30 by default
 * @param reminderDays how many days before that a giver who has not sent is reminded; 3 by default
 * @param pageSize how many exchanges one page shows; 20 by default
 */
public record ExchangeSettings(
    @Min(1) @Max(365) int legDueDays,
    @Min(0) @Max(365) int reminderDays,
    @Min(1) @Max(100) int pageSize) {
  public static ExchangeSettings standard() {
    return new ExchangeSettings(30, 3, 20);
  }
}
