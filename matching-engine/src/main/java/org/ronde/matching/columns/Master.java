package org.ronde.matching.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ronde.matching.packing.Effort;
import org.ronde.matching.solvers.LinearProgram;
import org.ronde.matching.solvers.Solvers;

/**
 * The relaxed problem over all cycles of what is left of a graph.
 *
 * <p>Holds the cycles found so far, each set of vertices once; every relaxation begins with those
 * that still fit and asks for more by price.
 */
final class Master {
  /** Nothing below this is called broken, nothing above it whole. */
  static final double ROUNDING = 1e-5;

  /**
   * What a cycle must gain to be worth a column; {@link #bound} allows for what is missed by it.
   */
  private static final double GAIN_MIN = 1e-6;

  /** Columns of one round that may share a vertex: few teach the prices more than many alike. */
  private static final int OFTEN_MAX = 4;

  private final int vertices;
  private final Pricing pricing;
  private final Solvers solvers;
  private final Effort effort;
  private final List<int[]> cycles = new ArrayList<>();
  private final Set<List<Integer>> known = new HashSet<>();

  Master(int vertices, Pricing pricing, Solvers solvers, Effort effort) {
    this.vertices = vertices;
    this.pricing = pricing;
    this.solvers = solvers;
    this.effort = effort;
  }

  /**
   * A relaxed packing.
   *
   * @param gain vertices served, in fractions
   */
  @SuppressWarnings("ArrayRecordComponent") // stays in this room, and is never compared
  record Relaxed(List<Share> shares, double gain, double[] prices) {}

  /** How much of a cycle is taken, above 0 and at most 1. */
  @SuppressWarnings("ArrayRecordComponent") // stays in this room, and is never compared
  record Share(int[] cycle, double share) {}

  /**
   * Relaxes what is left, asking for cycles until none gains, {@code enough} is reached or the
   * effort is spent.
   *
   * @param closed vertices that no cycle may use
   */
  Relaxed relax(boolean[] closed, double enough) {
    try (var program = solvers.linear(vertices, effort::isSpent)) {
      var columns = new ArrayList<int[]>();
      for (int[] cycle : cycles) {
        if (fits(cycle, closed)) {
          add(program, columns, cycle);
        }
      }
      var prices = new double[vertices];
      // Before anything is known, each vertex is worth half of what it could bring.
      Arrays.fill(prices, columns.isEmpty() ? 0.5 : 0);
      boolean solved = columns.isEmpty() || solve(program, prices);
      while (solved && program.gain() < enough - ROUNDING) {
        var found = fresh(pricing.gaining(gains(prices, closed), GAIN_MIN, OFTEN_MAX));
        if (found.isEmpty()) {
          break;
        }
        found.forEach(cycle -> add(program, columns, cycle));
        solved = solve(program, prices);
      }
      if (columns.isEmpty()) {
        Arrays.fill(prices, 0);
      }
      return new Relaxed(shares(program, columns, solved), program.gain(), prices);
    }
  }

  /** Disjoint cycles, one after the other: quick, and better than none. */
  List<int[]> greedy() {
    var ones = new double[vertices];
    Arrays.fill(ones, 1);
    return pricing.gaining(ones, 0, 1);
  }

  static boolean fits(int[] cycle, boolean[] closed) {
    for (int vertex : cycle) {
      if (closed[vertex]) {
        return false;
      }
    }
    return true;
  }

  private static void add(LinearProgram program, List<int[]> columns, int[] cycle) {
    program.add(cycle.length, cycle);
    columns.add(cycle);
  }

  private boolean solve(LinearProgram program, double[] prices) {
    if (!effort.spendNode() || !program.solve()) {
      return false;
    }
    for (int vertex = 0; vertex < vertices; vertex++) {
      prices[vertex] = program.price(vertex);
    }
    return true;
  }

  private static double[] gains(double[] prices, boolean[] closed) {
    var gains = new double[prices.length];
    for (int vertex = 0; vertex < prices.length; vertex++) {
      gains[vertex] = closed[vertex] ? Pricing.CLOSED : 1 - prices[vertex];
    }
    return gains;
  }

  private List<int[]> fresh(List<int[]> found) {
    var fresh = new ArrayList<int[]>();
    for (int[] cycle : found) {
      if (known.add(Arrays.stream(cycle).sorted().boxed().toList())) {
        cycles.add(cycle);
        fresh.add(cycle);
      }
    }
    return fresh;
  }

  private static List<Share> shares(LinearProgram program, List<int[]> columns, boolean solved) {
    return solved
        ? IntStream.range(0, columns.size())
            .filter(column -> program.share(column) > ROUNDING)
            .mapToObj(column -> new Share(columns.get(column), Math.min(1, program.share(column))))
            .toList()
        : List.of();
  }

  /**
   * No packing serves more vertices, whatever the prices.
   *
   * <p>A packing gains what its vertices cost plus what its cycles gain beyond; it has at most half
   * as many cycles as there are vertices.
   */
  double bound(double[] prices) {
    double most = pricing.most(gains(prices, new boolean[vertices]));
    double beyond = Math.max(0, most) * vertices / 2;
    return Arrays.stream(prices).sum() + beyond;
  }
}
