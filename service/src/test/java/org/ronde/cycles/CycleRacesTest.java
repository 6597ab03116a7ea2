package org.ronde.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.CycleId;
import org.ronde.ids.ListingId;
import org.ronde.listings.Listing;
import org.ronde.matching.planner.PlannerMatcher;

/** Sixteen clients on two nodes: whatever they do at the same time, one outcome. */
@Tag("database")
class CycleRacesTest {
  private static final int CLIENTS = 16;

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Village left = new Village(database);
  private final Village right = new Village(database);

  private Village node(int client) {
    return client % 2 == 0 ? left : right;
  }

  /** What a client got: the state it was shown, or the refusal. */
  private static String outcome(Callable<Standpoint> decision) throws Exception {
    try {
      return decision.call().cycle().state().name();
    } catch (Refusal refusal) {
      return refusal.type().name();
    }
  }

  private static List<String> atOnce(List<Callable<String>> clients) throws Exception {
    var threads = Executors.newFixedThreadPool(clients.size());
    var barrier = new CyclicBarrier(clients.size());
    try {
      var waiting = new ArrayList<Future<String>>();
      for (var client : clients) {
        waiting.add(
            threads.submit(
                () -> {
                  barrier.await();
                  return client.call();
                }));
      }
      var outcomes = new ArrayList<String>();
      for (var answer : waiting) {
        outcomes.add(answer.get(60, TimeUnit.SECONDS));
      }
      return outcomes;
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void opensOneExchangeHoweverOftenTheLastYesIsClicked() throws Exception {
    var ring = left.ring(left.premium("Vidal"), left.premium("Sud"), left.premium("Roux"));
    var clients = new ArrayList<Callable<String>>();
    for (int i = 0; i < CLIENTS; i++) {
      var node = node(i);
      var actor = ring.actor(i % 3);
      clients.add(() -> outcome(() -> node.accept(actor, ring.id())));
    }

    var outcomes = atOnce(clients);

    assertThat(outcomes).containsOnly("PROPOSED", "ACCEPTED");
    assertThat(left.state(ring.actor(0), ring.id())).isEqualTo(Cycle.State.ACCEPTED);
    assertThat(left.exchangesOpened()).isEqualTo(1);
    assertThat(ring.legs()).allSatisfy(leg -> assertThat(left.held(leg.offer())).isEqualTo(10));
    assertThat(left.told()).filteredOn("CYCLE_ACCEPTED_BY_ALL"::equals).hasSize(3);
  }

  @Test
  void endsInOneWayWhenSomeAcceptWhileOthersRefuse() throws Exception {
    var ring = left.ring(left.premium("Vidal"), left.premium("Sud"), left.premium("Roux"));
    left.accept(ring.actor(0), ring.id());
    left.accept(ring.actor(1), ring.id());
    var clients = new ArrayList<Callable<String>>();
    for (int i = 0; i < CLIENTS; i++) {
      var node = node(i);
      boolean accepts = i % 4 < 2;
      clients.add(
          () ->
              outcome(
                  () ->
                      accepts
                          ? node.accept(ring.actor(2), ring.id())
                          : node.refuse(ring.actor(2), ring.id())));
    }

    var outcomes = atOnce(clients);

    var state = left.state(ring.actor(0), ring.id());
    assertThat(outcomes).containsOnly(state.name(), ProblemType.ALREADY_DECIDED.name());
    assertThat(outcomes).filteredOn(state.name()::equals).hasSize(CLIENTS / 2);
    assertThat(left.exchangesOpened()).isEqualTo(state == Cycle.State.ACCEPTED ? 1 : 0);
  }

  @Test
  void endsInOneWayWhenTheLastYesMeetsTheDeadline() throws Exception {
    for (int round = 0; round < 12; round++) {
      var name = " " + round;
      var ring =
          left.ring(
              Duration.ofMillis(400), left.premium("Vidal" + name), left.premium("Sud" + name));
      left.accept(ring.actor(0), ring.id());
      var deadline = left.cycles.standpoint(ring.actor(0), ring.id()).cycle().deadline();
      var clients = new ArrayList<Callable<String>>();
      for (int i = 0; i < 4; i++) {
        var node = node(i);
        boolean accepts = i < 2;
        clients.add(
            () -> {
              waitUntil(deadline.toEpochMilli() + ThreadLocalRandom.current().nextLong(-15, 16));
              if (accepts) {
                return outcome(() -> node.accept(ring.actor(1), ring.id()));
              }
              node.cycles.expireDue();
              return "";
            });
      }

      var outcomes = atOnce(clients);
      waitUntil(deadline.toEpochMilli() + 20);
      right.cycles.expireDue();

      var state = left.state(ring.actor(0), ring.id());
      if (state == Cycle.State.ACCEPTED) {
        assertThat(outcomes).contains("ACCEPTED");
        assertThat(left.held(ring.legs().get(0).offer())).isEqualTo(10);
      } else {
        assertThat(state).isEqualTo(Cycle.State.EXPIRED);
        assertThat(outcomes)
            .doesNotContain("ACCEPTED")
            .containsAnyOf(ProblemType.DEADLINE_PASSED.name(), ProblemType.CYCLE_CLOSED.name());
        assertThat(left.held(ring.legs().get(0).offer())).isZero();
      }
    }
  }

  /** Busy waiting: a race needs microseconds, and nothing here depends on who wins. */
  private static void waitUntil(long epochMillis) {
    while (System.currentTimeMillis() < epochMillis) {
      LockSupport.parkNanos(100_000);
    }
  }

  @Test
  void overbooksNothingWhenEightCyclesWantTheSameHours() throws Exception {
    var vidal = left.premium("Vidal");
    var work = left.offers(vidal, "Web design", 30);
    var wants = left.needs(vidal, "Anything", 30);
    var cycles = new ArrayList<CycleId>();
    var others = new ArrayList<Actor>();
    for (int i = 0; i < 8; i++) {
      var other = left.premium("Other " + i);
      others.add(other);
      cycles.add(swap(work, wants, other));
      left.accept(vidal, cycles.get(i));
    }
    var clients = new ArrayList<Callable<String>>();
    for (int i = 0; i < CLIENTS; i++) {
      var node = node(i);
      var actor = others.get(i % 8);
      var cycle = cycles.get(i % 8);
      clients.add(() -> outcome(() -> node.accept(actor, cycle)));
    }

    atOnce(clients);
    left.cycles.expireDue();

    var states = cycles.stream().map(cycle -> left.state(vidal, cycle)).toList();
    assertThat(states).containsOnly(Cycle.State.ACCEPTED, Cycle.State.WITHDRAWN);
    assertThat(states).filteredOn(Cycle.State.ACCEPTED::equals).hasSize(3);
    assertThat(left.held(work)).isEqualTo(30);
    assertThat(left.held(wants)).isEqualTo(30);
    assertThat(left.exchangesOpened()).isEqualTo(3);
  }

  private CycleId swap(ListingId work, ListingId wants, Actor other) {
    var name = other.company().companyName();
    return left.proposals.proposeByHand(
        left.operator,
        new PlannerMatcher(database.clock()),
        List.of(
            new HandLeg(work, left.needs(other, "Need of " + name, 10), 10),
            new HandLeg(left.offers(other, "Work of " + name, 10), wants, 10)),
        null);
  }

  @Test
  void endsInOneWayWhenAListingChangesDuringTheLastYes() throws Exception {
    for (int round = 0; round < 8; round++) {
      var name = " " + round;
      var ring = left.ring(left.premium("Vidal" + name), left.premium("Sud" + name));
      left.accept(ring.actor(0), ring.id());
      var offer = left.listings.listing(ring.legs().get(0).offer());

      atOnce(
          List.of(
              () -> outcome(() -> right.accept(ring.actor(1), ring.id())),
              () -> {
                left.listings.edit(
                    ring.actor(0),
                    offer.id(),
                    offer.revision(),
                    left.draft("Other work", 12, 5_100, Listing.Side.OFFER));
                return "edited";
              }));
      left.cycles.expireDue();

      var state = left.state(ring.actor(0), ring.id());
      assertThat(state).isIn(Cycle.State.ACCEPTED, Cycle.State.WITHDRAWN);
      assertThat(left.held(offer.id())).isEqualTo(state == Cycle.State.ACCEPTED ? 10 : 0);
    }
  }
}
