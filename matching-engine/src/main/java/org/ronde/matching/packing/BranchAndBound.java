package org.ronde.matching.packing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes or leaves one column after the other, and turns back where no packing can be better.
 *
 * <p>Each node relaxes what is still open: its bound prunes, its shares are rounded to a packing,
 * and the column with the greatest broken share is decided next, taken first. At the root, columns
 * that cannot be part of a better packing are dropped for good.
 */
final class BranchAndBound {
  private static final double WHOLE = 1e-4;

  private final PackingProblem problem;
  private final Effort effort;
  private int[] open;
  private List<Integer> best;
  private long bestGain;
  private double rootBound;
  private boolean proved;

  /** One decision; with those before it, a node of the search. */
  private record Decision(@Nullable Decision before, int column, boolean taken) {}

  BranchAndBound(PackingProblem problem, int[] columns, List<Integer> known, Effort effort) {
    this.problem = problem;
    this.open = columns;
    this.effort = effort;
    this.best = known;
    this.bestGain = problem.gain(known);
    this.rootBound = evenBound(columns);
  }

  /** Each row pays the greatest part of a column's gain that falls on it: crude, always valid. */
  private double evenBound(int[] columns) {
    var price = new double[problem.rows().size()];
    for (int column : columns) {
      int hard = 0;
      for (int use = problem.firstUse(column); use < problem.endUse(column); use++) {
        hard += problem.rows().get(problem.row(use)).hard() ? 1 : 0;
      }
      for (int use = problem.firstUse(column); use < problem.endUse(column); use++) {
        var row = problem.rows().get(problem.row(use));
        if (row.hard()) {
          double perUnit = problem.gain(column) / (double) hard / problem.amount(use);
          price[problem.row(use)] = Math.max(price[problem.row(use)], perUnit * row.capacity());
        }
      }
    }
    return Arrays.stream(price).sum();
  }

  void run() {
    proved = search();
    if (proved) {
      rootBound = bestGain;
    }
  }

  List<Integer> best() {
    return best;
  }

  double bound() {
    return rootBound;
  }

  boolean proved() {
    return proved;
  }

  private boolean search() {
    var nodes = new ArrayDeque<Decision>();
    nodes.push(new Decision(null, -1, false));
    while (!nodes.isEmpty()) {
      if (!effort.spendNode()) {
        return false;
      }
      var node = nodes.pop();
      int next = look(node);
      if (effort.isSpent()) {
        return false;
      }
      if (next >= 0) {
        nodes.push(new Decision(node, next, false));
        nodes.push(new Decision(node, next, true));
      }
    }
    return true;
  }

  /** Bounds and rounds one node; the column to decide next, or -1 when nothing better is below. */
  private int look(Decision node) {
    boolean isRoot = node.column() < 0;
    var taken = new ArrayList<Integer>();
    var left = new boolean[problem.columns()];
    for (var at = node; at != null && at.column() >= 0; at = at.before()) {
      left[at.column()] = true;
      if (at.taken()) {
        taken.add(at.column());
      }
    }
    var used = new long[problem.rows().size()];
    long gain = 0;
    for (int column : taken) {
      gain += problem.gainBeside(column, used);
      problem.use(column, used);
    }
    int[] columns =
        Arrays.stream(open).filter(column -> !left[column] && problem.fits(column, used)).toArray();
    var relaxation = Relaxation.solve(problem, columns, used, effort);
    double bound = gain + relaxation.bound();
    if (isRoot) {
      rootBound = Math.min(rootBound, bound);
    }
    var shares = relaxation.shares();
    round(taken, used, columns, shares);
    if (isPruned(bound)) {
      return -1;
    }
    if (isRoot) {
      open =
          Arrays.stream(columns)
              .filter(column -> !isPruned(bound - Math.max(0, relaxation.loss(column))))
              .toArray();
    }
    return branchColumn(columns, shares);
  }

  /** Gains are whole numbers, so a bound below the next one proves enough. */
  private boolean isPruned(double bound) {
    return Math.floor(bound + 1e-12 * Math.abs(bound) + 1e-6) <= bestGain;
  }

  private int branchColumn(int[] columns, double[] shares) {
    int chosen = -1;
    double greatest = -1;
    for (int i = 0; i < columns.length; i++) {
      boolean broken = shares[i] > WHOLE && shares[i] < 1 - WHOLE;
      double rank = broken ? 1 + shares[i] : shares[i];
      if (rank > greatest) {
        greatest = rank;
        chosen = columns[i];
      }
    }
    return chosen;
  }

  private void round(List<Integer> taken, long[] used, int[] columns, double[] shares) {
    var rounded = new ArrayList<>(taken);
    var usedRounded = used.clone();
    Comparator<Integer> byShare = Comparator.comparingDouble((Integer i) -> -shares[i]);
    Comparator<Integer> byGain = Comparator.comparingLong((Integer i) -> -problem.gain(columns[i]));
    IntStream.range(0, columns.length)
        .filter(i -> shares[i] > WHOLE)
        .boxed()
        .sorted(byShare.thenComparing(byGain).thenComparing(Comparator.naturalOrder()))
        .forEach(i -> GreedyPacker.takeIfItGains(problem, columns[i], usedRounded, rounded));
    for (int column : columns) {
      GreedyPacker.takeIfItGains(problem, column, usedRounded, rounded);
    }
    var ascending = rounded.stream().sorted().toList();
    long gain = problem.gain(ascending);
    if (gain > bestGain) {
      best = ascending;
      bestGain = gain;
    }
  }
}
