package org.ronde.matching.cycles;

import java.util.ArrayList;
import java.util.List;
import org.ronde.matching.Company;
import org.ronde.matching.Limits;
import org.ronde.matching.graph.GraphArc;
import org.ronde.matching.graph.MarketGraph;

/**
 * Fills a cycle out of what is left of its listings: much that counts, little lost.
 *
 * <p>Legs that count more than the weakest use up a listing for nothing, and so does a rest that is
 * too small for another cycle; both are charged at the listings' prices. The levels tried are those
 * at which some leg comes out whole; each other leg takes the fewest steps that count as much.
 * Where none balances, the multiples nearest to equal values are taken, as for all candidates.
 */
public final class Filling {
  /** Levels tried for each leg, from the highest down. */
  private static final int LEVELS_A_LEG = 3;

  /** How much of what is left over is lost for good. */
  private static final double LEFT_LOST = 0.8;

  private final MarketGraph graph;
  private final long[] offerLeft;
  private final long[] needLeft;
  private final double[] offerPrice;
  private final double[] needPrice;
  private final Quantities fallback;

  private final GraphArc[] arcs = new GraphArc[Limits.CYCLE_LENGTH_MAX];
  private final Company[][] givers = new Company[Limits.CYCLE_LENGTH_MAX + 1][];
  private final long[] most = new long[Limits.CYCLE_LENGTH_MAX];
  private final long[] counted = new long[Limits.CYCLE_LENGTH_MAX];
  private final double[] price = new double[Limits.CYCLE_LENGTH_MAX];
  private final long[][] values = new long[Limits.CYCLE_LENGTH_MAX + 1][];
  private long highest;
  private double lost;

  /**
   * Looks at the lists at each call; they may change in between.
   *
   * @param offerPrice for each offer what a counted cent of it costs in expected cents, 0 when
   *     there is plenty
   * @param needPrice the same for each need
   */
  public Filling(
      MarketGraph graph,
      long[] offerLeft,
      long[] needLeft,
      double[] offerPrice,
      double[] needPrice) {
    this.graph = graph;
    this.offerLeft = offerLeft;
    this.needLeft = needLeft;
    this.offerPrice = offerPrice;
    this.needPrice = needPrice;
    this.fallback = new Quantities(graph, offerLeft, needLeft);
    for (int length = 0; length < values.length; length++) {
      values[length] = new long[length];
      givers[length] = new Company[length];
    }
  }

  /** What the last filling lost, as a part of what it is expected to count. */
  public double lost() {
    return lost;
  }

  /**
   * The lots of the best level that balances; empty when there is none.
   *
   * @param countedMax most cents that a leg should count
   */
  public List<Lot> fill(List<GraphArc> cycle, long countedMax) {
    int length = cycle.size();
    if (!measure(cycle)) {
      return List.of();
    }
    long bestLevel = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int leg = 0; leg < length; leg++) {
      long level = Math.min(highest, Math.max(countedMax, counted[leg]));
      level = leg == 0 ? level : level / counted[leg] * counted[leg];
      for (int each = 0; each < LEVELS_A_LEG && level > 0; each++) {
        double loss = loss(length, level);
        if (loss < least && balances(length, level)) {
          least = loss;
          bestLevel = level;
        }
        level = (level - 1) / counted[leg] * counted[leg];
      }
    }
    if (bestLevel > 0) {
      lost = least / (bestLevel * length);
      return lots(length, bestLevel);
    }
    lost = 1;
    var nearest = fallback.levels(cycle, 1);
    return nearest.isEmpty() ? List.of() : nearest.get(0);
  }

  private boolean measure(List<GraphArc> cycle) {
    highest = Long.MAX_VALUE;
    for (int leg = 0; leg < cycle.size(); leg++) {
      var arc = cycle.get(leg);
      arcs[leg] = arc;
      most[leg] = Math.min(offerLeft[arc.offer()], needLeft[arc.need()]) / arc.step();
      if (most[leg] == 0) {
        return false;
      }
      counted[leg] = arc.step() * arc.referenceCents();
      price[leg] = offerPrice[arc.offer()] + needPrice[arc.need()];
      givers[cycle.size()][leg] = graph.companies().get(arc.giver());
      highest = Math.min(highest, most[leg] * counted[leg]);
    }
    chargeByChance(cycle.size());
    return true;
  }

  /** What is used for nothing weighs the more, the less a cycle may be expected to count. */
  private void chargeByChance(int length) {
    double yes = 1;
    for (var giver : givers[length]) {
      yes *= giver.history().yesPercent() / 100.0;
    }
    for (int leg = 0; leg < length; leg++) {
      price[leg] /= yes;
    }
  }

  private long steps(int leg, long level) {
    return Math.min(most[leg], (level + counted[leg] - 1) / counted[leg]);
  }

  /** What a level uses beyond itself, and what it leaves of the listing that runs out first. */
  private double loss(int length, long level) {
    double loss = 0;
    for (int leg = 0; leg < length; leg++) {
      loss += price[leg] * (steps(leg, level) * counted[leg] - level);
    }
    return loss + LEFT_LOST * (highest - level);
  }

  private boolean balances(int length, long level) {
    var each = values[length];
    for (int leg = 0; leg < length; leg++) {
      each[leg] = steps(leg, level) * arcs[leg].step() * arcs[leg].unitValueCents();
    }
    return Balance.isSettled(givers[length], each);
  }

  private List<Lot> lots(int length, long level) {
    balances(length, level);
    var topUps = Balance.findTopUps(givers[length], values[length]).orElseThrow();
    var lots = new ArrayList<Lot>(length);
    for (int leg = 0; leg < length; leg++) {
      lots.add(new Lot(arcs[leg], steps(leg, level) * arcs[leg].step(), topUps[leg]));
    }
    return lots;
  }
}
