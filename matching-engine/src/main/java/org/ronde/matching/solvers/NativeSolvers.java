package org.ronde.matching.solvers;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import com.google.ortools.init.OrToolsVersion;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** OR-Tools: GLOP for shares, SCIP for whole columns, minimum-cost flow for assignments. */
final class NativeSolvers implements Solvers {
  static final boolean LOADED = load();
  private static final int GUARD_MILLIS = 100;

  /** They come as native code for a few systems; elsewhere plain Java must do. */
  private static boolean load() {
    try {
      Loader.loadNativeLibraries();
      return true;
    } catch (LinkageError | RuntimeException e) {
      return false;
    }
  }

  @Override
  public String name() {
    return "OR-Tools " + OrToolsVersion.getVersionString();
  }

  @Override
  public LinearProgram linear(int rows, BooleanSupplier stop) {
    return new Glop(rows, stop);
  }

  @Override
  public Whole whole(
      int rows, List<int[]> columns, long goal, long nodesMax, BooleanSupplier stop) {
    var solver = MPSolver.createSolver("SCIP");
    try {
      // Once nothing can reach the goal, how much less there is does not matter.
      solver.setSolverSpecificParametersAsString(
          "limits/nodes = %d%nlimits/dual = %d.5".formatted(nodesMax, goal - 1));
      var used = new MPConstraint[rows];
      var variables = new ArrayList<MPVariable>();
      solver.objective().setMaximization();
      for (int[] column : columns) {
        var variable = solver.makeBoolVar("");
        solver.objective().setCoefficient(variable, column.length);
        for (int row : column) {
          if (used[row] == null) {
            used[row] = solver.makeConstraint(-MPSolver.infinity(), 1);
          }
          used[row].setCoefficient(variable, 1);
        }
        variables.add(variable);
      }
      var status = solve(solver, stop);
      boolean found =
          status == MPSolver.ResultStatus.OPTIMAL || status == MPSolver.ResultStatus.FEASIBLE;
      return new Whole(
          found
              ? IntStream.range(0, columns.size())
                  .filter(column -> variables.get(column).solutionValue() > 0.5)
                  .boxed()
                  .toList()
              : List.of(),
          status == MPSolver.ResultStatus.OPTIMAL
              || (found && solver.objective().bestBound() < goal - 1e-6));
    } finally {
      solver.delete();
    }
  }

  @Override
  public int[] assign(Assignment problem, BooleanSupplier stop) {
    if (stop.getAsBoolean()) {
      return new int[0];
    }
    int rows = problem.rows();
    var flow = new MinCostFlow(2 * rows, problem.arcs());
    try {
      for (int row = 0; row < rows; row++) {
        flow.setNodeSupply(row, 1);
        flow.setNodeSupply(rows + row, -1);
        for (int arc = problem.first(row); arc < problem.end(row); arc++) {
          flow.addArcWithCapacityAndUnitCost(row, rows + problem.column(arc), 1, problem.cost(arc));
        }
      }
      if (flow.solve() != MinCostFlowBase.Status.OPTIMAL) {
        throw new IllegalArgumentException("some row can have no column");
      }
      return IntStream.range(0, problem.arcs()).filter(arc -> flow.getFlow(arc) == 1).toArray();
    } finally {
      flow.delete();
    }
  }

  /** The solver looks at no clock of ours, so a thread beside it does. */
  private static MPSolver.ResultStatus solve(MPSolver solver, BooleanSupplier stop) {
    var ended = new CountDownLatch(1);
    var guard =
        new Thread(
            () -> {
              try {
                while (!ended.await(GUARD_MILLIS, TimeUnit.MILLISECONDS)) {
                  if (stop.getAsBoolean()) {
                    solver.interruptSolve();
                  }
                }
              } catch (InterruptedException e) {
                solver.interruptSolve();
              }
            },
            "solver guard");
    guard.setDaemon(true);
    guard.start();
    try {
      return solver.solve();
    } finally {
      ended.countDown();
      join(guard);
    }
  }

  /** The guard must be gone before the solver is. */
  private static void join(Thread guard) {
    boolean interrupted = false;
    while (guard.isAlive()) {
      try {
        guard.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Glop implements LinearProgram {
    private final MPSolver solver = MPSolver.createSolver("GLOP");
    private final BooleanSupplier stop;
    private final MPConstraint[] rows;
    private final List<MPVariable> columns = new ArrayList<>();
    private double gain;

    Glop(int rows, BooleanSupplier stop) {
      this.stop = stop;
      this.rows = new MPConstraint[rows];
      // The basis of the last solve is only found again where nothing was rewritten before.
      solver.setSolverSpecificParametersAsString("use_preprocessing: false");
      solver.objective().setMaximization();
    }

    @Override
    public void add(double gain, int[] used) {
      var column = solver.makeNumVar(0, MPSolver.infinity(), "");
      solver.objective().setCoefficient(column, gain);
      for (int row : used) {
        if (rows[row] == null) {
          rows[row] = solver.makeConstraint(-MPSolver.infinity(), 1);
        }
        rows[row].setCoefficient(column, 1);
      }
      columns.add(column);
    }

    @Override
    public boolean solve() {
      if (columns.isEmpty()) {
        return true;
      }
      boolean solved = NativeSolvers.solve(solver, stop) == MPSolver.ResultStatus.OPTIMAL;
      gain = solved ? solver.objective().value() : gain;
      return solved;
    }

    @Override
    public double gain() {
      return gain;
    }

    @Override
    public double price(int row) {
      return rows[row] == null ? 0 : Math.max(0, rows[row].dualValue());
    }

    @Override
    public double share(int column) {
      return columns.get(column).solutionValue();
    }

    @Override
    public void close() {
      solver.delete();
    }
  }
}
