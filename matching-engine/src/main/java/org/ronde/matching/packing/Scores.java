package org.ronde.matching.packing;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.ronde.matching.PlanCost;
import org.ronde.matching.ScoreCard;
import org.ronde.matching.ScoreLine;
import org.ronde.matching.ScoreRule;
import org.ronde.matching.cycles.Candidate;
import org.ronde.matching.graph.MarketGraph;

/** What a valid choice of candidates scores, rule by rule, and what it waits for. */
public final class Scores {
  private Scores() {}

  /** The card of a choice that over-uses nothing: its hard lines are 0. */
  public static ScoreCard card(MarketGraph graph, List<Candidate> chosen) {
    var served = new HashSet<Integer>();
    chosen.forEach(candidate -> candidate.lots().forEach(lot -> served.add(lot.arc().giver())));
    return new ScoreCard(
        Arrays.stream(ScoreRule.values())
            .map(
                rule ->
                    new ScoreLine(
                        rule,
                        chosen.stream().mapToLong(candidate -> candidate.count(rule)).sum()
                            + served.stream()
                                .map(graph.companies()::get)
                                .mapToLong(company -> company.history().count(rule))
                                .sum()))
            .toList());
  }

  /** The part of a choice that waits on free companies. */
  public static PlanCost planCost(MarketGraph graph, List<Candidate> chosen) {
    var waiting = chosen.stream().filter(candidate -> candidate.plansToOrder() > 0).toList();
    long companies =
        waiting.stream()
            .flatMap(candidate -> candidate.lots().stream())
            .map(lot -> graph.companies().get(lot.arc().giver()))
            .filter(company -> !company.premium())
            .distinct()
            .count();
    return new PlanCost(
        waiting.size(), companies, waiting.stream().mapToLong(Candidate::valueCents).sum());
  }
}
