package org.ronde.cycles;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** The eleven public holidays of France (art. L3133-1 of its Labour Code), in any year. */
final class Holidays {
  private static final Set<MonthDay> FIXED =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(5, 8),
          MonthDay.of(7, 14),
          MonthDay.of(8, 15),
          MonthDay.of(11, 1),
          MonthDay.of(11, 11),
          MonthDay.of(12, 25));

  private Holidays() {}

  static boolean on(LocalDate day) {
    if (FIXED.contains(MonthDay.from(day))) {
      return true;
    }
    var easter = easter(day.getYear());
    return day.equals(easter.plusDays(1)) // Easter Monday
        || day.equals(easter.plusDays(39)) // Ascension
        || day.equals(easter.plusDays(50)); // Whit Monday
  }

  /** Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher). */
  static LocalDate easter(int year) {
    int golden = year % 19;
    int century = year / 100;
    int ofCentury = year % 100;
    int epact =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
    int correction = (golden + 11 * epact + 22 * weekday) / 451;
    int day = epact + weekday - 7 * correction + 114;
    return LocalDate.of(year, day / 31, day % 31 + 1);
  }
}
