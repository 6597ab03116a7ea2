package org.ronde.money;

import java.util.Objects;

/**
 * An amount in whole cents of one currency. Whether VAT is in it is said by the name of whatever
 * holds it; all amounts of the barter half are excluding VAT.
 *
 * <p>Sums overflow with an {@link ArithmeticException}, never silently.
 */
public record Money(long amountCents, String currency) implements Comparable<Money> {
  public static final String EUR = "EUR";

  public Money {
    Objects.requireNonNull(currency);
    if (currency.length() != 3) {
      throw new IllegalArgumentException(
          "'%s' is no currency: three letters are wanted, like EUR.".formatted(currency));
    }
  }

  public static Money euros(long amountCents) {
    return new Money(amountCents, EUR);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(amountCents, sameCurrency(other).amountCents), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(amountCents, sameCurrency(other).amountCents), currency);
  }

  public Money times(long quantity) {
    return new Money(Math.multiplyExact(amountCents, quantity), currency);
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(amountCents, sameCurrency(other).amountCents);
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "%s and %s do not add up.".formatted(currency, other.currency));
    }
    return other;
  }
}
