package org.ronde.matching.packing;

import java.util.Arrays;

/**
 * The basis of a revised simplex method, by its explicit inverse: which levels, which prices, and
 * how they change when something enters.
 *
 * <p>Rows join by their slack, at any time. Who uses it says what stands at each place.
 */
public final class Basis {
  private static final double PIVOT_MIN = 1e-9;

  private int rows;

  /** {@code inverse[r]} is a column of the inverse, so that most of the work runs along arrays. */
  private double[][] inverse;

  private double[] level;
  private double[] prices;
  private long work;

  public Basis(int rowsExpected) {
    int size = Math.max(1, rowsExpected);
    this.inverse = new double[size][size];
    this.level = new double[size];
    this.prices = new double[size];
  }

  /**
   * A new row whose slack stands in the basis: nothing in the basis may use the row yet.
   *
   * @return its number
   */
  public int join(double slack) {
    if (rows == level.length) {
      int size = 2 * rows;
      level = Arrays.copyOf(level, size);
      prices = Arrays.copyOf(prices, size);
      inverse = Arrays.copyOf(inverse, size);
      for (int r = 0; r < size; r++) {
        inverse[r] = r < rows ? Arrays.copyOf(inverse[r], size) : new double[size];
      }
    }
    level[rows] = slack;
    inverse[rows][rows] = 1;
    return rows++;
  }

  public int rows() {
    return rows;
  }

  /** How much of what stands at this place is taken. */
  public double level(int place) {
    return level[place];
  }

  /** What one more unit of the row would gain. */
  public double price(int row) {
    return prices[row];
  }

  void setPrice(int row, double price) {
    prices[row] = price;
  }

  /** Additions so far, for the effort. */
  long work() {
    return work;
  }

  /** Where the basis goes when something enters; {@link #use} says what it uses. */
  public double[] direction() {
    return new double[rows];
  }

  /** What enters uses so much of the row. */
  public void use(double[] direction, int row, double amount) {
    addScaled(direction, inverse[row], amount);
  }

  /**
   * Lets something enter that gains so much a unit.
   *
   * @return the place that it takes, or -1 when nothing stops it from growing
   */
  public int enter(double[] direction, double gain) {
    int leaving = -1;
    double ratio = Double.POSITIVE_INFINITY;
    for (int r = 0; r < rows; r++) {
      if (direction[r] > PIVOT_MIN && level[r] / direction[r] < ratio) {
        ratio = level[r] / direction[r];
        leaving = r;
      }
    }
    if (leaving >= 0) {
      pivot(leaving, direction, gain);
    }
    return leaving;
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

  private void addScaled(double[] sum, double[] values, double factor) {
    for (int i = 0; i < rows; i++) {
      sum[i] += factor * values[i];
    }
    work += rows;
  }
}
