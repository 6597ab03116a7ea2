package org.ronde.activities;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ronde.activities.Meadow.slots;
import static org.ronde.activities.Slots.Part.AFTERNOON;
import static org.ronde.activities.Slots.Part.EVENING;
import static org.ronde.activities.Slots.Part.MIDDAY;
import static org.ronde.activities.Slots.Part.MORNING;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.ronde.activities.Slots.Slot;

class SlotsTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant WINTER = Instant.parse("2026-11-22T12:00:00Z");
  private static final Slots THURSDAY_EVENING = slots(new Slot(THURSDAY, EVENING));

  private static Slots seen(Slots slots, String there, Instant from) {
    return slots.seenFrom(PARIS, ZoneId.of(there), from);
  }

  @Test
  void staysTheSameWhereClocksAgree() {
    assertThat(seen(THURSDAY_EVENING, "Europe/Paris", WINTER)).isEqualTo(THURSDAY_EVENING);
    assertThat(seen(THURSDAY_EVENING, "Europe/Rome", WINTER)).isEqualTo(THURSDAY_EVENING);
  }

  @Test
  void isAnotherPartOfTheDayFarAway() {
    // 18 to 22 in Paris is 12 to 16 in Montréal, and 2 to 6 on Friday in Tokyo: nobody plays.
    assertThat(seen(THURSDAY_EVENING, "America/Toronto", WINTER).list())
        .containsExactly(new Slot(THURSDAY, MIDDAY), new Slot(THURSDAY, AFTERNOON));
    assertThat(seen(THURSDAY_EVENING, "Asia/Tokyo", WINTER)).isEqualTo(Slots.NONE);
  }

  @Test
  void isAnotherDayAcrossTheDateLine() {
    Slots sundayEvening = slots(new Slot(SUNDAY, EVENING));

    // 18 to 22 in Paris is 7 to 11 on Monday in Kiritimati, 14 hours before UTC.
    assertThat(seen(sundayEvening, "Pacific/Kiritimati", WINTER).list())
        .containsExactly(new Slot(MONDAY, MORNING));
  }

  @Test
  void followsTheClocksOfTheWeekToCome() {
    // Summer time ends in Paris on 25 October 2026 and in Montréal a week later: 5 hours between.
    Instant between = Instant.parse("2026-10-26T12:00:00Z");

    assertThat(seen(THURSDAY_EVENING, "America/Toronto", between).list())
        .containsExactly(new Slot(THURSDAY, MIDDAY), new Slot(THURSDAY, AFTERNOON));
    assertThat(seen(slots(new Slot(THURSDAY, MIDDAY)), "America/Toronto", between).list())
        .containsExactly(new Slot(THURSDAY, MORNING));
  }

  @Test
  void needsAnHourTogether() {
    Slots midday = slots(new Slot(THURSDAY, MIDDAY));

    // 12 to 14 in Paris is 16.30 to 18.30 in Kolkata: half an hour of the evening is too little.
    assertThat(seen(midday, "Asia/Kolkata", WINTER).list())
        .containsExactly(new Slot(THURSDAY, AFTERNOON));
  }

  @Test
  void keepsEverySlotOfAWeek() {
    for (Slot slot : Slots.all()) {
      assertThat(new Slots(slots(slot).mask()).list()).containsExactly(slot);
    }
    assertThat(Slots.of(Slots.all()).mask()).isEqualTo(Slots.MASK_MAX);
    assertThatThrownBy(() -> new Slots(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
