package org.ronde.matching.solvers;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Assignment by shortest augmenting paths, one for each row that is still without a column.
 *
 * <p>Columns have prices at which each assigned row has a cheapest column; a search among reduced
 * costs leads to the nearest free column and then corrects the prices of all it passed. Jonker and
 * Volgenant 1987 (doi 10.1007/BF02278710), for sparse problems and without their reductions.
 */
final class AugmentingPaths {
  private static final long FAR = Long.MAX_VALUE;
  private static final int NONE = -1;

  private final Assignment problem;
  private final long[] price;
  private final int[] taken;
  private final int[] owner;

  /** Of the search under way: how far each column is, and the row and arc that lead to it. */
  private final long[] distance;

  private final int[] fromRow;
  private final int[] fromArc;
  private final LongHeap ahead = new LongHeap();

  /** Columns with a distance, in the order they were met; those passed, in the order of both. */
  private final int[] met;

  private final int[] passed;
  private int metCount;
  private int passedCount;

  private AugmentingPaths(Assignment problem) {
    int rows = problem.rows();
    this.problem = problem;
    this.price = filled(rows, FAR);
    this.taken = new int[rows];
    this.owner = new int[rows];
    this.distance = filled(rows, FAR);
    this.fromRow = new int[rows];
    this.fromArc = new int[rows];
    this.met = new int[rows];
    this.passed = new int[rows];
    Arrays.fill(taken, NONE);
    Arrays.fill(owner, NONE);
  }

  private static long[] filled(int length, long value) {
    var list = new long[length];
    Arrays.fill(list, value);
    return list;
  }

  /** The arc of each row; none at all when it was stopped. */
  static int[] assign(Assignment problem, BooleanSupplier stop) {
    var paths = new AugmentingPaths(problem);
    paths.begin();
    for (int row = 0; row < problem.rows(); row++) {
      if (paths.taken[row] == NONE) {
        if (stop.getAsBoolean()) {
          return new int[0];
        }
        paths.augment(row);
      }
    }
    return paths.taken;
  }

  /** Each column at its cheapest; each row takes a cheapest column that is still free. */
  private void begin() {
    for (int arc = 0; arc < problem.arcs(); arc++) {
      int column = problem.column(arc);
      price[column] = Math.min(price[column], problem.cost(arc));
    }
    for (int row = 0; row < problem.rows(); row++) {
      long least = FAR;
      for (int arc = problem.first(row); arc < problem.end(row); arc++) {
        least = Math.min(least, reduced(arc));
      }
      for (int arc = problem.first(row); arc < problem.end(row) && taken[row] == NONE; arc++) {
        if (reduced(arc) == least && owner[problem.column(arc)] == NONE) {
          take(row, arc);
        }
      }
    }
  }

  private long reduced(int arc) {
    return problem.cost(arc) - price[problem.column(arc)];
  }

  private void take(int row, int arc) {
    taken[row] = arc;
    owner[problem.column(arc)] = row;
  }

  private void augment(int root) {
    look(root, 0);
    int end = pass(root);
    for (int i = 0; i < passedCount; i++) {
      price[passed[i]] += distance[passed[i]] - distance[end];
    }
    for (int column = end; column != NONE; ) {
      int row = fromRow[column];
      int before = taken[row];
      take(row, fromArc[column]);
      column = before == NONE ? NONE : problem.column(before);
    }
    for (int i = 0; i < metCount; i++) {
      distance[met[i]] = FAR;
    }
    metCount = 0;
    passedCount = 0;
    ahead.clear();
  }

  /** Goes from column to column, nearest first, until one is free. */
  private int pass(int root) {
    while (!ahead.isEmpty()) {
      long far = ahead.key();
      int column = ahead.item();
      ahead.remove();
      if (far == distance[column]) {
        int row = owner[column];
        if (row == NONE) {
          return column;
        }
        passed[passedCount++] = column;
        look(row, far - reduced(taken[row]));
      }
    }
    throw new IllegalArgumentException("row %d can have no column".formatted(root));
  }

  private void look(int row, long base) {
    for (int arc = problem.first(row); arc < problem.end(row); arc++) {
      int column = problem.column(arc);
      long far = base + reduced(arc);
      if (far < distance[column]) {
        if (distance[column] == FAR) {
          met[metCount++] = column;
        }
        distance[column] = far;
        fromRow[column] = row;
        fromArc[column] = arc;
        ahead.add(far, column);
      }
    }
  }
}
