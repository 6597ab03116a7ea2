package org.ronde.matching.solvers;

import java.util.Arrays;

/**
 * Who takes what, each row one column and each column taken once, at least cost.
 *
 * <p>As many columns as rows. Arcs are numbered from 0, those of one row side by side. Whoever
 * poses it sees to it that each row can have a column, for instance by an arc to a column of its
 * own.
 */
public final class Assignment {
  private final int[] first;
  private final int[] columns;
  private final long[] costs;

  /**
   * Stores what it is given, without a copy.
   *
   * @param first the first arc of each row, then the number of arcs
   * @param columns where each arc leads
   * @param costs of each arc; sums over all rows must fit into half a long
   */
  public Assignment(int[] first, int[] columns, long[] costs) {
    if (first[first.length - 1] != columns.length || columns.length != costs.length) {
      throw new IllegalArgumentException(
          "%d arcs by rows, %d columns, %d costs"
              .formatted(first[first.length - 1], columns.length, costs.length));
    }
    this.first = first;
    this.columns = columns;
    this.costs = costs;
  }

  public int rows() {
    return first.length - 1;
  }

  public int arcs() {
    return columns.length;
  }

  /** The first arc of this row; {@link #end} is one past the last. */
  public int first(int row) {
    return first[row];
  }

  public int end(int row) {
    return first[row + 1];
  }

  public int column(int arc) {
    return columns[arc];
  }

  public long cost(int arc) {
    return costs[arc];
  }

  /** What these arcs cost together. */
  public long cost(int[] arcs) {
    return Arrays.stream(arcs).mapToLong(arc -> costs[arc]).sum();
  }
}
