package org.ronde.matching.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optaplanner.core.config.phase.PhaseConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.ronde.matching.Limits;
import org.ronde.matching.Markets;
import org.ronde.matching.Remembered;
import org.ronde.matching.cycles.Candidate;
import org.ronde.matching.cycles.Candidates;
import org.ronde.matching.graph.MarketGraph;
import org.ronde.matching.packing.GreedyPacker;
import org.ronde.matching.packing.MarketProblem;
import org.ronde.matching.packing.PackingProblem;

/** Exact repairs beside late acceptance; the seed in a test's name tells the market. */
class RepairsTest {
  private static final long STEPS = 700;

  /** A market's choices, and the greedy packing that everybody here begins with. */
  private record Start(
      MarketGraph graph, List<Candidate> candidates, PackingProblem problem, List<Integer> greedy) {
    static Start of(int companies, int seed) {
      var market = Remembered.drawn(Markets.generated(companies, 8, 3, seed), seed);
      var graph = MarketGraph.of(market);
      var candidates = Candidates.find(graph, Limits.standard(), () -> false).list();
      var problem = MarketProblem.of(graph, candidates);
      return new Start(graph, candidates, problem, GreedyPacker.pack(problem));
    }

    ChoicePlan plan(Improvement improvement) {
      return LocalSearch.plan(graph, improvement, candidates, greedy);
    }

    Improvement improvement(long steps, BooleanSupplier stop) {
      return new Improvement(problem, greedy, steps, stop, (percent, best) -> {});
    }
  }

  private List<Integer> inTurns(Start start, Improvement improvement, long seed) {
    return LocalSearch.improve(
        start.graph(), improvement, start.candidates(), start.greedy(), seed);
  }

  @Test
  void reachMoreThanLateAcceptanceAloneInAsManySteps() {
    long gained = 0;
    for (int seed = 1; seed <= 4; seed++) {
      var start = Start.of(40, seed);
      var improvement = start.improvement(STEPS, () -> false);

      var inTurns = inTurns(start, improvement, 1);
      var alone =
          LocalSearch.improve(
              start.plan(start.improvement(STEPS, () -> false)),
              LocalSearch.config(List.of(LocalSearch.lateAcceptance(STEPS, Long.MAX_VALUE)), 1));

      long ahead = start.problem().gain(inTurns) - start.problem().gain(alone);
      assertThat(improvement.steps()).isLessThanOrEqualTo(STEPS);
      assertThat(ahead).as("seed %d", seed).isNotNegative();
      gained += ahead;
    }
    assertThat(gained).isPositive();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3})
  void theSameSeedGivesTheSamePacking(int seed) {
    var start = Start.of(30, seed);

    var once = inTurns(start, start.improvement(500, () -> false), seed);
    var again = inTurns(start, start.improvement(500, () -> false), seed);

    assertThat(again).isEqualTo(once);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3})
  void moreStepsNeverWorsenAPacking(int seed) {
    var start = Start.of(30, seed);

    long before = start.problem().gain(start.greedy());
    for (long each : new long[] {1, 2, 7, 60, 301, 450, 500}) {
      var improvement = start.improvement(each, () -> false);
      long gain = start.problem().gain(inTurns(start, improvement, 1));
      assertThat(improvement.steps()).isLessThanOrEqualTo(each);
      assertThat(gain).isGreaterThanOrEqualTo(before);
      before = gain;
    }
  }

  @Test
  void theSolverAssertsEachScoreAndChange() {
    var start = Start.of(12, 1);
    var repairs = new Repairs(40, new SplittableRandom(1));
    List<PhaseConfig<?>> phases =
        List.of(LocalSearch.repairing(repairs), LocalSearch.lateAcceptance(20, Long.MAX_VALUE));

    var improved =
        LocalSearch.improve(
            start.plan(start.improvement(100, () -> false)),
            LocalSearch.config(phases, 1).withEnvironmentMode(EnvironmentMode.FULL_ASSERT));

    assertThat(start.problem().gain(improved)).isGreaterThan(start.problem().gain(start.greedy()));
  }

  @ParameterizedTest(name = "after {0} questions")
  @ValueSource(ints = {0, 1, 10, 100, 1_000, 10_000})
  void keepTheBestSoFarWhenStopped(int questions) {
    var start = Start.of(30, 1);
    var asked = new AtomicInteger();
    var improvement = start.improvement(1_000_000, () -> asked.incrementAndGet() > questions);

    var improved = inTurns(start, improvement, 1);

    assertThat(start.problem().gain(improved))
        .isGreaterThanOrEqualTo(start.problem().gain(start.greedy()));
    assertThat(improvement.steps()).isLessThan(10_000);
  }
}
