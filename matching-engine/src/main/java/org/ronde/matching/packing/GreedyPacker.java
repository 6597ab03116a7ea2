package org.ronde.matching.packing;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes columns one after the other while they fit and gain: quick, valid, seldom best.
 *
 * <p>Three orders are tried and the best result kept: the greatest gain, the greatest gain for what
 * is used up, and the shortest first.
 */
public final class GreedyPacker {
  private GreedyPacker() {}

  /** The columns taken, in ascending order. */
  public static List<Integer> pack(PackingProblem problem) {
    Comparator<Integer> byGain = comparingLong((Integer column) -> -problem.gain(column));
    Comparator<Integer> byDensity =
        comparingDouble((Integer column) -> -problem.gain(column) / share(problem, column));
    Comparator<Integer> byLength =
        comparingInt((Integer column) -> problem.endUse(column) - problem.firstUse(column));
    List<Integer> best = List.of();
    for (var order : List.of(byGain, byDensity, byLength.thenComparing(byGain))) {
      var taken = inOrder(problem, order);
      if (best.isEmpty() || problem.gain(taken) > problem.gain(best)) {
        best = taken;
      }
    }
    return best;
  }

  private static double share(PackingProblem problem, int column) {
    double share = 0;
    for (int use = problem.firstUse(column); use < problem.endUse(column); use++) {
      share += problem.amount(use) / (double) problem.rows().get(problem.row(use)).capacity();
    }
    return share;
  }

  private static List<Integer> inOrder(PackingProblem problem, Comparator<Integer> order) {
    var used = new long[problem.rows().size()];
    var taken = new ArrayList<Integer>();
    IntStream.range(0, problem.columns())
        .boxed()
        .sorted(order.thenComparing(Comparator.naturalOrder()))
        .forEach(column -> takeIfItGains(problem, column, used, taken));
    return taken.stream().sorted().toList();
  }

  static void takeIfItGains(PackingProblem problem, int column, long[] used, List<Integer> taken) {
    if (problem.fits(column, used) && problem.gainBeside(column, used) > 0) {
      problem.use(column, used);
      taken.add(column);
    }
  }
}
