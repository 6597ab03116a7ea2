package org.ronde.http;

import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
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

  /** {@code Tuesday 24 November 2026 at 18:00}; no line breaks after a day or within a time. */
  public String dateTime(Instant instant) {
    ZonedDateTime time = instant.atZone(zone);
    String pattern = french() ? " 'à'\u00a0H\u00a0'h'\u00a0mm" : " 'at'\u00a0HH:mm";
    return DateTimeFormatter.ofPattern("EEEE " + day(time.getDayOfMonth()) + pattern, locale)
        .format(time);
  }

  /**
   * {@code 15 minutes}, {@code 7 days}, {@code 1 hour, 30 minutes}; parts of a second are left out.
   */
  public String duration(Duration duration) {
    List<Measure> parts = new ArrayList<>();
    part(parts, duration.toDaysPart(), MeasureUnit.DAY);
    part(parts, duration.toHoursPart(), MeasureUnit.HOUR);
    part(parts, duration.toMinutesPart(), MeasureUnit.MINUTE);
    part(parts, duration.toSecondsPart(), MeasureUnit.SECOND);
    return MeasureFormat.getInstance(locale, MeasureFormat.FormatWidth.WIDE)
        .formatMeasures(parts.toArray(Measure[]::new));
  }

  private static void part(List<Measure> parts, long amount, MeasureUnit unit) {
    if (amount > 0) {
      parts.add(new Measure(amount, unit));
    }
  }

  /** {@code 24 November 2026}, from a date or an instant. */
  public String date(Temporal date) {
    LocalDate day =
        date instanceof Instant instant ? instant.atZone(zone).toLocalDate() : LocalDate.from(date);
    return DateTimeFormatter.ofPattern(day(day.getDayOfMonth()), locale).format(day);
  }

  /** French counts the first day of a month, and names the others. */
  private String day(int dayOfMonth) {
    return french() && dayOfMonth == 1 ? "d'er'\u00a0MMMM yyyy" : "d\u00a0MMMM yyyy";
  }

  private boolean french() {
    return locale.getLanguage().equals("fr");
  }
}
