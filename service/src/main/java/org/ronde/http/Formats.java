package org.ronde.http;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Locale;
import org.ronde.money.Money;

/**
 * Amounts and times as people of one language write them, in one time zone.
 *
 * <p>Whole euros lose their cents ({@code 6,000 €}); others show both digits. Not safe for several
 * threads: make one a request.
 */
public final class Formats {
  private final Locale locale;
  private final ZoneId zone;

  public Formats(Locale locale, ZoneId zone) {
    this.locale = Words.regional(locale);
    this.zone = zone;
  }

  public String money(Money money) {
    NumberFormat format = NumberFormat.getCurrencyInstance(ULocale.forLocale(locale));
    format.setCurrency(Currency.getInstance(money.currency()));
    boolean whole = money.amountCents() % 100 == 0;
    format.setMinimumFractionDigits(whole ? 0 : 2);
    format.setMaximumFractionDigits(2);
    return format.format(java.math.BigDecimal.valueOf(money.amountCents(), 2));
  }

  public String euros(long amountCents) {
    return money(Money.euros(amountCents));
  }

  public String number(long number) {
    return NumberFormat.getIntegerInstance(ULocale.forLocale(locale)).format(number);
  }

  /** {@code Tuesday 24 November 2026 at 18:00}. */
  public String dateTime(Instant instant) {
    boolean french = locale.getLanguage().equals("fr");
    return DateTimeFormatter.ofPattern(
            french ? "EEEE d MMMM yyyy 'à' H 'h' mm" : "EEEE d MMMM yyyy 'at' HH:mm", locale)
        .format(instant.atZone(zone));
  }

  /** {@code 24 November 2026}, from a date or an instant. */
  public String date(Temporal date) {
    LocalDate day =
        date instanceof Instant instant ? instant.atZone(zone).toLocalDate() : LocalDate.from(date);
    return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(day);
  }
}
