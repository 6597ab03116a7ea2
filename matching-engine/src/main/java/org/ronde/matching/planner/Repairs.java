package org.ronde.matching.planner;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.phase.custom.CustomPhaseCommand;
import org.ronde.matching.packing.Effort;
import org.ronde.matching.packing.Neighbourhood;

/**
 * Frees a neighbourhood of the plan, repairs it by exact search and keeps the better, again and
 * again.
 *
 * <p>Many small searches that end early were found to gain more than few long ones in the same
 * time. Each counts as {@value #STEPS_A_REPAIR} steps, since it takes about as long as that many
 * steps of the local search. The solver's director hears of each change and scores the outcome.
 */
final class Repairs implements CustomPhaseCommand<ChoicePlan> {
  static final int STEPS_A_REPAIR = 2;

  private static final int FREED_MIN = 2;
  private static final int FREED_MAX = 16;
  private static final long NODES_MAX = 20;

  /** About a millisecond of additions. */
  private static final long WORK_MAX = 300_000;

  private final long repairs;
  private final RandomGenerator chance;

  Repairs(long repairs, RandomGenerator chance) {
    this.repairs = repairs;
    this.chance = chance;
  }

  @Override
  public void changeWorkingSolution(ScoreDirector<ChoicePlan> director) {
    var plan = director.getWorkingSolution();
    var improvement = plan.improvement();
    for (long repair = 0; repair < repairs && !improvement.isOver(); repair++) {
      improvement.beginSteps(STEPS_A_REPAIR);
      if (repair(plan, director)) {
        improvement.found(plan.taken());
      }
    }
  }

  private boolean repair(ChoicePlan plan, ScoreDirector<ChoicePlan> director) {
    var improvement = plan.improvement();
    int size = FREED_MIN + chance.nextInt(FREED_MAX - FREED_MIN + 1);
    var drawn = Neighbourhood.draw(improvement.problem(), plan.taken(), size, chance);
    var freed = new HashSet<>(drawn.freed());
    var taken = new HashSet<>(drawn.repair(new Effort(NODES_MAX, WORK_MAX, improvement::isOver)));
    if (taken.equals(freed)) {
      return false;
    }
    new SelectAndEject(choices(plan, taken, freed), choices(plan, freed, taken))
        .doMoveOnly(director);
    return true;
  }

  /** The choices of columns that are not among the others. */
  private static List<Choice> choices(ChoicePlan plan, Set<Integer> columns, Set<Integer> others) {
    return columns.stream()
        .filter(column -> !others.contains(column))
        .sorted()
        .map(plan.choices()::get)
        .toList();
  }
}
