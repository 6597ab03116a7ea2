package org.ronde.matching.packing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes or leaves one column after the other, and turns back where no packing can be better.
 *
 * <p>Each node relaxes what is still open: its bound prunes, its shares are rounded to a packing,
 * and the column with the greatest broken share is decided next, taken first. Columns that would
 * cost more than what the bound leaves to gain are dropped from all below.
 */
final class BranchAndBound {
  private static final double WHOLE = 1e-4;

  private final PackingProblem problem;
  private final Effort effort;
  private final int[] columns;
  private List<Integer> best;
  private long bestGain;
  private double rootBound;
  private boolean proved;

  /**
   * What is left to decide after some decisions.
   *
   * @param open columns that may still be part of a better packing
   */
  @SuppressWarnings("ArrayRecordComponent") // private, and never compared
  private record Node(List<Integer> taken, int[] open) {}

  BranchAndBound(PackingProblem problem, int[] columns, List<Integer> known, Effort effort) {
    this.problem = problem;
    this.columns = columns;
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
    var nodes = new ArrayDeque<Node>();
    nodes.push(new Node(List.of(), columns));
    for (boolean root = true; !nodes.isEmpty(); root = false) {
      if (!effort.spendNode()) {
        return false;
      }
      look(nodes.pop(), root, nodes);
      if (effort.isSpent()) {
        return false;
      }
    }
    return true;
  }

  /** Bounds and rounds one node; pushes what is below it unless nothing better can be there. */
  private void look(Node node, boolean isRoot, ArrayDeque<Node> nodes) {
    var used = new long[problem.rows().size()];
    long gain = 0;
    for (int column : node.taken()) {
      gain += problem.gainBeside(column, used);
      problem.use(column, used);
    }
    int[] fitting =
        Arrays.stream(node.open()).filter(column -> problem.fits(column, used)).toArray();
    var relaxation = Relaxation.solve(problem, fitting, used, effort);
    double bound = gain + relaxation.bound();
    if (isRoot) {
      rootBound = Math.min(rootBound, bound);
    }
    var shares = relaxation.shares();
    round(node.taken(), used, fitting, shares);
    if (isPruned(bound)) {
      return;
    }
    int next = branchColumn(fitting, shares);
    int[] open =
        Arrays.stream(fitting)
            .filter(column -> column != next)
            .filter(column -> !isPruned(bound - Math.max(0, relaxation.loss(column))))
            .toArray();
    var taken = new ArrayList<>(node.taken());
    taken.add(next);
    nodes.push(new Node(node.taken(), open));
    nodes.push(new Node(taken, open));
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
