package org.ronde.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private static final CycleSettings SETTINGS = CycleSettings.standard();

  private static LocalDate lastDay(String proposedOn, Closing... closings) {
    return Deadlines.lastDay(LocalDate.parse(proposedOn), SETTINGS, List.of(closings));
  }

  private static Closing closedOn(DayOfWeek... days) {
    return new Closing(Set.of(days), List.of());
  }

  private static Closing closedFrom(String first, String last) {
    return new Closing(
        Set.of(),
        List.of(
            new Closing.Period(UUID.randomUUID(), LocalDate.parse(first), LocalDate.parse(last))));
  }

  @Test
  void givesThreeWorkingDaysAfterTheDayOfTheProposal() {
    assertThat(lastDay("2026-11-24")).isEqualTo("2026-11-27");
  }

  @Test
  void doesNotCountTheWeekEnd() {
    assertThat(lastDay("2026-11-26")).isEqualTo("2026-12-01");
    assertThat(lastDay("2026-11-28")).isEqualTo("2026-12-02");
  }

  @Test
  void doesNotCountPublicHolidays() {
    // Ascension on Thursday 6 May, then the week-end of 8 May.
    assertThat(lastDay("2027-05-05")).isEqualTo("2027-05-11");
  }

  @Test
  void doesNotCountTheClosingDaysOfAnyCompany() {
    assertThat(lastDay("2026-11-24", closedOn(DayOfWeek.WEDNESDAY), closedOn(DayOfWeek.FRIDAY)))
        .isEqualTo("2026-12-01");
    assertThat(lastDay("2026-11-24", closedFrom("2026-11-25", "2026-12-06")))
        .isEqualTo("2026-12-09");
  }

  @Test
  void endsAtTheLatestAfterThirtyDays() {
    assertThat(lastDay("2026-07-31", closedFrom("2026-08-01", "2026-09-30")))
        .isEqualTo("2026-08-30");
  }

  @Test
  void endsTooWhenCompaniesShareNoWorkingDay() {
    assertThat(
            lastDay(
                "2026-11-24",
                closedOn(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY),
                closedOn(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)))
        .isEqualTo("2026-12-24");
  }
}
