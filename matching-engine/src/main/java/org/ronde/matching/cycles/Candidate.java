package org.ronde.matching.cycles;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.ronde.matching.Cycle;
import org.ronde.matching.Leg;
import org.ronde.matching.ScoreRule;
import org.ronde.matching.TopUp;
import org.ronde.matching.graph.MarketGraph;

/**
 * A cycle at one quantity level, with what it adds to a score.
 *
 * @param cycle number of the cycle; candidates with the same number differ in quantities only
 * @param lots in order, each receiver the next one's giver
 * @param plansToOrder free companies in it, when it is longer than a swap
 * @param yesMillionths how likely all its companies say yes, in millionths
 */
public record Candidate(int cycle, List<Lot> lots, int plansToOrder, long yesMillionths) {
  /** Tenths of a company that is sure to be served. */
  public static final long SERVED_SURELY = 10;

  private static final long MILLION = 1_000_000;
  private static final List<ScoreRule> RULES = List.of(ScoreRule.values());

  public Candidate {
    lots = List.copyOf(lots);
  }

  /** With what its companies add to the score. */
  public static Candidate of(MarketGraph graph, int cycle, List<Lot> lots) {
    int free = 0;
    long yes = MILLION;
    long certain = 1;
    for (var lot : lots) {
      var company = graph.companies().get(lot.arc().giver());
      free += company.premium() ? 0 : 1;
      yes *= company.history().yesPercent();
      certain *= 100;
    }
    return new Candidate(cycle, lots, lots.size() > 2 ? free : 0, yes / certain);
  }

  public int length() {
    return lots.size();
  }

  public long valueCents() {
    return sum(Lot::valueCents);
  }

  /** A loop: large markets ask millions of times. */
  private long sum(ToLongFunction<Lot> amount) {
    long sum = 0;
    for (var lot : lots) {
      sum += amount.applyAsLong(lot);
    }
    return sum;
  }

  /** The weakest leg at reference values: what each leg counts. */
  public long countedCentsPerLeg() {
    long weakest = Long.MAX_VALUE;
    for (var lot : lots) {
      weakest = Math.min(weakest, lot.referenceCents());
    }
    return weakest;
  }

  /** How far each of its companies counts as served by it, in tenths, to the nearest. */
  public long servedTenths() {
    return (yesMillionths * SERVED_SURELY + MILLION / 2) / MILLION;
  }

  /** What each leg counts, weighed by the chance that the cycle comes about. */
  public long expectedCentsPerLeg() {
    long counted = countedCentsPerLeg();
    return counted / MILLION * yesMillionths + counted % MILLION * yesMillionths / MILLION;
  }

  /** What the whole cycle counts, weighed likewise. */
  public long expectedCents() {
    return expectedCentsPerLeg() * length();
  }

  /**
   * How often a soft rule applies to this candidate, in the rule's unit; rules about companies
   * count in {@link org.ronde.matching.History}.
   */
  public long count(ScoreRule rule) {
    return switch (rule) {
      case COUNTED_VALUE -> countedCentsPerLeg() * length();
      case VALUE_IN_DOUBT -> countedCentsPerLeg() * length() - expectedCents();
      case WOULD_TAKE -> expectedCentsPerLeg() * sum(lot -> lot.arc().wouldTake() ? 1 : 0);
      case TOP_UP_MOVED -> sum(Lot::topUpCents);
      case LONG_CYCLE -> length() - 2L;
      case PLAN_TO_ORDER -> plansToOrder;
      case DISTANCE -> sum(lot -> lot.arc().distance());
      case OFFER_OVERUSED, NEED_OVERUSED, GROUP_USED_TWICE, CYCLE_USED_TWICE -> 0;
      case COMPANY_OVERBOOKED, COMPANY_SERVED, COMPANY_IN_DOUBT, WAITING, MISSED_CYCLES -> 0;
    };
  }

  /** The sum of all soft rules. */
  public long softPoints() {
    long points = 0;
    for (var rule : RULES) {
      points += count(rule) * rule.weight();
    }
    return points;
  }

  /** The same in the market's own ids. */
  public Cycle toCycle(MarketGraph graph) {
    var legs = new ArrayList<Leg>();
    var topUps = new ArrayList<TopUp>();
    for (var lot : lots) {
      var giver = graph.companies().get(lot.arc().giver()).id();
      var receiver = graph.companies().get(lot.arc().receiver()).id();
      legs.add(
          new Leg(
              graph.offers().get(lot.arc().offer()).id(),
              graph.needs().get(lot.arc().need()).id(),
              giver,
              receiver,
              lot.quantity(),
              lot.valueCents()));
      if (lot.topUpCents() > 0) {
        topUps.add(new TopUp(receiver, giver, lot.topUpCents()));
      }
    }
    return new Cycle(legs, topUps);
  }
}
