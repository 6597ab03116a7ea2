package org.ronde.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.app.Rooms;
import org.ronde.app.TestRooms;
import org.ronde.cycles.Cycle;
import org.ronde.cycles.Decision;
import org.ronde.db.Database;
import org.ronde.db.TestDatabase;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;

/**
 * Two servers on one database, and everybody at once: what a listing promises is never more than it
 * has, and each cycle ends in one way, whoever was faster.
 */
@Tag("database")
class TwoNodesTest {
  private static final int CLIENTS = 16;
  private static final int COMPANIES = 12;
  private static final int CYCLES = 40;
  private static final long HOURS = 10;

  /** Listings that promise more than they have, or other than what was agreed. */
  private static final String OVERHELD =
      """
      SELECT COUNT(*)
      FROM listing l
      LEFT JOIN (
        SELECT listing_id, SUM(quantity) AS agreed
        FROM (
          SELECT offer_id AS listing_id, quantity FROM exchange_leg
          UNION ALL
          SELECT need_id, quantity FROM exchange_leg) legs
        GROUP BY listing_id) a ON a.listing_id = l.listing_id
      WHERE l.held + l.delivered > l.quantity OR l.held + l.delivered <> COALESCE(a.agreed, 0)
      """;

  /** Cycles whose state and exchange disagree, and exchanges of no cycle. */
  private static final String TORN =
      """
      SELECT COUNT(*)
      FROM cycle c
      LEFT JOIN exchange e ON e.cycle_id = c.cycle_id
      WHERE (c.state = 'ACCEPTED') <> (e.exchange_id IS NOT NULL)
        OR (c.state = 'ACCEPTED' AND c.exchange_id <> e.exchange_id)
        OR (c.state = 'ACCEPTED') <> (
          (SELECT COUNT(*) FROM decision d WHERE d.cycle_id = c.cycle_id AND d.answer = 'ACCEPT')
          = (SELECT COUNT(*) FROM cycle_leg g WHERE g.cycle_id = c.cycle_id)
          AND c.state <> 'WITHDRAWN')
      """;

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final List<Database> opened = new ArrayList<>();
  private final List<Rooms> nodes = new ArrayList<>();

  @BeforeEach
  void startTwoNodes() {
    for (int i = 0; i < 2; i++) {
      Database own = Database.open(database.configuration(), new MetricRegistry());
      own.jdbi().installPlugin(database.clock());
      opened.add(own);
      nodes.add(TestRooms.node(own, database.clock()));
    }
  }

  @AfterEach
  void stop() {
    opened.forEach(Database::close);
  }

  @Test
  void promiseNothingTwiceInAStormOfDecisions() throws Exception {
    Town town = new Town(nodes.get(0), COMPANIES, 6 * HOURS);
    List<Town.Ring> rings = overlapping(town);
    ConcurrentLinkedQueue<String> outcomes = new ConcurrentLinkedQueue<>();
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(2);
    List<Future<Long>> readings = new ArrayList<>();
    for (Rooms node : nodes) {
      readings.add(readers.submit(() -> worst(node.edges().database().jdbi(), over)));
    }

    atOnce(storm(town, rings, outcomes));
    over.set(true);

    for (Future<Long> reading : readings) {
      assertThat(reading.get(30, TimeUnit.SECONDS)).as("over-held, seen by a reader").isZero();
    }
    readers.shutdown();
    nodes.forEach(node -> node.cycles().cycles().expireDue());
    assertThat(outcomes)
        .isSubsetOf(
            "PROPOSED",
            "ACCEPTED",
            "REFUSED",
            "WITHDRAWN",
            ProblemType.CYCLE_CLOSED.name(),
            ProblemType.ALREADY_DECIDED.name());
    assertThat(count("SELECT COUNT(*) FROM exchange")).isPositive();
    assertThat(rings).allSatisfy(ring -> assertThat(state(ring)).isNotEqualTo(Cycle.State.EXPIRED));
    assertThat(rings).extracting(this::state).contains(Cycle.State.ACCEPTED, Cycle.State.REFUSED);
    holdsTogether();
  }

  /** All say yes twice, one on each node; in some rings somebody says no at the same time. */
  private List<Callable<String>> storm(
      Town town, List<Town.Ring> rings, ConcurrentLinkedQueue<String> outcomes) {
    List<Callable<String>> work = new ArrayList<>();
    for (int i = 0; i < rings.size(); i++) {
      Town.Ring ring = rings.get(i);
      for (int member = 0; member < ring.traders().size(); member++) {
        Town.Trader trader = ring.traders().get(member);
        for (int number = 0; number < nodes.size(); number++) {
          Rooms node = nodes.get(number);
          boolean refuses = (i % 8 == 0 && member == 0) || (i % 8 == 4 && number == 1);
          work.add(() -> told(outcomes, decide(node, trader, ring, !refuses)));
        }
      }
    }
    for (int i = 0; i < 3; i++) {
      Town.Trader trader = town.traders().get(i);
      work.add(() -> edit(town, trader));
    }
    for (Rooms node : nodes) {
      work.add(() -> "" + node.cycles().cycles().expireDue());
      work.add(() -> "" + node.cycles().cycles().expireDue());
      work.add(() -> "" + node.cycles().job().runQueued());
    }
    Collections.shuffle(work, new Random(7));
    return work;
  }

  private static String told(ConcurrentLinkedQueue<String> outcomes, String outcome) {
    outcomes.add(outcome);
    return outcome;
  }

  private String edit(Town town, Town.Trader trader) {
    var listings = nodes.get(1).listings().listings();
    try {
      var listing = listings.listing(trader.offer());
      listings.edit(
          trader.owner(), listing.id(), listing.revision(), town.draft("Other work", 6 * HOURS));
      return "edited";
    } catch (Refusal refusal) {
      return refusal.type().name();
    }
  }

  @Test
  void agreeOnWhetherTheLastYesCameInTime() throws Exception {
    Town town = new Town(nodes.get(0), COMPANIES, 1_000);
    int inTime = 0;

    for (int round = 0; round < CYCLES / 4; round++) {
      List<Town.Ring> rings = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        rings.add(
            town.propose(
                town.traders().subList(3 * i, 3 * i + 3), HOURS, Duration.ofMillis(1_500)));
      }
      for (Town.Ring ring : rings) {
        decide(nodes.get(0), ring.traders().get(0), ring, true);
        decide(nodes.get(1), ring.traders().get(1), ring, true);
      }
      List<List<String>> answers = lastMinute(rings);
      for (int i = 0; i < rings.size(); i++) {
        Cycle.State state = settled(rings.get(i));
        inTime += state == Cycle.State.ACCEPTED ? 1 : 0;
        if (state == Cycle.State.ACCEPTED) {
          assertThat(answers.get(i)).contains("ACCEPTED").doesNotContain("EXPIRED");
        } else {
          assertThat(state).isEqualTo(Cycle.State.EXPIRED);
          assertThat(answers.get(i)).isSubsetOf("DEADLINE_PASSED", "CYCLE_CLOSED");
        }
      }
    }

    assertThat(count("SELECT COUNT(*) FROM exchange")).isEqualTo(inTime);
    holdsTogether();
  }

  /** The last company of each ring clicks on both nodes, as its time runs out on both. */
  private List<List<String>> lastMinute(List<Town.Ring> rings) throws Exception {
    List<Callable<String>> work = new ArrayList<>();
    for (Town.Ring ring : rings) {
      Instant deadline =
          nodes
              .get(0)
              .cycles()
              .cycles()
              .standpoint(ring.traders().get(0).owner(), ring.id())
              .cycle()
              .deadline();
      for (Rooms node : nodes) {
        work.add(
            () -> {
              waitUntil(deadline);
              return decide(node, ring.traders().get(2), ring, true);
            });
        work.add(
            () -> {
              waitUntil(deadline);
              node.cycles().cycles().expireDue();
              return "";
            });
      }
    }
    List<String> all = atOnce(work);
    List<List<String>> answers = new ArrayList<>();
    for (int i = 0; i < rings.size(); i++) {
      answers.add(List.of(all.get(4 * i), all.get(4 * i + 2)));
    }
    return answers;
  }

  /** Busy waiting: a race needs milliseconds, and nothing here depends on who wins. */
  private static void waitUntil(Instant deadline) {
    Instant begin = deadline.plusMillis(ThreadLocalRandom.current().nextLong(-50, 51));
    while (Instant.now().isBefore(begin)) {
      LockSupport.parkNanos(200_000);
    }
  }

  private Cycle.State settled(Town.Ring ring) {
    return Ronde.eventually(
        "the end of " + ring.id(),
        () -> {
          nodes.get(0).cycles().cycles().expireDue();
          return Optional.of(state(ring)).filter(s -> s != Cycle.State.PROPOSED);
        });
  }

  /** Forty different rings of three, each listing in about ten of them, with hours for six. */
  private static List<Town.Ring> overlapping(Town town) {
    Random chance = new Random(11);
    Set<List<Town.Trader>> known = new HashSet<>();
    List<Town.Ring> rings = new ArrayList<>();
    while (rings.size() < CYCLES) {
      List<Town.Trader> three = new ArrayList<>(town.traders());
      Collections.shuffle(three, chance);
      three = three.subList(0, 3);
      if (known.add(three)
          && known.add(List.of(three.get(1), three.get(2), three.get(0)))
          && known.add(List.of(three.get(2), three.get(0), three.get(1)))) {
        rings.add(town.propose(List.copyOf(three), HOURS, null));
      }
    }
    return rings;
  }

  private static String decide(Rooms node, Town.Trader trader, Town.Ring ring, boolean yes) {
    Decision decision =
        yes ? new Decision.Accept(false) : new Decision.Refuse(Decision.Reason.TIMING, "");
    try {
      return node.cycles()
          .cycles()
          .decide(trader.owner(), ring.id(), decision)
          .cycle()
          .state()
          .name();
    } catch (Refusal refusal) {
      return refusal.type().name();
    }
  }

  private static List<String> atOnce(List<Callable<String>> work) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<String> outcomes = new ArrayList<>();
      for (Future<String> done : clients.invokeAll(work, 120, TimeUnit.SECONDS)) {
        outcomes.add(done.get());
      }
      return outcomes;
    } finally {
      clients.shutdownNow();
    }
  }

  /** The most listings that one look found over-held. */
  private static long worst(Jdbi jdbi, AtomicBoolean over) {
    long worst = 0;
    while (!over.get()) {
      worst = Math.max(worst, count(jdbi, OVERHELD));
      LockSupport.parkNanos(10_000_000);
    }
    return worst;
  }

  private void holdsTogether() {
    assertThat(count(OVERHELD)).as("listings held for other than was agreed").isZero();
    assertThat(count(TORN)).as("cycles at odds with their exchange").isZero();
    assertThat(TestRooms.broken(nodes.get(1))).isEmpty();
  }

  private Cycle.State state(Town.Ring ring) {
    return nodes
        .get(1)
        .cycles()
        .cycles()
        .standpoint(ring.traders().get(0).owner(), ring.id())
        .cycle()
        .state();
  }

  private static long count(String query) {
    return count(database.jdbi(), query);
  }

  private static long count(Jdbi jdbi, String query) {
    return jdbi.withHandle(handle -> handle.createQuery(query).mapTo(Long.class).one());
  }
}
