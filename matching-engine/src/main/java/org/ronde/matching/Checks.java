package org.ronde.matching;

import org.jspecify.annotations.Nullable;

/**
 * What the records of this room demand of their parts; the message names the value it choked on.
 */
final class Checks {
  /** No listing is worth more, in cents; sums over a market then stay inside a long. */
  static final long VALUE_MAX_CENTS = 10_000_000_000_000L;

  private Checks() {}

  static void word(String name, String value) {
    require(!value.isBlank(), "%s is empty", name);
  }

  static void positive(String name, long value) {
    require(value > 0, "%s is %d, must be above 0", name, value);
  }

  static void notNegative(String name, long value) {
    require(value >= 0, "%s is %d, must not be below 0", name, value);
  }

  static void between(String name, long value, long lowest, long highest) {
    require(
        value >= lowest && value <= highest,
        "%s is %d, must lie between %d and %d",
        name,
        value,
        lowest,
        highest);
  }

  /** Holds quantity, step and unit value of one listing to their ranges. */
  static void amounts(long quantity, long quantityStep, long unitValueCents) {
    positive("quantity", quantity);
    positive("quantityStep", quantityStep);
    positive("unit value in cents", unitValueCents);
    require(
        quantity >= quantityStep,
        "quantity is %d, less than one step of %d",
        quantity,
        quantityStep);
    require(
        quantity <= VALUE_MAX_CENTS / unitValueCents,
        "quantity %d at %d cents is worth more than %d cents",
        quantity,
        unitValueCents,
        VALUE_MAX_CENTS);
  }

  static void require(boolean holds, String message, @Nullable Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(String.format(message, values));
    }
  }
}
