package org.ronde.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.points.Playground.MONDAY;
import static org.ronde.points.Playground.act;
import static org.ronde.points.Playground.member;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.ids.MemberId;

/**
 * Ledger and ranking defects that the code or the members of other sites show, and that are none of
 * ours. Each is named after where it was read.
 */
@Tag("database")
class DefectsElsewhereTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Playground play = new Playground(database);
  private final MemberId anne = member();
  private final MemberId bruno = member();

  private List<MemberId> order() {
    play.keeper.keepUp();
    return play.boards.top(BoardKey.GLOBAL, 10).stream().map(Boards.Standing::member).toList();
  }

  @Test
  void ctfdFrozenScoresFollowAValueThatChangesLater() {
    Award award = act(anne).worth(100).award();
    play.points.award(award);
    play.keeper.keepUp();
    Scoring cheaper =
        new Scoring(
            2,
            List.of(1, 1, 1, 1, 1),
            Scoring.V1.percents(),
            Scoring.V1.pairPercent(),
            Scoring.V1.pairWindow(),
            Scoring.V1.dayMax(),
            Scoring.V1.weekMax());

    new Playground(database, cheaper).points.award(act(bruno).worth(100).award());

    assertThat(play.points.balance(anne)).isEqualTo(100);
    assertThat(play.points.balance(bruno)).isEqualTo(1);
  }

  @Test
  void ctfdBreaksTiesByTwoUnrelatedSequencesOfIds() {
    play.points.award(act(bruno).worth(20).award());
    play.points.award(act(anne).worth(20).award());

    assertThat(order()).containsExactly(bruno, anne);
  }

  @Test
  void ctfdAnItemOfNoPointsCostsARank() {
    play.points.award(act(anne).worth(20).by(member()).award());
    play.points.award(act(bruno).worth(20).award());
    assertThat(order()).containsExactly(anne, bruno);
    MemberId friend = member();
    IntStream.range(0, 3).forEach(i -> play.points.award(habit(friend, i)));
    List<MemberId> before = order();

    assertThat(play.points.award(habit(friend, 3)).points()).isZero();

    assertThat(order()).isEqualTo(before);
  }

  /** The fourth of these within thirty days is worth nothing. */
  private Award habit(MemberId friend, int day) {
    return act(anne).worth(10).by(friend).at(MONDAY.plus(Duration.ofDays(day))).award();
  }

  @Test
  void habiticaPaysOrRefundsInSeparateWritesOfWhichSomeAreLost() {
    List<Award> together =
        List.of(act(anne).worth(100).award(), act(bruno).worth(100).eligibleOnlyByMistake());

    try {
      play.points.awardAll(together);
    } catch (RuntimeException refused) {
      assertThat(refused).hasMessageContaining("points_entry_trade_is_never_eligible");
    }

    assertThat(play.points.balance(anne)).isZero();
    assertThat(play.points.balance(bruno)).isZero();
  }

  @Test
  void oasisRanksByArrivalInsteadOfByTheTimeOfTheAct() {
    Award early = act(anne).worth(100).by(bruno).at(MONDAY).award();
    Award later = act(anne).worth(20).by(bruno).at(MONDAY.plusSeconds(60)).award();

    play.points.award(later);
    play.points.award(early);

    assertThat(standing(early)).isEqualTo(100);
    assertThat(standing(later)).isEqualTo(10);
  }

  private int standing(Award award) {
    return play.points.entries(award.cause()).stream().mapToInt(Entry::points).sum();
  }

  @Test
  void trentoLetsEverybodyWinWhoHasNothing() {
    play.points.award(act(anne).worth(10).by(null).level(ValidationLevel.SELF).award());

    assertThat(order()).isEmpty();
    assertThat(play.boards.size(BoardKey.GLOBAL)).isZero();
    assertThat(play.boards.standing(BoardKey.GLOBAL, bruno)).isEmpty();
  }

  @Test
  void gengineAddsAgainWhenAnEventIsRetried() {
    Award award = act(anne).worth(35).award();

    IntStream.range(0, 10).forEach(i -> play.points.award(award));

    assertThat(play.points.balance(anne)).isEqualTo(35);
  }

  @Test
  void discourseLetsTwoFriendsMintWithoutEnd() {
    for (int i = 0; i < 20; i++) {
      play.points.award(
          act(anne).worth(100).by(bruno).at(MONDAY.plus(Duration.ofHours(24L * i))).award());
    }

    assertThat(play.points.balance(anne)).isEqualTo(175);
  }

  @Test
  void discourseForgetsToTakeBackWhatIsOlderThanTenDays() {
    Award old = act(anne).worth(100).award();
    play.points.award(old);
    play.keeper.keepUp();
    database.clock().advance(Duration.ofDays(60));

    play.points.reverse(old.cause(), "");

    assertThat(order()).isEmpty();
    assertThat(play.points.balance(anne)).isZero();
  }

  @Test
  void stackOverflowKeepsWhatAFraudsterPushedOverAVictimsCap() {
    List<Award> fraud =
        IntStream.range(0, 3)
            .mapToObj(i -> act(anne).worth(100).at(MONDAY.plusSeconds(i)).award())
            .toList();
    Award honest = act(anne).worth(60).at(MONDAY.plusSeconds(3600)).award();
    fraud.forEach(play.points::award);
    play.points.award(honest);
    assertThat(play.points.balance(anne)).isEqualTo(Scoring.V1.dayMax());

    fraud.forEach(award -> play.points.reverse(award.cause(), "not theirs"));

    assertThat(play.points.balance(anne)).isEqualTo(60);
  }

  @Test
  void codewarsTakesMoreThanItGave() {
    Award award = act(anne).worth(100).award();
    play.points.award(award);

    play.points.reverse(award.cause(), "");
    play.points.reverse(award.cause(), "");

    assertThat(play.points.balance(anne)).isZero();
    assertThat(play.points.shownBalance(anne)).isZero();
  }

  @Test
  void stravaAndDuolingoLetPrivacyCostTheRightToPlay() {
    Square square = new Square(database);
    var hidden = square.person("Hidden");
    square.play.points.award(act(hidden.memberId()).worth(100).award());
    square.play.points.award(act(anne).worth(35).award());
    square.hide(hidden);
    square.play.keeper.keepUp();

    Leaderboards.Sheet sheet = square.sheetOf(square.person("Reader"));

    assertThat(sheet.top()).extracting(Leaderboards.Row::rank).containsExactly(1L, 2L);
    assertThat(sheet.top().get(0).name()).isNull();
    assertThat(square.sheetOf(hidden).me()).extracting(Leaderboards.Row::rank).isEqualTo(1L);
  }

  @Test
  void discourseShiftsTheRanksOfOthersWhenSomebodyIsErased() {
    Square square = new Square(database);
    var first = square.person("First");
    var second = square.person("Second");
    square.play.points.award(act(first.memberId()).worth(100).award());
    square.play.points.award(act(second.memberId()).worth(35).award());
    square.play.keeper.keepUp();

    square.erase(first);

    Leaderboards.Sheet sheet = square.sheetOf(second);
    assertThat(sheet.me()).extracting(Leaderboards.Row::rank).isEqualTo(2L);
    assertThat(sheet.top().get(0).name()).isNull();
    assertThat(square.play.verifier.verify()).isEmpty();
  }
}
