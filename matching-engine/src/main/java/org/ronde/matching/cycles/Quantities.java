package org.ronde.matching.cycles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.ronde.matching.Company;
import org.ronde.matching.graph.GraphArc;
import org.ronde.matching.graph.MarketGraph;

/**
 * How much each company of a cycle gives, so that all legs are worth nearly the same.
 *
 * <p>A level is a common value aimed at; each leg takes the multiple of its step nearest to it. The
 * highest level is bounded by the leg that runs out first. Levels come highest first, and only
 * those that {@link Balance} accepts; at most {@value #TRIALS_MAX} are tried.
 */
final class Quantities {
  private static final int TRIALS_MAX = 26;
  private static final int TRIALS_FROM_TOP = 8;
  private static final int TRIALS_SPREAD = 16;

  private final MarketGraph graph;
  private final long[] offerLeft;
  private final long[] needLeft;

  /** Quantities out of what is left of each offer and need. */
  Quantities(MarketGraph graph, long[] offerLeft, long[] needLeft) {
    this.graph = graph;
    this.offerLeft = offerLeft;
    this.needLeft = needLeft;
  }

  /** Quantities out of whole offers and needs. */
  static Quantities whole(MarketGraph graph) {
    return new Quantities(
        graph,
        graph.offers().stream().mapToLong(offer -> offer.quantity()).toArray(),
        graph.needs().stream().mapToLong(need -> need.quantity()).toArray());
  }

  /** Up to {@code max} ways to fill the cycle, highest first and evenly spread; may be empty. */
  List<List<Lot>> levels(List<GraphArc> arcs, int max) {
    int length = arcs.size();
    var unit = new long[length];
    var most = new long[length];
    var givers = new Company[length];
    long highest = Long.MAX_VALUE;
    for (int leg = 0; leg < length; leg++) {
      var arc = arcs.get(leg);
      unit[leg] = arc.step() * arc.unitValueCents();
      most[leg] = Math.min(offerLeft[arc.offer()], needLeft[arc.need()]) / arc.step();
      if (most[leg] == 0) {
        return List.of();
      }
      givers[leg] = graph.companies().get(arc.giver());
      highest = Math.min(highest, most[leg] * unit[leg]);
    }
    var found = new ArrayList<List<Lot>>();
    var last = new long[length];
    for (long level : levelsToTry(unit, highest).descendingSet()) {
      var steps = nearestSteps(level, unit, most);
      if (Arrays.equals(steps, last)) {
        continue;
      }
      last = steps;
      var values = new long[length];
      for (int leg = 0; leg < length; leg++) {
        values[leg] = steps[leg] * unit[leg];
      }
      var topUps = Balance.findTopUps(givers, values);
      if (topUps.isPresent()) {
        found.add(lots(arcs, steps, topUps.get()));
        if (max == 1) {
          break;
        }
      }
    }
    return spread(found, max);
  }

  private static NavigableSet<Long> levelsToTry(long[] unit, long highest) {
    long coarsest = 0;
    for (long each : unit) {
      coarsest = Math.max(coarsest, each);
    }
    long stepsMax = Math.max(1, (highest + coarsest / 2) / coarsest);
    var levels = new TreeSet<Long>();
    levels.add(highest);
    addExactLevel(levels, unit, highest);
    if (stepsMax <= TRIALS_MAX - 2) {
      for (long steps = stepsMax; steps >= 1; steps--) {
        levels.add(steps * coarsest);
      }
    } else {
      for (long steps = stepsMax; steps > stepsMax - TRIALS_FROM_TOP; steps--) {
        levels.add(steps * coarsest);
      }
      long below = stepsMax - TRIALS_FROM_TOP;
      for (long i = 1; i <= TRIALS_SPREAD; i++) {
        levels.add(Math.max(1, below * i / TRIALS_SPREAD) * coarsest);
      }
    }
    return levels;
  }

  /** The highest level at which all legs are worth exactly the same, when there is one. */
  private static void addExactLevel(NavigableSet<Long> levels, long[] unit, long highest) {
    long common = 1;
    for (long each : unit) {
      long factor = each / gcd(common, each);
      if (factor > highest / common) {
        return;
      }
      common *= factor;
    }
    levels.add(highest / common * common);
  }

  private static long[] nearestSteps(long level, long[] unit, long[] most) {
    var steps = new long[unit.length];
    for (int leg = 0; leg < unit.length; leg++) {
      long nearest = (level + unit[leg] / 2) / unit[leg];
      steps[leg] = Math.max(1, Math.min(most[leg], nearest));
    }
    return steps;
  }

  private static List<Lot> lots(List<GraphArc> arcs, long[] steps, long[] topUps) {
    var lots = new ArrayList<Lot>();
    for (int leg = 0; leg < steps.length; leg++) {
      var arc = arcs.get(leg);
      lots.add(new Lot(arc, steps[leg] * arc.step(), topUps[leg]));
    }
    return lots;
  }

  private static <T> List<T> spread(List<T> all, int max) {
    if (all.size() <= max) {
      return all;
    }
    var some = new ArrayList<T>();
    for (int i = 0; i < max; i++) {
      some.add(all.get((int) ((long) i * all.size() / max)));
    }
    return some;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
