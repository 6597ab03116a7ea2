package org.ronde.matching.planner;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.ronde.matching.packing.PackingProblem;

/** One run of the planner: the problem it works on, its best so far, and when to stop. */
final class Improvement {
  private final PackingProblem problem;
  private final long stepsMax;
  private final BooleanSupplier stop;
  private final BiConsumer<Integer, List<Integer>> onPercent;
  private List<Integer> best;
  private long steps;

  /**
   * @param onPercent told how much is done and which columns are the best so far, at most a hundred
   *     times
   */
  Improvement(
      PackingProblem problem,
      List<Integer> known,
      long stepsMax,
      BooleanSupplier stop,
      BiConsumer<Integer, List<Integer>> onPercent) {
    this.problem = problem;
    this.best = known;
    this.stepsMax = stepsMax;
    this.stop = stop;
    this.onPercent = onPercent;
  }

  PackingProblem problem() {
    return problem;
  }

  boolean isOver() {
    return stop.getAsBoolean();
  }

  void beginStep() {
    if (steps == 0 || steps * 100 / stepsMax != (steps - 1) * 100 / stepsMax) {
      onPercent.accept((int) (steps * 100 / stepsMax), best);
    }
    steps++;
  }

  void found(List<Integer> columns) {
    best = columns;
  }

  long stepsMax() {
    return stepsMax;
  }

  long steps() {
    return steps;
  }
}
