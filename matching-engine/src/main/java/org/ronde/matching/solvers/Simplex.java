package org.ronde.matching.solvers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ronde.matching.packing.Basis;

/**
 * The revised simplex method with an explicit inverse of the basis.
 *
 * <p>Rows join as columns name them, so that a small part of a large problem stays small. Slightly
 * unequal capacities keep it from walking in place, since most bases here are degenerate.
 */
final class Simplex implements LinearProgram {
  private static final double GAIN_MIN = 1e-9;
  private static final int SLACK = -1;
  private static final int ROWS_EXPECTED = 16;

  private final BooleanSupplier stop;
  private final int[] localRow;
  private final List<int[]> columns = new ArrayList<>();
  private final List<Double> gains = new ArrayList<>();
  private final Basis basis = new Basis(ROWS_EXPECTED);

  /** The column that each place of the basis holds, or {@link #SLACK}. */
  private final List<Integer> held = new ArrayList<>();

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

  private int join() {
    held.add(SLACK);
    return basis.join(1 + 1e-7 * (1 + (basis.rows() * 7919L) % 97 / 97.0));
  }

  @Override
  public boolean solve() {
    long stepsMax = 1_000 + 50L * basis.rows();
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
      for (int r = 0; r < basis.rows(); r++) {
        if (-basis.price(r) > most) {
          most = -basis.price(r);
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
      gain -= basis.price(r);
    }
    return gain;
  }

  private boolean enter(int column, int slack, double gain) {
    var direction = basis.direction();
    if (column == SLACK) {
      basis.use(direction, slack, 1);
    } else {
      for (int r : columns.get(column)) {
        basis.use(direction, r, 1);
      }
    }
    int place = basis.enter(direction, gain);
    if (place >= 0) {
      held.set(place, column);
    }
    return place >= 0;
  }

  @Override
  public double gain() {
    double gain = 0;
    for (int r = 0; r < basis.rows(); r++) {
      gain += basis.price(r);
    }
    return gain;
  }

  @Override
  public double price(int row) {
    return localRow[row] < 0 ? 0 : Math.max(0, basis.price(localRow[row]));
  }

  @Override
  public double share(int column) {
    for (int r = 0; r < basis.rows(); r++) {
      if (held.get(r) == column) {
        return basis.level(r);
      }
    }
    return 0;
  }

  @Override
  public void close() {
    // Nothing lies outside the heap.
  }
}
