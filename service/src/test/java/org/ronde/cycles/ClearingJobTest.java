package org.ronde.cycles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.ids.ClearingId;
import org.ronde.listings.Listing;
import org.ronde.matching.Phase;
import org.ronde.matching.Progress;
import org.ronde.matching.ScoreRule;
import org.ronde.matching.planner.PlannerMatcher;
import org.ronde.members.PlanSettings;

@Tag("database")
class ClearingJobTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Village village = new Village(database);

  @BeforeEach
  void beginOnATuesday() {
    database.clock().moveTo(Instant.parse("2026-11-24T09:00:00Z"));
  }

  private Village interrupted(Consumer<Progress> meanwhile) {
    return new Village(
        database,
        CycleSettings.standard(),
        PlanSettings.defaults(),
        new Interrupted(new PlannerMatcher(database.clock()), meanwhile));
  }

  /** Two companies that can swap ten hours for ten hours. */
  private Actor swap() {
    var vidal = village.premium("Vidal");
    var sud = village.premium("Sud");
    village.offers(vidal, "Web design", 10);
    village.needs(vidal, "Prints", 10);
    village.offers(sud, "Brochures", 10);
    village.needs(sud, "Website", 10);
    return vidal;
  }

  private Clearing clearing(ClearingId id) {
    return village.clearings.explained(village.operator, id).clearing();
  }

  @Test
  void proposesWhatTheEngineFinds() {
    var vidal = swap();
    var id = village.clearings.request(village.operator);

    assertThat(village.job.runQueued()).isTrue();

    var explained = village.clearings.explained(village.operator, id);
    var run = explained.clearing();
    assertThat(run.state()).isEqualTo(Clearing.State.DONE);
    assertThat(run.cyclesFound()).isEqualTo(1);
    assertThat(run.cyclesProposed()).isEqualTo(1);
    assertThat(run.valueCents()).isEqualTo(100_000);
    assertThat(run.result())
        .satisfies(
            result -> {
              assertThat(result.snapshotHash()).hasSize(64);
              assertThat(result.companies()).isEqualTo(2);
              assertThat(result.arcsAsk()).isEqualTo(2);
              assertThat(result.boundCents()).isEqualTo(100_000);
            });
    assertThat(explained.score()).hasSize(ScoreRule.values().length);
    assertThat(village.cycles.mine(vidal)).hasSize(1);
    assertThat(village.cycles.foundBy(village.operator, id))
        .extracting(Found::state)
        .containsExactly(Cycle.State.PROPOSED);
    assertThat(village.told()).containsExactly("CYCLE_PROPOSED", "CYCLE_PROPOSED");
  }

  @Test
  void doesNothingWhenNobodyAsked() {
    swap();

    assertThat(village.job.runQueued()).isFalse();
  }

  @Test
  void proposesTheSameCycleOnce() {
    swap();
    village.job.queueDaily();
    village.job.runQueued();
    var again = village.clearings.request(village.operator);

    village.job.runQueued();

    assertThat(clearing(again).cyclesKnown()).isEqualTo(1);
    assertThat(clearing(again).cyclesProposed()).isZero();
  }

  @Test
  void remembersARefusalForThirtyDays() {
    var vidal = swap();
    village.job.queueDaily();
    village.job.runQueued();
    var cycle = village.cycles.mine(vidal).get(0).cycle().id();
    village.refuse(vidal, cycle);

    var next = village.clearings.request(village.operator);
    village.job.runQueued();
    assertThat(village.cycles.mine(vidal)).hasSize(1);
    assertThat(clearing(next).cyclesFound()).isZero();
    assertThat(clearing(next).result()).extracting(Clearing.Result::arcsNever).isEqualTo(1L);

    database.clock().advance(Duration.ofDays(31));
    village.job.queueDaily();
    village.job.runQueued();
    assertThat(village.cycles.mine(vidal)).hasSize(2);
  }

  @Test
  void asksNobodyAgainWhoLetTheSameRunOut() {
    var vidal = swap();
    village.job.queueDaily();
    village.job.runQueued();
    database.clock().advance(Duration.ofDays(10));
    village.cycles.expireDue();

    village.job.queueDaily();
    village.job.runQueued();

    assertThat(village.cycles.mine(vidal))
        .extracting(one -> one.cycle().state())
        .containsExactly(Cycle.State.EXPIRED);
  }

  @Test
  void proposesARefusedCycleAgainWhenAListingHasChanged() {
    var vidal = swap();
    village.job.queueDaily();
    village.job.runQueued();
    village.refuse(vidal, village.cycles.mine(vidal).get(0).cycle().id());
    var offer =
        village.listings.mine(vidal).stream()
            .filter(listing -> listing.side() == Listing.Side.OFFER)
            .findFirst()
            .orElseThrow();
    village.listings.edit(
        vidal,
        offer.id(),
        offer.revision(),
        village.draft("Better web design", 10, 5_000, Listing.Side.OFFER));

    village.job.queueDaily();
    village.job.runQueued();

    assertThat(village.cycles.mine(vidal)).hasSize(2);
  }

  @Test
  void dropsACycleWhoseListingChangedWhileTheEngineWorked() {
    var vidal = swap();
    var id = village.clearings.request(village.operator);
    var slow =
        interrupted(
            progress ->
                village
                    .listings
                    .mine(vidal)
                    .forEach(listing -> village.listings.pause(vidal, listing.id())));

    slow.job.runQueued();

    assertThat(clearing(id).cyclesDropped()).isEqualTo(1);
    assertThat(village.cycles.mine(vidal)).isEmpty();
  }

  @Test
  void dropsACycleThatACompanysNewLimitsForbid() {
    var vidal = swap();
    var sud = village.members.companies().approved().get(0).id();
    var id = village.clearings.request(village.operator);
    var slow = interrupted(progress -> village.preferences.exclude(vidal, sud));

    slow.job.runQueued();

    assertThat(clearing(id).cyclesDropped()).isEqualTo(1);
  }

  @Test
  void givesEqualMarketsEqualHashes() {
    swap();
    var before = village.clearings.request(village.operator);
    village.job.runQueued();
    var same = village.clearings.request(village.operator);
    village.job.runQueued();
    village.offers(village.premium("Roux"), "Oak counter", 1);
    var other = village.clearings.request(village.operator);
    village.job.runQueued();

    assertThat(hash(same)).isEqualTo(hash(before));
    assertThat(hash(other)).isNotEqualTo(hash(before));
  }

  private String hash(ClearingId id) {
    var result = clearing(id).result();
    if (result == null) {
      throw new AssertionError("Clearing %s has no result.".formatted(id));
    }
    return result.snapshotHash();
  }

  @Test
  void showsHowFarItIs() {
    swap();
    var id = village.clearings.request(village.operator);
    var seen = new ArrayList<Clearing>();
    var slow =
        interrupted(
            progress -> {
              database.clock().advance(Duration.ofSeconds(2));
              progress.report(
                  new Progress.Standing(Phase.IMPROVEMENT, 60, 100_000, 90_000, 120_000L, 1));
              seen.add(clearing(id));
            });

    slow.job.runQueued();

    assertThat(seen.get(0).state()).isEqualTo(Clearing.State.RUNNING);
    assertThat(seen.get(0).phase()).isEqualTo(Phase.IMPROVEMENT);
    assertThat(seen.get(0).percent()).isEqualTo(60);
    assertThat(seen.get(0).gapPercent()).isEqualTo(25);
    assertThat(village.clearings.explained(village.operator, id).moments())
        .last()
        .satisfies(
            moment -> {
              assertThat(moment.millis()).isBetween(2_000L, 60_000L);
              assertThat(moment.expectedCents()).isEqualTo(90_000);
              assertThat(moment.expectedBoundCents()).isEqualTo(120_000);
            });
  }

  @Test
  void isNotTakenForDeadWhileTheEngineOnlyAsksWhetherToGoOn() {
    swap();
    var id = village.clearings.request(village.operator);
    var slow =
        interrupted(
            progress -> {
              for (int minute = 0; minute < 5; minute++) {
                database.clock().advance(Duration.ofMinutes(1));
                assertThat(progress.cancelled()).isFalse();
                assertThat(village.job.runQueued()).isFalse();
              }
            });

    slow.job.runQueued();

    assertThat(clearing(id).state()).isEqualTo(Clearing.State.DONE);
  }

  @ParameterizedTest(name = "trial: {0}")
  @ValueSource(booleans = {false, true})
  void proposesNothingOnceItIsStopped(boolean trial) {
    var vidal = swap();
    var asked = new Clearing.Asked(trial, 3, 50, 9_000, 5);
    var id = village.clearings.request(village.operator, asked);
    var slow =
        interrupted(
            progress -> {
              village.clearings.stop(village.operator, id);
              database.clock().advance(Duration.ofSeconds(2));
              assertThat(progress.cancelled()).isTrue();
            });

    slow.job.runQueued();

    assertThat(clearing(id).failure()).isEqualTo(Clearing.Failure.STOPPED);
    assertThat(village.cycles.mine(vidal)).isEmpty();
  }

  @Test
  void saysWhyItFailed() {
    var id = village.clearings.request(village.operator);
    var broken =
        interrupted(
            progress -> {
              throw new IllegalStateException("No memory left");
            });

    assertThatThrownBy(broken.job::runQueued).hasMessage("No memory left");

    assertThat(clearing(id).state()).isEqualTo(Clearing.State.FAILED);
    assertThat(clearing(id).failureText()).isEqualTo("No memory left");
    village.job.queueDaily();
    assertThat(village.job.runQueued()).isTrue();
  }

  @Test
  void runsOneAtATimeOnAllNodes() throws Exception {
    swap();
    village.clearings.request(village.operator);
    var working = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var slow =
        interrupted(
            progress -> {
              working.countDown();
              await(goOn);
            });
    var thread = Executors.newSingleThreadExecutor();
    var first = thread.submit(slow.job::runQueued);
    assertThat(working.await(30, TimeUnit.SECONDS)).isTrue();
    var second = village.clearings.request(village.operator);

    assertThat(village.job.runQueued()).isFalse();
    assertThat(clearing(second).state()).isEqualTo(Clearing.State.QUEUED);

    goOn.countDown();
    assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(village.job.runQueued()).isTrue();
    thread.shutdown();
  }

  @Test
  void startsAgainOnceAfterItsNodeDied() {
    var vidal = swap();
    var asked = new Clearing.Asked(false, 3, 50, 9_000, 5);
    var id = village.clearings.request(village.operator, asked);
    var woken =
        interrupted(
            progress -> {
              // The node sleeps for three minutes; another one runs its jobs meanwhile.
              database.clock().advance(Duration.ofMinutes(3));
              assertThat(village.job.runQueued()).isTrue();
            });

    woken.job.runQueued();

    assertThat(clearing(id).failure()).isEqualTo(Clearing.Failure.NODE_LOST);
    assertThat(village.clearings.latest(village.operator))
        .extracting(Clearing::cause, Clearing::state)
        .containsExactly(
            tuple(Clearing.Cause.RETRY, Clearing.State.DONE),
            tuple(Clearing.Cause.OPERATOR, Clearing.State.FAILED));
    assertThat(village.clearings.latest(village.operator))
        .extracting(Clearing::asked)
        .containsExactly(asked, asked);
    assertThat(village.cycles.mine(vidal)).hasSize(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Nobody let go.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
