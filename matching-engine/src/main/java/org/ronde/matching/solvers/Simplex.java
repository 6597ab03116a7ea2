package org.ronde.matching.solvers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The revised simplex method with an explicit inverse of the basis.
 *
 * <p>Rows join as columns name them, so that a small part of a large problem stays small. Slightly
 * unequal capacities keep it from walking in place, since most bases here are degenerate.
 */
final class Simplex implements LinearProgram {
  private static final double GAIN_MIN = 1e-9;
  private static final double PIVOT_MIN = 1e-9;
  private static final int SLACK = -1;

  private final BooleanSupplier stop;
  private final int[] localRow;
  private final List<int[]> columns = new ArrayList<>();
  private final List<Double> gains = new ArrayList<>();
  private int rows;

  /** {@code inverse[r]} is a column of the inverse, so that most of the work runs along arrays. */
  private double[][] inverse = new double[16][16];

  private double[] level = new double[16];
  private double[] prices = new double[16];

  /** The column that each place of the basis holds, or {@link #SLACK}. */
  private int[] basis = new int[16];

  Simplex(int rows, BooleanSupplier stop) {
    this.stop = stop;
    this.localRow = new int[rows];
    Arrays.fill(localRow, -1);
  }

  @Override
  public void add(double gain, int[] used) {
    var local = new int[used.length];
    for (int i = 0; i < used.length; i++) {
      if (localRow[used[i]] < 0) {
        localRow[used[i]] = join();
      }
      local[i] = localRow[used[i]];
    }
    columns.add(local);
    gains.add(gain);
  }

  /** A new row enters the basis by its slack: no column of the basis uses it. */
  private int join() {
    if (rows == level.length) {
      int size = 2 * rows;
      level = Arrays.copyOf(level, size);
      prices = Arrays.copyOf(prices, size);
      basis = Arrays.copyOf(basis, size);
      inverse = Arrays.copyOf(inverse, size);
      for (int r = 0; r < size; r++) {
        inverse[r] = r < rows ? Arrays.copyOf(inverse[r], size) : new double[size];
      }
    }
    level[rows] = 1 + 1e-7 * (1 + (rows * 7919L) % 97 / 97.0);
    inverse[rows][rows] = 1;
    basis[rows] = SLACK;
    return rows++;
  }

  @Override
  public boolean solve() {
    long stepsMax = 1_000 + 50L * rows;
    for (long step = 0; step < stepsMax && !stop.getAsBoolean(); step++) {
      int entering = SLACK;
      double most = GAIN_MIN;
      for (int column = 0; column < columns.size(); column++) {
        double gain = reducedGain(column);
        if (gain > most) {
          most = gain;
          entering = column;
        }
      }
      int slack = -1;
      for (int r = 0; r < rows; r++) {
        if (-prices[r] > most) {
          most = -prices[r];
          slack = r;
        }
      }
      if (entering == SLACK && slack < 0) {
        return true;
      }
      if (!enter(slack < 0 ? entering : SLACK, slack, most)) {
        return false;
      }
    }
    return false;
  }

  private double reducedGain(int column) {
    double gain = gains.get(column);
    for (int r : columns.get(column)) {
      gain -= prices[r];
    }
    return gain;
  }

  private boolean enter(int column, int slack, double gain) {
    var direction = new double[rows];
    if (column == SLACK) {
      addScaled(direction, inverse[slack], 1);
    } else {
      for (int r : columns.get(column)) {
        addScaled(direction, inverse[r], 1);
      }
    }
    int leaving = -1;
    double ratio = Double.POSITIVE_INFINITY;
    for (int r = 0; r < rows; r++) {
      if (direction[r] > PIVOT_MIN && level[r] / direction[r] < ratio) {
        ratio = level[r] / direction[r];
        leaving = r;
      }
    }
    if (leaving < 0) {
      return false;
    }
    pivot(leaving, direction, gain);
    basis[leaving] = column;
    return true;
  }

  private void addScaled(double[] sum, double[] values, double factor) {
    for (int i = 0; i < rows; i++) {
      sum[i] += factor * values[i];
    }
  }

  private void pivot(int leaving, double[] direction, double gain) {
    double pivot = direction[leaving];
    double moved = level[leaving] / pivot;
    for (int r = 0; r < rows; r++) {
      level[r] = Math.max(0, level[r] - moved * direction[r]);
      double factor = inverse[r][leaving] / pivot;
      if (factor != 0) {
        addScaled(inverse[r], direction, -factor);
        inverse[r][leaving] = factor;
        prices[r] += gain * factor;
      }
    }
    level[leaving] = moved;
  }

  @Override
  public double gain() {
    double gain = 0;
    for (int r = 0; r < rows; r++) {
      gain += prices[r];
    }
    return gain;
  }

  @Override
  public double price(int row) {
    return localRow[row] < 0 ? 0 : Math.max(0, prices[localRow[row]]);
  }

  @Override
  public double share(int column) {
    for (int r = 0; r < rows; r++) {
      if (basis[r] == column) {
        return level[r];
      }
    }
    return 0;
  }

  @Override
  public void close() {
    // Nothing lies outside the heap.
  }
}
