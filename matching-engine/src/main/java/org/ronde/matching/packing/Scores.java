package org.ronde.matching.packing;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
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
    var tenths = new HashMap<Integer, Long>();
    for (var candidate : chosen) {
      for (var lot : candidate.lots()) {
        tenths.merge(lot.arc().giver(), candidate.servedTenths(), Long::sum);
      }
    }
    long inDoubt =
        tenths.values().stream()
            .mapToLong(each -> Math.max(0, Candidate.SERVED_SURELY - each))
            .sum();
    return new ScoreCard(
        Arrays.stream(ScoreRule.values())
            .map(
                rule ->
                    new ScoreLine(
                        rule,
                        rule == ScoreRule.COMPANY_IN_DOUBT
                            ? inDoubt
                            : count(rule, graph, chosen, tenths.keySet())))
            .toList());
  }

  private static long count(
      ScoreRule rule, MarketGraph graph, List<Candidate> chosen, Collection<Integer> served) {
    return chosen.stream().mapToLong(candidate -> candidate.count(rule)).sum()
        + served.stream()
            .mapToLong(company -> graph.companies().get(company).history().count(rule))
            .sum();
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
