package org.ronde.cycles;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.ronde.ids.CompanyId;

/**
 * Until when the companies of a cycle may answer: a number of days that are working days for all of
 * them, counted from the day after the proposal, until a fixed hour.
 */
public final class Deadlines {
  private final ClosingDays closingDays;
  private final CycleSettings settings;
  private final ZoneId zone;

  public Deadlines(ClosingDays closingDays, CycleSettings settings, ZoneId zone) {
    this.closingDays = closingDays;
    this.settings = settings;
    this.zone = zone;
  }

  /** The deadline of a cycle proposed now to these companies. */
  Instant deadline(Instant proposedAt, Collection<CompanyId> companies) {
    var window = settings.decisionWindow();
    if (window != null) {
      return proposedAt.plus(window);
    }
    var first = proposedAt.atZone(zone).toLocalDate();
    var day = lastDay(first, settings, closingDays.closings(companies));
    return day.atTime(settings.decisionHour(), 0).atZone(zone).toInstant();
  }

  static LocalDate lastDay(LocalDate proposedOn, CycleSettings settings, List<Closing> closings) {
    var latest = proposedOn.plusDays(settings.decisionDaysMax());
    var day = proposedOn;
    for (int left = settings.decisionWorkingDays(); left > 0 && day.isBefore(latest); ) {
      day = day.plusDays(1);
      if (works(day, closings)) {
        left--;
      }
    }
    return day;
  }

  private static boolean works(LocalDate day, List<Closing> closings) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !Holidays.on(day)
        && closings.stream().noneMatch(closing -> closing.on(day));
  }
}
