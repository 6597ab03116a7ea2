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
  private Runnable end = () -> {};
  private List<Integer> best;
  private long steps;
  private long toldPercent = -1;

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

  /** What to do once it is over, so that nothing more begins. */
  void endBy(Runnable newEnd) {
    end = newEnd;
  }

  boolean isOver() {
    boolean over = stop.getAsBoolean();
    if (over) {
      end.run();
    }
    return over;
  }

  /** Counts what begins as so many steps. */
  void beginSteps(int count) {
    long percent = steps * 100 / stepsMax;
    if (percent != toldPercent) {
      toldPercent = percent;
      onPercent.accept((int) percent, best);
    }
    steps += count;
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
