package org.ronde.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {
  @ParameterizedTest
  @CsvSource({
    "1961, 1961-04-02",
    "2000, 2000-04-23",
    "2008, 2008-03-23",
    "2019, 2019-04-21",
    "2024, 2024-03-31",
    "2026, 2026-04-05",
    "2027, 2027-03-28",
    "2038, 2038-04-25",
    "2049, 2049-04-18",
    "2076, 2076-04-19"
  })
  void knowsEaster(int year, LocalDate easter) {
    assertThat(Holidays.easter(year)).isEqualTo(easter);
  }

  @Test
  void knowsTheElevenHolidaysOfAYear() {
    var holidays =
        LocalDate.of(2027, 1, 1)
            .datesUntil(LocalDate.of(2028, 1, 1))
            .filter(Holidays::on)
            .map(LocalDate::toString)
            .toList();

    assertThat(holidays)
        .containsExactly(
            "2027-01-01",
            "2027-03-29",
            "2027-05-01",
            "2027-05-06",
            "2027-05-08",
            "2027-05-17",
            "2027-07-14",
            "2027-08-15",
            "2027-11-01",
            "2027-11-11",
            "2027-12-25");
  }
}
