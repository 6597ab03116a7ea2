package org.ronde.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Formats FRENCH = new Formats(Words.FRENCH, PARIS);
  private static final Formats ENGLISH = new Formats(Words.ENGLISH, PARIS);
  private static final Instant EVENING = Instant.parse("2026-11-24T17:00:00Z");

  @Test
  void saysATimeInTheZoneOfTheInstance() {
    assertThat(plain(ENGLISH.dateTime(EVENING))).isEqualTo("Tuesday 24 November 2026 at 18:00");
    assertThat(plain(ENGLISH.date(EVENING))).isEqualTo("24 November 2026");
    assertThat(plain(FRENCH.date(LocalDate.of(2026, 11, 24)))).isEqualTo("24 novembre 2026");
  }

  @Test
  void breaksNoLineAfterADayOrWithinATime() {
    assertThat(FRENCH.dateTime(EVENING))
        .isEqualTo("mardi 24\u00a0novembre 2026 à\u00a018\u00a0h\u00a000");
  }

  @Test
  void countsTheFirstDayOfAMonthInFrench() {
    assertThat(plain(FRENCH.date(LocalDate.of(2026, 12, 1)))).isEqualTo("1er décembre 2026");
    assertThat(plain(FRENCH.dateTime(Instant.parse("2026-12-01T09:45:00Z"))))
        .isEqualTo("mardi 1er décembre 2026 à 10 h 45");
    assertThat(plain(ENGLISH.date(LocalDate.of(2026, 12, 1)))).isEqualTo("1 December 2026");
  }

  private static String plain(String text) {
    return text.replaceAll("[\u00a0\u202f]", " ");
  }

  @Test
  void leavesWholeEurosWithoutCents() {
    assertThat(ENGLISH.euros(600_000)).isEqualTo("€6,000");
    assertThat(ENGLISH.euros(600_050)).isEqualTo("€6,000.50");
  }

  @ParameterizedTest
  @CsvSource({
    "PT15M, 15 minutes, 15 minutes",
    "P1D, 1 jour, 1 day",
    "P7D, 7 jours, 7 days",
    "PT90M, 1 heure et 30 minutes, '1 hour, 30 minutes'",
    "PT2.5S, 2 secondes, 2 seconds"
  })
  void saysHowLongAsPeopleDo(Duration duration, String french, String english) {
    assertThat(plain(FRENCH.duration(duration))).isEqualTo(french);
    assertThat(ENGLISH.duration(duration)).isEqualTo(english);
  }
}
