package org.ronde.matching.solvers;

/**
 * Shares of columns, none below 0, that gain most while no row is used more than once in all.
 *
 * <p>Columns may be added after a solve; the next one goes on from where the last ended. Its
 * numbers are floating point: who proves something by its prices allows for that.
 */
public interface LinearProgram extends AutoCloseable {
  /** Adds a column, numbered from 0 as they come, that uses each of these rows wholly. */
  void add(double gain, int[] rows);

  /** Solves over the columns added so far; false when the solver gave up. */
  boolean solve();

  /** What the shares of the last solve gain together; 0 before it. */
  double gain();

  /** What one more unit of the row would gain; 0 when no column uses it. */
  double price(int row);

  /** How much of the column is taken, 0 to 1. */
  double share(int column);

  @Override
  void close();
}
