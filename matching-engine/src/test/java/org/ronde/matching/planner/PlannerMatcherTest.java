package org.ronde.matching.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.ronde.matching.ArcKind;
import org.ronde.matching.Limits;
import org.ronde.matching.Market;
import org.ronde.matching.Markets;
import org.ronde.matching.Packing;
import org.ronde.matching.Phase;
import org.ronde.matching.Progress;
import org.ronde.matching.ScoreRule;
import org.ronde.matching.Status;
import org.ronde.matching.cycles.Candidates;
import org.ronde.matching.graph.MarketGraph;
import org.ronde.matching.packing.GreedyPacker;
import org.ronde.matching.packing.MarketProblem;
import org.ronde.matching.packing.PackingChecker;
import org.ronde.matching.packing.Scores;

class PlannerMatcherTest {
  private final PlannerMatcher matcher = new PlannerMatcher(InstantSource.system());

  /** Too large to be proved, so that the planner has its part. */
  private static final Market LARGE = Markets.generated(60, 12, 4, 1);

  @Test
  void matchesTwoThousandListings() {
    var market = Markets.generated(200, 40, 5, 7);
    var limits = Limits.standard().withStepsMax(300);

    var packing = matcher.match(market, limits, Progress.none());

    assertThat(packing.status()).isEqualTo(Status.FEASIBLE);
    assertThat(packing.stoppedByClock()).isFalse();
    assertThat(packing.boundCents()).isGreaterThan(packing.valueCents());
    assertThat(PackingChecker.faults(market, limits, packing)).isEmpty();
  }

  @Test
  void packsWellWhereCyclesAreTooManyToList() {
    var market = Markets.generated(150, 10, 4, 1);
    var limits = Limits.standard().withCandidatesMax(5_000).withStepsMax(4_500);

    var packing = matcher.match(market, limits, Progress.none());

    assertThat(packing.candidates().cut()).isTrue();
    assertThat(PackingChecker.faults(market, limits, packing)).isEmpty();
    var graph = MarketGraph.of(market);
    var listed = Candidates.find(graph, limits, () -> false).list();
    var greedy = GreedyPacker.pack(MarketProblem.of(graph, listed));
    var counted =
        Scores.card(graph, greedy.stream().map(listed::get).toList())
            .count(ScoreRule.COUNTED_VALUE);
    assertThat(packing.countedCents()).isGreaterThan(counted * 6 / 5);
    assertThat(packing.expectedGap()).isBetween(0.0, 0.35);
  }

  @Test
  void moreStepsNeverWorsenAPacking() {
    var packings = new ArrayList<Packing>();
    for (long steps : new long[] {0, 100, 400}) {
      packings.add(matcher.match(LARGE, Limits.standard().withStepsMax(steps), Progress.none()));
    }

    assertThat(packings.get(0).steps()).isZero();
    assertThat(packings).extracting(Packing::score).isSorted();
  }

  @Test
  void tellsItsPhasesInOrder() {
    var phases = new ArrayList<Phase>();
    var values = new ArrayList<Long>();

    var packing =
        matcher.match(
            LARGE,
            Limits.standard().withStepsMax(100),
            new Progress() {
              @Override
              public void report(Standing standing) {
                assertThat(standing.percent()).isBetween(0, 100);
                phases.add(standing.phase());
                values.add(standing.valueCents());
              }

              @Override
              public boolean cancelled() {
                return false;
              }
            });

    assertThat(phases).isSorted().contains(Phase.values());
    assertThat(values.get(values.size() - 1)).isEqualTo(packing.valueCents());
  }

  @Test
  void returnsWhatItHasWhenCancelled() {
    var limits = Limits.standard().withStepsMax(1_000_000);

    var packing =
        matcher.match(
            LARGE,
            limits,
            new Progress() {
              private boolean improving;

              @Override
              public void report(Standing standing) {
                improving = improving || standing.phase() == Phase.IMPROVEMENT;
              }

              @Override
              public boolean cancelled() {
                return improving;
              }
            });

    assertThat(packing.cycles()).isNotEmpty();
    assertThat(packing.steps()).isLessThan(100_000);
    assertThat(packing.stoppedByClock()).isFalse();
    assertThat(PackingChecker.faults(LARGE, limits, packing)).isEmpty();
  }

  @Test
  void recordsThatTheClockStruck() {
    var ticking =
        new InstantSource() {
          private long asked;

          @Override
          public Instant instant() {
            return Instant.EPOCH.plusMillis(asked++);
          }
        };

    var packing =
        new PlannerMatcher(ticking)
            .match(
                LARGE,
                Limits.standard().withStepsMax(1_000_000).withTimeMax(Duration.ofSeconds(6)),
                Progress.none());

    assertThat(packing.stoppedByClock()).isTrue();
    assertThat(packing.status()).isEqualTo(Status.FEASIBLE);
    assertThat(packing.cycles()).isNotEmpty();
  }

  @Test
  void listsEveryArcOfTheMarket() {
    var arcs = matcher.arcs(LARGE);

    var packing = matcher.match(LARGE, Limits.standard().withStepsMax(0), Progress.none());

    assertThat(arcs.stream().filter(arc -> arc.kind() != ArcKind.NEVER).count())
        .isEqualTo(packing.arcs().usable());
    assertThat(arcs).hasSize((int) (packing.arcs().usable() + packing.arcs().never()));
  }

  @Test
  void anotherSeedMayChooseOtherwiseAndSaysSo() {
    var limits = Limits.standard().withStepsMax(50).withSeed(42);

    assertThat(matcher.match(LARGE, limits, Progress.none()).seed()).isEqualTo(42);
  }

  @Test
  void neverCallsACutMarketOptimal() {
    var market = Markets.generated(30, 4, 3, 1);

    var packing =
        matcher.match(
            market, Limits.standard().withCandidatesMax(20).withStepsMax(100), Progress.none());

    assertThat(packing.candidates().cut()).isTrue();
    assertThat(packing.status()).isEqualTo(Status.FEASIBLE);
    assertThat(packing.boundCents()).isNotNull();
  }
}
