package org.ronde.listings;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronde.money.Money;

/**
 * Reads amounts and whole numbers the way people type them, in French or in English: {@code 50},
 * {@code 50,00}, {@code 50.00}, {@code 1 234,50 €}, {@code €1,234.50}.
 *
 * <p>The last comma or point is the decimal one when one or two digits follow it; with three it
 * parts the thousands, because money has no third decimal.
 */
final class TypedAmounts {
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f\\u2009'’]+");
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(\\d+|[1-9]\\d{0,2}(?:,\\d{3})+|[1-9]\\d{0,2}(?:\\.\\d{3})+)(?:[.,](\\d{1,2}))?");
  private static final Pattern EURO = Pattern.compile("^€|€$|^EUR|EUR$|euros?$");
  private static final int DIGITS_MAX = 12;

  private TypedAmounts() {}

  /** The amount in euros, or nothing when it is none; never below zero. */
  static Optional<Money> findMoney(String typed) {
    String text = EURO.matcher(SPACES.matcher(typed).replaceAll("")).replaceFirst("");
    Matcher matcher = AMOUNT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String whole = matcher.group(1).replaceAll("[.,]", "");
    String decimals = matcher.group(2) == null ? "" : matcher.group(2);
    // The same sign cannot part thousands and decimals: 1,234,50 is a slip of the hand.
    boolean thousands = whole.length() != matcher.group(1).length();
    if (whole.length() > DIGITS_MAX
        || (thousands
            && !decimals.isEmpty()
            && matcher.group(1).indexOf(text.charAt(matcher.end(1))) >= 0)) {
      return Optional.empty();
    }
    return Optional.of(Money.euros(Long.parseLong(whole + (decimals + "00").substring(0, 2))));
  }

  /** The whole number, or nothing when it is none; never below zero. */
  static OptionalLong findWhole(String typed) {
    String text = SPACES.matcher(typed).replaceAll("");
    return text.matches("\\d{1,%d}".formatted(DIGITS_MAX))
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }
}
