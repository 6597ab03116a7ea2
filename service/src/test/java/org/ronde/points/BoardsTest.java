package org.ronde.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.points.Playground.MONDAY;
import static org.ronde.points.Playground.act;
import static org.ronde.points.Playground.member;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.ids.ActivityId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;

@Tag("database")
class BoardsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Playground play = new Playground(database);
  private final MemberId anne = member();
  private final MemberId bruno = member();
  private final MemberId chloe = member();
  private final MemberId dora = member();

  private static Instant day(int number) {
    return MONDAY.plus(Duration.ofDays(number));
  }

  private List<Long> ranks(BoardKey board) {
    return play.boards.top(board, 50).stream().map(Boards.Standing::rank).toList();
  }

  private List<MemberId> order(BoardKey board) {
    return play.boards.top(board, 50).stream().map(Boards.Standing::member).toList();
  }

  @Test
  void ranksOneTwoTwoFour() {
    play.points.award(act(anne).worth(100).award());
    play.points.award(act(bruno).worth(35).award());
    play.points.award(act(chloe).worth(35).award());
    play.points.award(act(dora).worth(10).award());
    play.keeper.keepUp();

    assertThat(ranks(BoardKey.GLOBAL)).containsExactly(1L, 2L, 2L, 4L);
    assertThat(play.boards.standing(BoardKey.GLOBAL, chloe).orElseThrow().rank()).isEqualTo(2);
    assertThat(play.boards.size(BoardKey.GLOBAL)).isEqualTo(4);
    assertThat(play.boards.sight(BoardKey.GLOBAL, chloe, 2, 5))
        .extracting(Boards.Sight::mine, Boards.Sight::below, Boards.Sight::size)
        .containsExactly(new Boards.Standing(chloe, 35, 2), 1L, 4L);
    assertThat(play.boards.sight(BoardKey.GLOBAL, member(), 50, 5).mine()).isNull();
  }

  @Test
  void listsFirstWhoReachedThePointsFirstAndNeverLooksAtIds() {
    List<MemberId> arrivals =
        new ArrayList<>(IntStream.range(0, 12).mapToObj(i -> member()).toList());
    arrivals.forEach(who -> play.points.award(act(who).worth(20).award()));
    play.keeper.keepUp();

    assertThat(order(BoardKey.GLOBAL)).isEqualTo(arrivals);
    assertThat(ranks(BoardKey.GLOBAL)).containsOnly(1L);
  }

  @Test
  void ordersTiesByTheChainAndNotByAnyClock() {
    play.points.award(act(anne).worth(20).at(day(5)).award());
    play.keeper.keepUp();
    database.clock().moveTo(day(-3));
    play.points.award(act(bruno).worth(20).at(day(-4)).award());
    play.keeper.keepUp();

    assertThat(order(BoardKey.GLOBAL)).containsExactly(anne, bruno);
  }

  @Test
  void breaksTiesOfAContestByItsPublishedKey() {
    ActivityId running = new ActivityId(Playground.id());
    ActivityId pillows = new ActivityId(Playground.id());
    List.of(anne, bruno, chloe, dora).forEach(play::enter);
    // Anne first in time; Bruno by two activities; Chloé by more people; Dora by witnesses.
    play.points.award(
        act(anne).worth(100).in(running).by(bruno).level(ValidationLevel.OPPONENT).award());
    play.points.award(act(bruno).worth(60).in(running).by(anne).award());
    play.points.award(act(bruno).worth(20).in(pillows).by(anne).at(day(40)).award());
    play.points.award(act(bruno).worth(20).in(pillows).by(anne).at(day(80)).award());
    play.points.award(act(chloe).worth(60).in(running).by(anne).award());
    play.points.award(act(chloe).worth(20).in(pillows).by(bruno).award());
    play.points.award(act(chloe).worth(20).in(pillows).by(dora).award());
    for (int i = 0; i < 4; i++) {
      play.points.award(
          act(dora).worth(20).in(running).by(null).level(ValidationLevel.WITNESSES).award());
    }
    play.keeper.keepUp();

    assertThat(ranks(play.contest)).containsOnly(1L);
    assertThat(order(play.contest)).containsExactly(dora, chloe, bruno, anne);
  }

  @Test
  void showsMeAndFiveOnEachSideWithExactRanks() {
    List<MemberId> crowd = IntStream.range(0, 40).mapToObj(i -> member()).toList();
    for (int i = 0; i < crowd.size(); i++) {
      play.points.award(act(crowd.get(i)).worth(Scoring.V1.ground().get(i % 5)).award());
    }
    play.keeper.keepUp();
    List<Boards.Standing> all = play.boards.top(BoardKey.GLOBAL, 100);

    for (int me : List.of(0, 3, 17, 20, 38, 39)) {
      assertThat(play.boards.around(BoardKey.GLOBAL, all.get(me).member(), 5))
          .isEqualTo(all.subList(Math.max(0, me - 5), Math.min(all.size(), me + 6)));
    }
    assertThat(play.boards.around(BoardKey.GLOBAL, member(), 5)).isEmpty();
  }

  @Test
  void ranksExactlyAcrossTheTwoLevelsOfTheHistogram() {
    List<MemberId> crowd = IntStream.range(0, 8).mapToObj(i -> member()).toList();
    for (int i = 0; i < crowd.size(); i++) {
      for (int week = 0; week <= i; week++) {
        play.points.award(act(crowd.get(i)).worth(100).at(day(7 * week)).award());
        play.points.award(act(crowd.get(i)).worth(35).at(day(7 * week + 1)).award());
      }
    }
    play.keeper.keepUp();

    for (int i = 0; i < crowd.size(); i++) {
      assertThat(play.boards.standing(BoardKey.GLOBAL, crowd.get(i)).orElseThrow())
          .isEqualTo(new Boards.Standing(crowd.get(i), 135L * (i + 1), crowd.size() - i));
    }
    assertThat(play.verifier.verify()).isEmpty();
  }

  @Test
  void keepsABoardOfEachMonthActivityDepartementAndCompany() {
    ActivityId pillows = new ActivityId(Playground.id());
    CompanyId acme = new CompanyId(Playground.id());
    play.points.award(act(anne).worth(20).in(pillows).award(acme, "31"));
    play.points.award(act(bruno).worth(35).at(day(31)).award(null, "2A"));
    play.keeper.keepUp();

    assertThat(order(BoardKey.of(BoardKey.Kind.ACTIVITY, pillows))).containsExactly(anne);
    assertThat(order(BoardKey.of(BoardKey.Kind.COMPANY, acme))).containsExactly(anne);
    assertThat(order(new BoardKey(BoardKey.Kind.DEPARTEMENT, "31"))).containsExactly(anne);
    assertThat(order(new BoardKey(BoardKey.Kind.DEPARTEMENT, "2A"))).containsExactly(bruno);
    assertThat(order(new BoardKey(BoardKey.Kind.MONTH, "2026-03"))).containsExactly(anne);
    assertThat(order(new BoardKey(BoardKey.Kind.MONTH, "2026-04"))).containsExactly(bruno);
  }

  @Test
  void keepsWhatNobodyElseSawOffTheBoards() {
    play.points.award(act(anne).worth(20).by(null).level(ValidationLevel.SELF).award());
    play.keeper.keepUp();

    assertThat(play.points.balance(anne)).isEqualTo(10);
    assertThat(order(BoardKey.GLOBAL)).isEmpty();
  }

  @Test
  void veilsWhatAFrozenContestCountsFromEveryBoardAndSumUntilItIsRevealed() {
    Progress progress = new Progress(database.jdbi(), Scoring.V1);
    play.enter(anne);
    play.points.award(act(anne).worth(20).award());
    play.keeper.keepUp();
    play.veil(entry -> entry.member().equals(anne));

    Award veiled = act(anne).worth(100).at(day(1)).award();
    play.points.award(veiled);
    play.keeper.keepUp();

    assertThat(play.points.balance(anne)).isEqualTo(120);
    assertThat(play.points.shownBalance(anne)).isEqualTo(20);
    assertThat(progress.shown(anne).points()).isEqualTo(20);
    for (BoardKey board : play.boards.of(anne, 50)) {
      assertThat(play.boards.standing(board, anne).orElseThrow().points()).isEqualTo(20);
    }
    play.boards.recount(play.contest);
    assertThat(play.boards.standing(play.contest, anne).orElseThrow().points()).isEqualTo(20);
    assertThat(play.verifier.verify()).isEmpty();

    play.boards.unveil();
    assertThat(play.points.shownBalance(anne)).as("still frozen").isEqualTo(20);
    play.veil(entry -> false);
    play.boards.unveil();

    assertThat(play.points.shownBalance(anne)).isEqualTo(120);
    assertThat(play.boards.standing(play.contest, anne).orElseThrow().points()).isEqualTo(120);
    assertThat(play.verifier.verify()).isEmpty();
  }

  @Test
  void showsNothingWhereOthersWouldSeeLessThanNothing() {
    Award award = act(anne).worth(100).award();
    play.veil(entry -> entry.points() > 0);
    play.points.award(award);
    play.points.reverse(award.cause(), "");
    play.keeper.keepUp();

    assertThat(play.points.shownBalance(anne)).isZero();
    assertThat(new Progress(database.jdbi(), Scoring.V1).shown(anne).points()).isZero();
    assertThat(order(BoardKey.GLOBAL)).isEmpty();
  }

  @Test
  void countsAgainWhatWasDoneBeforeSomebodyEnteredAContest() {
    play.points.award(act(anne).worth(35).award());
    play.points.award(act(bruno).worth(20).award());
    play.keeper.keepUp();
    play.enter(anne);
    play.enter(bruno);

    play.boards.recount(play.contest, Set.of(anne));
    assertThat(order(play.contest)).containsExactly(anne);
    play.boards.recount(play.contest);

    assertThat(order(play.contest)).containsExactly(anne, bruno);
    assertThat(play.verifier.verify()).isEmpty();
  }

  @Test
  void restatesAContestAtOnceWhenAnAwardIsTakenBack() {
    play.enter(anne);
    play.enter(bruno);
    Award big = act(anne).worth(100).award();
    play.points.award(big);
    play.points.award(act(bruno).worth(35).award());
    play.keeper.keepUp();
    assertThat(order(play.contest)).containsExactly(anne, bruno);

    play.points.reverse(big.cause(), "");
    play.boards.catchUp();

    assertThat(order(play.contest)).containsExactly(bruno);
    assertThat(ranks(play.contest)).containsExactly(1L);
  }

  @Test
  void countsForTheCareerButNotForAContestThatIsSealed() {
    play.enter(anne);
    play.points.award(act(anne).worth(35).award());
    play.keeper.keepUp();
    play.seal();

    play.points.award(act(anne).worth(100).award());
    play.keeper.keepUp();

    assertThat(play.points.balance(anne)).isEqualTo(135);
    assertThat(play.boards.standing(BoardKey.GLOBAL, anne).orElseThrow().points()).isEqualTo(135);
    assertThat(play.boards.standing(play.contest, anne).orElseThrow().points()).isEqualTo(35);
  }

  @Test
  void catchesUpWithTheCallersOwnTransaction() {
    database
        .transactions()
        .run(
            () -> {
              play.points.award(act(anne).worth(35).award());
              play.boards.catchUp();
              assertThat(order(BoardKey.GLOBAL)).containsExactly(anne);
            });

    assertThat(play.keeper.keepUp()).isZero();
  }

  @Test
  void findsEveryKindOfDrift() {
    for (String harm :
        List.of(
            "UPDATE board_score SET points = points + 1",
            "UPDATE board_hist SET n = n + 1",
            "UPDATE board_hist_coarse SET n = n - 1",
            "UPDATE points_entry SET points = points - 1",
            "UPDATE points_entry SET departement = '75'",
            "DELETE FROM points_seal WHERE seq = 2",
            "INSERT INTO points_pending SELECT entry_id FROM points_entry",
            "UPDATE points_chain SET seq = 7",
            "UPDATE points_head SET seq = 1")) {
      database.empty();
      play.points.award(act(anne).worth(35).award());
      play.points.award(act(bruno).worth(20).award());
      play.keeper.keepUp();
      play.heads.publish();
      assertThat(play.verifier.verify()).isEmpty();

      database.jdbi().useHandle(handle -> handle.execute(harm));

      assertThat(play.verifier.verify()).as(harm).isNotEmpty();
    }
    play.verifier.nightly();

    assertThat(play.alarms).isNotEmpty();
  }

  @Test
  void publishesOneHeadADayThatTheChainStillHolds() {
    play.heads.publish();
    assertThat(play.heads.heads()).isEmpty();
    play.points.award(act(anne).worth(35).award());
    play.keeper.keepUp();

    play.heads.publish();
    play.points.award(act(anne).worth(10).award());
    play.keeper.keepUp();
    play.heads.publish();

    assertThat(play.heads.heads()).singleElement().extracting(Heads.Head::seq).isEqualTo(1L);
    assertThat(play.verifier.verify()).isEmpty();
  }
}
