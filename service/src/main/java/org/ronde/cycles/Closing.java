package org.ronde.cycles;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** When a company is closed: weekdays, and days in a row such as the weeks of August. */
public record Closing(Set<DayOfWeek> weekdays, List<Period> periods) {
  /** Weekdays one may close on; week-ends are never working days. */
  public static final Set<DayOfWeek> WORKING_WEEK =
      Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

  /** Days in a row, both included. */
  public record Period(UUID id, LocalDate firstDay, LocalDate lastDay) {
    boolean holds(LocalDate day) {
      return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
  }

  public Closing {
    weekdays = Set.copyOf(weekdays);
    periods = List.copyOf(periods);
  }

  boolean on(LocalDate day) {
    return weekdays.contains(day.getDayOfWeek())
        || periods.stream().anyMatch(period -> period.holds(day));
  }
}
