package org.ronde.matching.solvers;

import java.util.List;
import java.util.function.BooleanSupplier;

/** Where programs get solved: natively, or in plain Java. */
public interface Solvers {
  /** The native ones where they load, else plain Java. */
  static Solvers best() {
    return NativeSolvers.LOADED ? new NativeSolvers() : new JavaSolvers();
  }

  /** Plain Java, wherever it runs. */
  static Solvers plainJava() {
    return new JavaSolvers();
  }

  /**
   * The fastest for an assignment: plain Java as a rule, since natives take longer to load than it
   * to search, and the natives for the largest, where they load.
   */
  static Solvers assigning(int arcs) {
    return arcs <= JavaSolvers.ASSIGNMENT_ARCS_MAX ? plainJava() : best();
  }

  /** Their name and whether they are native, for people: {@code OR-Tools 9.15}. */
  String name();

  /**
   * A program over this many rows.
   *
   * @param stop asked now and then, by another thread; a solve it ends has given up
   */
  LinearProgram linear(int rows, BooleanSupplier stop);

  /**
   * Searches for whole columns that gain most together.
   *
   * @param columns the rows that each of them uses; a column gains one for each
   * @param goal the search ends, too, where nothing can gain so much
   * @param nodesMax where the search ends with what it has
   * @param stop the same for clocks and cancellations; asked by another thread
   */
  Whole whole(int rows, List<int[]> columns, long goal, long nodesMax, BooleanSupplier stop);

  /**
   * The arcs, one for each row, of an assignment that costs least.
   *
   * @param stop asked now and then where it can be; an assignment it ends has no arcs
   */
  int[] assign(Assignment problem, BooleanSupplier stop);

  /**
   * What the search for whole columns found.
   *
   * @param taken the best that was found
   * @param settled whether these gain most of all, or nothing gains as much as the goal
   */
  record Whole(List<Integer> taken, boolean settled) {
    public Whole {
      taken = List.copyOf(taken);
    }
  }
}
