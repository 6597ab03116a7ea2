package org.ronde.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.points.Playground.MONDAY;
import static org.ronde.points.Playground.act;
import static org.ronde.points.Playground.member;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.ids.ActivityId;
import org.ronde.ids.MemberId;

/** What always holds, whatever happens in whatever order. */
@Tag("database")
class LedgerPropertiesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final List<ValidationLevel> LEVELS = List.of(ValidationLevel.values());

  private final Playground play = new Playground(database);
  private final List<MemberId> members = IntStream.range(0, 5).mapToObj(i -> member()).toList();
  private final List<ActivityId> activities =
      IntStream.range(0, 3).mapToObj(i -> new ActivityId(Playground.id())).toList();

  @BeforeEach
  void enter() {
    members.stream().limit(3).forEach(play::enter);
  }

  /** Crowded enough that pairs and both caps matter all the time. */
  private List<Award> awards(int count, long seed) {
    Random random = new Random(seed);
    List<Award> awards = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int doer = random.nextInt(members.size());
      int other = (doer + 1 + random.nextInt(members.size() - 1)) % members.size();
      awards.add(
          act(members.get(doer))
              .worth(Scoring.V1.ground().get(random.nextInt(5)))
              .by(random.nextInt(4) == 0 ? null : members.get(other))
              .level(LEVELS.get(random.nextInt(4)))
              .in(activities.get(random.nextInt(3)))
              .at(MONDAY.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 12))))
              .award());
    }
    return awards;
  }

  /** Every rank on every board that anybody stands on. */
  private Map<BoardKey, List<Boards.Standing>> ranks() {
    Map<BoardKey, List<Boards.Standing>> ranks = new HashMap<>();
    for (MemberId member : members) {
      for (BoardKey board : play.boards.of(member, 100)) {
        List<Boards.Standing> all = new ArrayList<>(play.boards.top(board, 100));
        all.sort(java.util.Comparator.comparing(standing -> standing.member().value()));
        ranks.put(board, all);
      }
    }
    return ranks;
  }

  private List<Long> balances() {
    return members.stream().map(play.points::balance).toList();
  }

  private void expectNoDrift() {
    play.keeper.keepUp();
    assertThat(play.verifier.verify()).isEmpty();
  }

  @Test
  void givesTheSameTotalsAndRanksInAnyOrderOfArrival() {
    List<Award> awards = awards(60, 1);
    awards.forEach(play.points::award);
    expectNoDrift();
    List<Long> balances = balances();
    Map<BoardKey, List<Boards.Standing>> ranks = ranks();

    for (int seed = 2; seed < 5; seed++) {
      database.empty();
      List<Award> shuffled = new ArrayList<>(awards);
      Collections.shuffle(shuffled, new Random(seed));
      for (Award award : shuffled) {
        play.points.award(award);
        if (award.effort().difficulty() == 3) {
          play.keeper.keepUp();
        }
      }
      expectNoDrift();

      assertThat(balances()).isEqualTo(balances);
      assertThat(ranks()).isEqualTo(ranks);
    }
  }

  @Test
  void leavesNoTraceOfAnAwardThatIsReversed() {
    List<Award> standing = awards(40, 6);
    List<Award> passing = awards(15, 7);
    standing.forEach(play.points::award);
    expectNoDrift();
    List<Long> balances = balances();
    Map<BoardKey, List<Boards.Standing>> ranks = ranks();
    List<List<MemberId>> order = order();

    passing.forEach(play.points::award);
    play.keeper.keepUp();
    passing.forEach(award -> play.points.reverse(award.cause(), "as if it had never been"));
    expectNoDrift();

    assertThat(balances()).isEqualTo(balances);
    assertThat(ranks()).isEqualTo(ranks);
    assertThat(order()).as("the order of ties").isEqualTo(order);

    // Caps too: what comes next counts as much as it would have.
    Award next = act(members.get(0)).worth(100).at(MONDAY.plusSeconds(5)).award();
    play.points.award(next);
    long counted = play.points.balance(members.get(0)) - balances.get(0);
    database.empty();
    standing.forEach(play.points::award);
    play.points.award(next);
    assertThat(play.points.balance(members.get(0)) - balances.get(0)).isEqualTo(counted);
  }

  /** Of everybody, and of the contest: its points are its tickets. */
  private List<List<MemberId>> order() {
    return List.of(BoardKey.GLOBAL, play.contest).stream()
        .map(board -> play.boards.top(board, 100))
        .map(top -> top.stream().map(Boards.Standing::member).toList())
        .toList();
  }

  @Test
  void countsTheSameWhetherWrittenTogetherOrOneByOne() {
    List<Award> awards = awards(60, 21);
    awards.forEach(play.points::award);
    expectNoDrift();
    List<Long> balances = balances();
    Map<BoardKey, List<Boards.Standing>> ranks = ranks();
    database.empty();
    List<Award> twice = new ArrayList<>(awards);
    twice.addAll(awards.subList(0, 20));

    List<Entry> together = play.points.awardAll(twice);
    List<Entry> again = play.points.awardAll(awards);
    expectNoDrift();

    assertThat(together)
        .extracting(Entry::cause)
        .containsExactlyElementsOf(twice.stream().map(Award::cause).toList());
    assertThat(together.subList(60, 80)).isEqualTo(together.subList(0, 20));
    assertThat(again).isEqualTo(together.subList(0, 60));
    assertThat(balances()).isEqualTo(balances);
    assertThat(ranks()).isEqualTo(ranks);
    assertThat(play.points.awardAll(List.of())).isEmpty();
  }

  @Test
  void holdsWhatTheEntriesAddUpToAndMintsAndMembersSumToZero() {
    awards(50, 9).forEach(play.points::award);
    awards(50, 9).stream().limit(10).forEach(a -> play.points.reverse(a.cause(), ""));
    expectNoDrift();

    for (MemberId member : members) {
      assertThat(play.points.balance(member)).isEqualTo(replayed(member));
    }
    assertThat(bothSides()).isZero();
  }

  private static long replayed(MemberId member) {
    List<Long> entries =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("SELECT points FROM points_entry WHERE member_id = :id")
                        .bind("id", member)
                        .mapTo(Long.class)
                        .list());
    return entries.stream().mapToLong(Long::longValue).sum();
  }

  /** What the mints paid out and what the members got. */
  private static long bothSides() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT SUM(account.balance) FROM (
                          SELECT SUM(points) AS balance FROM points_entry GROUP BY member_id
                          UNION ALL
                          SELECT -SUM(points) FROM points_entry GROUP BY cause_kind, rules_version
                        ) account
                        """)
                    .mapTo(Long.class)
                    .one());
  }

  @Test
  void driftsInNothingUnderSixteenHands() throws Exception {
    List<Award> awards = awards(240, 12);
    List<Award> toReverse = awards.subList(0, 40);
    ExecutorService hands = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Object>> work = new ArrayList<>();
      awards.forEach(award -> work.add(() -> play.points.award(award)));
      // The same again: told twice at the same moment.
      awards.subList(0, 60).forEach(award -> work.add(() -> play.points.award(award)));
      toReverse.forEach(award -> work.add(() -> play.points.reverse(award.cause(), "")));
      IntStream.range(0, 20).forEach(i -> work.add(play.keeper::keepUp));
      Collections.shuffle(work, new Random(13));
      for (Future<Object> one : hands.invokeAll(work)) {
        one.get();
      }
    } finally {
      hands.shutdown();
    }
    toReverse.forEach(award -> play.points.reverse(award.cause(), ""));
    expectNoDrift();
    List<Long> balances = balances();

    database.empty();
    awards.subList(40, awards.size()).forEach(play.points::award);

    assertThat(balances).isEqualTo(balances());
  }
}
