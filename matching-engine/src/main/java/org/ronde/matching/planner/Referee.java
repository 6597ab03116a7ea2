package org.ronde.matching.planner;

import java.util.List;
import java.util.stream.IntStream;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.solver.SolutionManager;
import org.optaplanner.core.api.solver.SolverFactory;
import org.ronde.matching.ScoreCard;
import org.ronde.matching.ScoreRule;
import org.ronde.matching.cycles.Candidate;
import org.ronde.matching.graph.MarketGraph;
import org.ronde.matching.packing.MarketProblem;
import org.ronde.matching.packing.Scores;

/** Scores packings that the planner did not make, by the same {@link PackingRules}. */
final class Referee {
  private Referee() {}

  /**
   * The card of these candidates taken together.
   *
   * @throws IllegalStateException when the rules disagree with it, or one of them is broken
   */
  static ScoreCard card(MarketGraph graph, List<Candidate> chosen) {
    var card = Scores.card(graph, chosen);
    if (chosen.isEmpty()) {
      return card;
    }
    var all = IntStream.range(0, chosen.size()).boxed().toList();
    var improvement =
        new Improvement(
            MarketProblem.of(graph, chosen), all, 1, () -> false, (percent, best) -> {});
    var plan = LocalSearch.plan(graph, improvement, chosen, all);
    var score =
        SolutionManager.<ChoicePlan, HardMediumSoftLongScore>create(
                SolverFactory.<ChoicePlan>create(LocalSearch.config(List.of(), 1)))
            .update(plan);
    var expected =
        HardMediumSoftLongScore.of(
            0, card.points(ScoreRule.Level.MEDIUM), card.points(ScoreRule.Level.SOFT));
    if (!expected.equals(score)) {
      throw new IllegalStateException("the rules say %s, not %s".formatted(score, expected));
    }
    return card;
  }
}
