package org.ronde.challenges;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ronde.activities.Activity;
import org.ronde.ids.ActivityId;
import org.ronde.ids.AttemptId;
import org.ronde.ids.MemberId;
import org.ronde.points.ValidationLevel;

class MeritTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final ActivityId RUNNING = new ActivityId(new UUID(1, 1));
  private static final ActivityId CHESS = new ActivityId(new UUID(1, 2));
  private static final MemberId ANNE = new MemberId(new UUID(2, 1));
  private static final Instant MONDAY = Instant.parse("2026-11-16T10:00:00Z");

  private static Merit.Done done(
      int number, ActivityId activity, @Nullable MemberId met, String measure, int days) {
    return new Merit.Done(
        new AttemptId(new UUID(3, number)),
        activity,
        met,
        measure.isEmpty() ? null : new BigDecimal(measure),
        true,
        MONDAY.plusSeconds(days * 86_400L),
        PARIS,
        null);
  }

  @Test
  void ordersActsByWhenTheyWereDone() {
    List<Merit.Done> acts =
        List.of(
            done(3, RUNNING, ANNE, "7000", 15),
            done(1, RUNNING, ANNE, "5000", 0),
            done(2, RUNNING, null, "4000", 8));

    Map<AttemptId, Merit> merits = Merit.of(acts);

    assertThat(merits.get(acts.get(1).attempt())).isEqualTo(new Merit(true, true, false, 0));
    assertThat(merits.get(acts.get(2).attempt())).isEqualTo(new Merit(false, false, false, 1));
    assertThat(merits.get(acts.get(0).attempt())).isEqualTo(new Merit(false, false, true, 2));
  }

  @Test
  void givesTheSameWhateverTheOrderOfArrival() {
    List<Merit.Done> acts = new ArrayList<>();
    Random chance = new Random(36);
    for (int i = 0; i < 40; i++) {
      acts.add(
          done(
              i,
              chance.nextBoolean() ? RUNNING : CHESS,
              chance.nextInt(3) == 0 ? null : new MemberId(new UUID(2, chance.nextInt(6))),
              String.valueOf(1 + chance.nextInt(9)),
              chance.nextInt(60)));
    }
    Map<AttemptId, Merit> expected = Merit.of(acts);

    for (int i = 0; i < 200; i++) {
      Collections.shuffle(acts, chance);
      assertThat(Merit.of(acts)).isEqualTo(expected);
    }
  }

  @Test
  void givesNothingTwiceThatSomethingFinalTook() {
    Merit.Done late = done(1, RUNNING, ANNE, "", 0);
    Merit.Done settled =
        new Merit.Done(
            new AttemptId(new UUID(3, 2)),
            RUNNING,
            ANNE,
            null,
            true,
            MONDAY.plusSeconds(86_400),
            PARIS,
            new Merit(true, true, false, 0));

    Map<AttemptId, Merit> merits = Merit.of(List.of(late, settled));

    assertThat(merits.get(late.attempt())).isEqualTo(new Merit(false, false, false, 0));
    assertThat(merits.get(settled.attempt())).isEqualTo(settled.settled());
  }

  // Winners

  static Terms terms(@Nullable Integer winnersMax, @Nullable String minimum) {
    return new Terms(
        "Run",
        "",
        Activity.Measure.DISTANCE,
        true,
        null,
        minimum == null ? null : new BigDecimal(minimum),
        MONDAY,
        MONDAY.plusSeconds(7 * 86_400L),
        PARIS,
        24,
        ValidationLevel.OPPONENT,
        null,
        1,
        Terms.Rhythm.DAY,
        7,
        winnersMax,
        null,
        java.util.Set.of());
  }

  private static Winners.Done ran(int number, String metres, int hours) {
    return new Winners.Done(
        new AttemptId(new UUID(3, number)),
        metres.isEmpty() ? null : new BigDecimal(metres),
        MONDAY.plusSeconds(hours * 3600L));
  }

  private static List<Long> numbers(List<AttemptId> winners) {
    return winners.stream().map(id -> id.value().getLeastSignificantBits()).toList();
  }

  @Test
  void letsNobodyWinWithNothing() {
    assertThat(Winners.of(terms(1, null), List.of(ran(1, "0", 1), ran(2, "0", 2)))).isEmpty();
    assertThat(Winners.of(terms(1, "1000"), List.of(ran(1, "999", 1), ran(2, "0", 2)))).isEmpty();
  }

  @Test
  void namesAsManyWinnersAsThereArePlacesOrAll() {
    List<Winners.Done> all = List.of(ran(1, "10", 3), ran(2, "30", 2), ran(3, "20", 1));

    assertThat(numbers(Winners.of(terms(null, null), all))).containsExactly(2L, 3L, 1L);
    assertThat(numbers(Winners.of(terms(1, null), all))).containsExactly(2L);
    assertThat(numbers(Winners.of(terms(2, null), all))).containsExactly(2L, 3L);
    assertThat(numbers(Winners.of(terms(9, null), all))).hasSize(3);
  }

  @Test
  void sharesAPlaceAmongEqualsWhoeverCameFirst() {
    List<Winners.Done> one = List.of(ran(1, "10", 3), ran(2, "10", 1), ran(3, "5", 2));
    List<Winners.Done> other = List.of(ran(3, "5", 2), ran(2, "10", 1), ran(1, "10", 3));

    assertThat(numbers(Winners.of(terms(1, null), one)))
        .isEqualTo(numbers(Winners.of(terms(1, null), other)))
        .containsExactly(1L, 2L);
  }

  // Terms

  @Test
  void hashesTheSameTermsTheSameAndOthersOtherwise() {
    Terms terms = terms(3, "2.50");

    assertThat(Terms.parse(terms.canonical())).isEqualTo(terms);
    assertThat(terms.hash()).isEqualTo(terms(3, "2.5").hash()).hasSize(64);
    assertThat(terms.hash()).isNotEqualTo(terms(2, "2.5").hash());
    assertThat(terms.canonical())
        .startsWith("{\"details\":\"\",\"endsAt\":\"2026-11-23T10:00:00Z\"");
  }

  @Test
  void coversTheStartAndNotTheEnd() {
    Terms terms = terms(null, null);

    assertThat(terms.covers(terms.startsAt())).isTrue();
    assertThat(terms.covers(terms.startsAt().minusNanos(1000))).isFalse();
    assertThat(terms.covers(terms.endsAt().minusNanos(1000))).isTrue();
    assertThat(terms.covers(terms.endsAt())).isFalse();
  }

  @Test
  void countsDaysByTheZoneAlsoWhenTheClocksChange() {
    Terms autumn =
        new Terms(
            "Walk",
            "",
            Activity.Measure.NONE,
            true,
            null,
            null,
            Instant.parse("2026-10-23T22:00:00Z"),
            Instant.parse("2026-10-30T23:00:00Z"),
            PARIS,
            24,
            ValidationLevel.SELF,
            null,
            3,
            Terms.Rhythm.DAY,
            7,
            null,
            null,
            java.util.Set.of());

    // The 25th has 25 hours: 00:30 of the 26th is 23:30 by universal time.
    assertThat(autumn.slot(Instant.parse("2026-10-24T21:59:59Z"))).isZero();
    assertThat(autumn.slot(Instant.parse("2026-10-25T22:59:59Z"))).isEqualTo(1);
    assertThat(autumn.slot(Instant.parse("2026-10-25T23:00:00Z"))).isEqualTo(2);
    assertThat(autumn.slotEnd(1)).isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
  }
}
