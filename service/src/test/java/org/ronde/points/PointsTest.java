package org.ronde.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ronde.points.Playground.MONDAY;
import static org.ronde.points.Playground.act;
import static org.ronde.points.Playground.member;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.ids.MemberId;

@Tag("database")
class PointsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Playground play = new Playground(database);
  private final MemberId anne = member();
  private final MemberId bruno = member();

  private static Instant day(int number) {
    return MONDAY.plus(Duration.ofDays(number));
  }

  private List<Entry> entries(Award award) {
    return play.points.entries(award.cause());
  }

  private int standing(Award award) {
    return entries(award).stream().mapToInt(Entry::points).sum();
  }

  @Test
  void returnsTheFirstEntryWhenAnAwardIsToldAgain() {
    Award award = act(anne).worth(35).award();
    Entry first = play.points.award(award);

    Entry again = play.points.award(award);
    Entry otherTime = play.points.award(act(anne).because(award.cause()).at(day(90)).award());

    assertThat(again).isEqualTo(first);
    assertThat(otherTime).isEqualTo(first);
    assertThat(entries(award)).containsExactly(first);
    assertThat(play.points.balance(anne)).isEqualTo(35);
  }

  @Test
  void addsNoRowForAThousandDuplicates() {
    List<Award> awards = List.of(act(anne).worth(10).award(), act(bruno).worth(20).award());
    awards.forEach(play.points::award);

    for (int i = 0; i < 500; i++) {
      awards.forEach(play.points::award);
    }

    assertThat(awards).allSatisfy(award -> assertThat(entries(award)).hasSize(1));
    play.keeper.keepUp();
    assertThat(play.verifier.verify()).isEmpty();
  }

  @Test
  void countsTheSamePairLessAndLessWithinThirtyDays() {
    for (int number = 0; number < 5; number++) {
      play.points.award(act(anne).worth(100).by(bruno).at(day(number)).award());
    }
    play.points.award(act(anne).worth(100).by(bruno).at(day(34)).award());

    assertThat(play.points.balance(anne)).isEqualTo(100 + 50 + 25 + 100);
  }

  @Test
  void countsAPairInItsOwnDirectionOnly() {
    play.points.award(act(anne).worth(100).by(bruno).award());
    play.points.award(act(bruno).worth(100).by(anne).award());

    assertThat(play.points.balance(anne)).isEqualTo(100);
    assertThat(play.points.balance(bruno)).isEqualTo(100);
  }

  @Test
  void neitherLessensWhatWitnessesSawNorLetsItLessenAnything() {
    for (int number = 0; number < 3; number++) {
      play.points.award(
          act(anne).worth(20).by(bruno).level(ValidationLevel.WITNESSES).at(day(number)).award());
    }
    Award afterwards = act(anne).worth(20).by(bruno).at(day(4)).award();

    play.points.award(afterwards);

    assertThat(play.points.balance(anne)).isEqualTo(3 * 25 + 20);
  }

  @Test
  void givesBackWhatACapTookWhenWhatFilledItIsReversed() {
    Award first = act(anne).worth(100).award();
    Award second = act(anne).worth(100).award();
    Award third = act(anne).worth(100).award();
    Award late = act(anne).worth(100).at(MONDAY.plusSeconds(60)).award();
    List.of(first, second, third, late).forEach(play.points::award);
    assertThat(standing(late)).isZero();

    play.points.reverse(second.cause(), "It was somebody else.");

    assertThat(standing(second)).isZero();
    assertThat(standing(late)).isEqualTo(100);
    assertThat(play.points.balance(anne)).isEqualTo(Scoring.V1.dayMax());
  }

  @Test
  void takesBackOnlyWhatWasGiven() {
    Award award = act(anne).worth(100).award();
    List.of(1, 2, 3).forEach(i -> play.points.award(act(anne).worth(100).award()));
    Award cut = act(anne).worth(100).at(MONDAY.plusSeconds(60)).award();
    play.points.award(cut);
    play.points.award(award);
    long before = play.points.balance(anne);

    List<Entry> reversals = play.points.reverse(cut.cause(), "");

    assertThat(reversals).singleElement().extracting(Entry::points).isEqualTo(0);
    assertThat(play.points.balance(anne)).isEqualTo(before);
  }

  @Test
  void reversesOnceHoweverOftenItIsTold() {
    Award award = act(anne).worth(60).award();
    Entry written = play.points.award(award);

    List<Entry> first = play.points.reverse(award.cause(), "No photo after all.");
    List<Entry> again = play.points.reverse(award.cause(), "No photo after all.");
    Entry toldAgain = play.points.award(award);

    assertThat(first).singleElement().extracting(Entry::reverses).isEqualTo(written.id());
    assertThat(again).isEmpty();
    assertThat(toldAgain).isEqualTo(written);
    assertThat(play.points.balance(anne)).isZero();
    assertThat(entries(award)).hasSize(2);
  }

  @Test
  void refusesASecondReversalAndFindsAReversalOfAReversal() {
    Award award = act(anne).worth(60).award();
    play.points.award(award);
    Entry reversal = play.points.reverse(award.cause(), "").get(0);

    assertThatThrownBy(() -> copyReversal(reversal.id(), "reverses_id, award_id"))
        .isInstanceOf(UnableToExecuteStatementException.class)
        .hasMessageContaining("Duplicate");

    copyReversal(reversal.id(), reversal.id() + ", " + reversal.id());
    assertThat(play.verifier.verify())
        .anyMatch(finding -> finding.contains("only awards are taken back"));
  }

  private static void copyReversal(long reversal, String about) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    INSERT INTO points_entry
                      (kind, cause_kind, cause_id, rules_version, member_id, points, worth,
                       reverses_id, award_id, level, effective_at, recorded_at, zone_id, acted_on,
                       departement, eligible, difficulty, first_of_activity, new_opponent,
                       personal_best, weeks_in_a_row)
                    SELECT kind, cause_kind, cause_id, rules_version, member_id, points, worth,
                       %s, level, effective_at, recorded_at, zone_id, acted_on,
                       departement, eligible, difficulty, first_of_activity, new_opponent,
                       personal_best, weeks_in_a_row
                    FROM points_entry WHERE entry_id = ?
                    """
                        .formatted(about),
                    reversal));
  }

  @Test
  void theSchemaLetsNoTradeCountInAContest() {
    for (String kind :
        List.of("exchange-closed", "leg-on-time", "first-swap-with", "need-answered")) {
      Cause trade = new Cause(kind, Playground.id());

      assertThatThrownBy(() -> play.points.award(act(anne).because(trade).award()))
          .isInstanceOf(UnableToExecuteStatementException.class)
          .hasMessageContaining("points_entry_trade_is_never_eligible");
      assertThat(play.points.award(act(anne).because(trade).neverEligible().award()).eligible())
          .isFalse();
    }
  }

  @Test
  void theServiceMayOnlyAppendToTheLedger() {
    List<String> comments =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            """
                            SELECT table_comment FROM information_schema.tables
                            WHERE table_schema = DATABASE()
                              AND table_name IN ('points_entry', 'points_seal', 'points_head')
                            """)
                        .mapTo(String.class)
                        .list());

    assertThat(comments).hasSize(3).allMatch(comment -> comment.startsWith("append-only: "));
  }

  @Test
  void mergesTwoAccountsOfOnePersonUnderTheCapsOfOne() {
    for (int i = 0; i < 3; i++) {
      play.points.award(act(anne).worth(100).award());
      play.points.award(act(bruno).worth(100).award());
    }
    play.points.award(act(bruno).worth(100).by(anne).at(day(8)).award());
    Cause both = new Cause("attempt-award", Playground.id());
    play.points.award(act(anne).worth(20).at(day(9)).because(both).award());
    play.points.award(act(bruno).worth(20).at(day(9)).because(both).award());

    play.points.merge(anne, bruno, "One person, two addresses.");
    play.keeper.keepUp();

    assertThat(play.points.balance(anne)).isZero();
    assertThat(play.points.balance(bruno)).isEqualTo(Scoring.V1.dayMax() + 20);
    assertThat(play.verifier.verify()).isEmpty();
  }

  @Test
  void rescoresEveryAwardThatANewVersionConcernsAndNoOther() {
    Scoring second =
        new Scoring(
            2,
            List.of(1, 2, 3, 4, 5),
            Scoring.V1.percents(),
            Scoring.V1.pairPercent(),
            Scoring.V1.pairWindow(),
            Scoring.V1.dayMax(),
            Scoring.V1.weekMax());
    play.points.award(act(anne).worth(100).award());
    play.points.award(act(bruno).worth(35).award());
    play.points.award(act(anne).worth(100).at(day(40)).award());
    Playground next = new Playground(database, second);

    int rescored = next.points.rescore(day(0), day(10), "The table was wrong.");
    int again = next.points.rescore(day(0), day(10), "The table was wrong.");

    assertThat(rescored).isEqualTo(2);
    assertThat(again).isZero();
    assertThat(play.points.balance(anne)).isEqualTo(5 + 100);
    assertThat(play.points.balance(bruno)).isEqualTo(3);
    next.keeper.keepUp();
    assertThat(next.verifier.verify()).isEmpty();
  }

  @Test
  void refusesWhatCannotHaveHappenedAndWhatNobodyCanVouchFor() {
    assertThatThrownBy(() -> play.points.award(act(anne).at(Instant.EPOCH).award()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> play.points.award(act(anne).at(Instant.now().plusSeconds(300_000)).award()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> act(anne).by(anne).award())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Effort(6, false, false, false, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Cause("No kind", Playground.id()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> play.points.reverse(act(anne).cause(), "x".repeat(501)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> play.points.merge(anne, anne, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rollsBackWithTheCallersTransaction() {
    assertThatThrownBy(
            () ->
                database
                    .transactions()
                    .run(
                        () -> {
                          play.points.award(act(anne).worth(100).award());
                          throw new IllegalStateException("the caller changed its mind");
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(play.points.balance(anne)).isZero();
    assertThat(play.keeper.keepUp()).isZero();
  }
}
