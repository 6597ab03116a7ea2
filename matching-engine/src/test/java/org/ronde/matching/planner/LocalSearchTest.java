package org.ronde.matching.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.solver.SolutionManager;
import org.optaplanner.core.api.solver.SolverFactory;
import org.ronde.matching.Histories;
import org.ronde.matching.Limits;
import org.ronde.matching.Markets;
import org.ronde.matching.Remembered;
import org.ronde.matching.ScoreCard;
import org.ronde.matching.ScoreLine;
import org.ronde.matching.ScoreRule;
import org.ronde.matching.cycles.Candidate;
import org.ronde.matching.cycles.Candidates;
import org.ronde.matching.graph.MarketGraph;
import org.ronde.matching.packing.Effort;
import org.ronde.matching.packing.ExactPacker;
import org.ronde.matching.packing.GreedyPacker;
import org.ronde.matching.packing.MarketProblem;
import org.ronde.matching.packing.PackingProblem;
import org.ronde.matching.packing.Scores;

class LocalSearchTest {
  private static Improvement improvement(PackingProblem problem, List<Integer> known, long steps) {
    return new Improvement(problem, known, steps, () -> false, (percent, best) -> {});
  }

  private static MarketGraph graph(int seed) {
    var market = Remembered.drawn(Markets.generated(12, 5, 2, seed), seed);
    return MarketGraph.of(Histories.doubting(market, seed % 2 == 0 ? 100 : 50, seed));
  }

  private static List<Candidate> candidates(int seed) {
    return Candidates.find(graph(seed), Limits.standard(), () -> false).list();
  }

  private static PackingProblem problem(int seed, List<Candidate> candidates) {
    return MarketProblem.of(graph(seed), candidates);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void reachesWhatTheExactPackerProves(int seed) {
    var candidates = candidates(seed);
    var problem = problem(seed, candidates);

    var exact =
        ExactPacker.pack(problem, List.of(), new Effort(10_000, Long.MAX_VALUE, () -> false));
    var improved =
        LocalSearch.improve(
            graph(seed), improvement(problem, List.of(), 1_500), candidates, List.of(), 1);

    assertThat(exact.proved()).isTrue();
    assertThat(problem.gain(improved)).isEqualTo(exact.gain());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3})
  void isNeverWorseThanItsStart(int seed) {
    var candidates = candidates(seed);
    var problem = problem(seed, candidates);
    var greedy = GreedyPacker.pack(problem);

    var improved =
        LocalSearch.improve(graph(seed), improvement(problem, greedy, 20), candidates, greedy, 1);

    assertThat(problem.gain(improved)).isGreaterThanOrEqualTo(problem.gain(greedy));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3})
  void theSolverExplainsTheScoreAsTheCardDoes(int seed) {
    var candidates = candidates(seed);
    var problem = problem(seed, candidates);
    var greedy = GreedyPacker.pack(problem);
    var plan = LocalSearch.plan(graph(seed), improvement(problem, greedy, 1), candidates, greedy);

    var explained =
        SolutionManager.create(SolverFactory.<ChoicePlan>create(LocalSearch.config(List.of(), 1)))
            .explain(plan);

    var card = Scores.card(graph(seed), greedy.stream().map(candidates::get).toList());
    assertThat(explained.getScore())
        .isEqualTo(
            HardMediumSoftLongScore.of(
                card.points(ScoreRule.Level.HARD),
                card.points(ScoreRule.Level.MEDIUM),
                card.points(ScoreRule.Level.SOFT)));
    assertThat(namedContributions(card))
        .containsExactlyInAnyOrderElementsOf(
            explained.getConstraintMatchTotalMap().values().stream()
                .map(
                    total -> {
                      var numbers = total.getScore().toLevelNumbers();
                      long sum = 0;
                      for (var number : numbers) {
                        sum += number.longValue();
                      }
                      return total.getConstraintName() + " " + sum;
                    })
                .toList());
  }

  private static List<String> namedContributions(ScoreCard card) {
    var named = new ArrayList<String>();
    for (ScoreLine line : card.lines()) {
      if (line.rule().level() != ScoreRule.Level.HARD) {
        named.add(line.rule().name() + " " + line.contribution());
      }
    }
    return named;
  }
}
