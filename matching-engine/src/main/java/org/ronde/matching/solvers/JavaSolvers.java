package org.ronde.matching.solvers;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ronde.matching.packing.Effort;
import org.ronde.matching.packing.ExactPacker;
import org.ronde.matching.packing.PackingProblem;
import org.ronde.matching.packing.Row;

/** Plain Java: slower by far, and the same answers. */
final class JavaSolvers implements Solvers {
  /** Additions, roughly: some ten seconds of them. */
  private static final long WORK_MAX = 3_000_000_000L;

  /** Beyond, shortest paths may take longer than loading a scaling algorithm. */
  static final int ASSIGNMENT_ARCS_MAX = 1_000_000;

  @Override
  public String name() {
    return "plain Java";
  }

  @Override
  public LinearProgram linear(int rows, BooleanSupplier stop) {
    return new Simplex(rows, stop);
  }

  @Override
  public Whole whole(
      int rows, List<int[]> columns, long goal, long nodesMax, BooleanSupplier stop) {
    var builder = new PackingProblem.Builder();
    for (int row = 0; row < rows; row++) {
      builder.row(new Row(Row.Kind.COMPANY, 1, 0));
    }
    for (int[] column : columns) {
      var ones = new long[column.length];
      Arrays.fill(ones, 1);
      builder.column(column.length, column, ones);
    }
    var effort = new Effort(nodesMax, WORK_MAX, stop);
    var found = ExactPacker.pack(builder.build(), List.of(), effort);
    return new Whole(found.taken(), found.proved() || found.bound() < goal - 1e-6);
  }

  @Override
  public int[] assign(Assignment problem, BooleanSupplier stop) {
    return AugmentingPaths.assign(problem, stop);
  }
}
