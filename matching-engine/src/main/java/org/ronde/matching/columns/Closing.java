package org.ronde.matching.columns;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ronde.matching.columns.Master.Share;
import org.ronde.matching.graph.Digraph;
import org.ronde.matching.packing.Effort;
import org.ronde.matching.solvers.Solvers;

/**
 * Finds a packing that serves so many, or proves that none does.
 *
 * <p>Such a packing holds no cycle that loses more than the bound leaves; so when all that lose
 * less can be listed, they are all that matters. Rows that the relaxed packing breaks are added to
 * it until it breaks none; each lowers the bound, and the bound sends cycles away. What is left
 * goes to an integer solve.
 */
final class Closing {
  private static final long NEAR_STEPS_MAX = 500_000_000L;
  private static final int ROUNDS_MAX = 60;

  private final Digraph graph;
  private final int lengthMax;
  private final Solvers solvers;
  private final Effort effort;
  private final SubsetRows rows;

  Closing(Digraph graph, int lengthMax, Solvers solvers, Effort effort) {
    this.graph = graph;
    this.lengthMax = lengthMax;
    this.solvers = solvers;
    this.effort = effort;
    this.rows = new SubsetRows(graph.vertices());
  }

  /**
   * What became of a goal.
   *
   * @param packing the best that was met on the way; empty when none was
   * @param settled whether no packing reaches the goal unless this one does
   */
  record Outcome(List<int[]> packing, boolean settled) {}

  /**
   * Searches for a packing that serves {@code goal}.
   *
   * @param prices of the vertices
   * @param ceiling no packing serves more at these prices
   * @param nearMax gives up when more cycles than these could matter
   */
  Outcome reach(long goal, double[] prices, double ceiling, int nearMax) {
    var gains = Arrays.stream(prices).map(price -> 1 - price).toArray();
    var near =
        new PrefixPricing(graph, lengthMax)
            .near(gains, goal - ceiling - Master.ROUNDING, nearMax, NEAR_STEPS_MAX);
    if (!near.whole()) {
      return new Outcome(List.of(), false);
    }
    var cut = cut(near.cycles(), goal);
    if (cut.isEmpty()) {
      return new Outcome(List.of(), true);
    }
    var whole = solvers.whole(graph.vertices(), cut, goal, effort.nodesLeft(), effort::isSpent);
    return new Outcome(whole.taken().stream().map(cut::get).toList(), whole.settled());
  }

  /** Those of the cycles that a packing of so many may use; empty when there is no such packing. */
  private List<int[]> cut(List<int[]> all, long goal) {
    var cycles = all;
    for (int round = 0; round < ROUNDS_MAX && !cycles.isEmpty() && effort.spendNode(); round++) {
      try (var program = solvers.linear(rows.count(), effort::isSpent)) {
        var uses = cycles.stream().map(rows::rows).toList();
        for (int i = 0; i < uses.size(); i++) {
          program.add(cycles.get(i).length, uses.get(i));
        }
        if (!program.solve()) {
          return cycles;
        }
        var prices = IntStream.range(0, rows.count()).mapToDouble(program::price).toArray();
        var gains = new double[cycles.size()];
        for (int i = 0; i < gains.length; i++) {
          gains[i] =
              cycles.get(i).length
                  - IntStream.of(uses.get(i)).mapToDouble(row -> prices[row]).sum();
        }
        double beyond = Math.max(0, Arrays.stream(gains).max().orElse(0)) * graph.vertices() / 2;
        double least = goal - (Arrays.stream(prices).sum() + beyond) - Master.ROUNDING;
        if (least > 0) {
          return List.of();
        }
        var before = cycles;
        var shares =
            IntStream.range(0, before.size())
                .filter(i -> program.share(i) > Master.ROUNDING)
                .mapToObj(i -> new Share(before.get(i), program.share(i)))
                .toList();
        cycles =
            IntStream.range(0, before.size())
                .filter(i -> gains[i] >= least)
                .mapToObj(before::get)
                .toList();
        if (!rows.add(shares)) {
          break;
        }
      }
    }
    return cycles;
  }
}
