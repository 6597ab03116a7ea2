package org.ronde.matching.planner;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;

/** Takes some choices and drops others that they push out, as one move. */
final class SelectAndEject extends AbstractMove<ChoicePlan> {
  private static final String VARIABLE = "taken";

  private final List<Choice> taken;
  private final List<Choice> dropped;

  SelectAndEject(List<Choice> taken, List<Choice> dropped) {
    this.taken = taken;
    this.dropped = dropped;
  }

  @Override
  public boolean isMoveDoable(ScoreDirector<ChoicePlan> director) {
    return !taken.isEmpty() || !dropped.isEmpty();
  }

  @Override
  protected AbstractMove<ChoicePlan> createUndoMove(ScoreDirector<ChoicePlan> director) {
    return new SelectAndEject(dropped, taken);
  }

  @Override
  protected void doMoveOnGenuineVariables(ScoreDirector<ChoicePlan> director) {
    dropped.forEach(choice -> set(director, choice, false));
    taken.forEach(choice -> set(director, choice, true));
  }

  private static void set(ScoreDirector<ChoicePlan> director, Choice choice, boolean newTaken) {
    director.beforeVariableChanged(choice, VARIABLE);
    choice.take(newTaken);
    director.afterVariableChanged(choice, VARIABLE);
  }

  @Override
  public Collection<?> getPlanningEntities() {
    return Stream.concat(taken.stream(), dropped.stream()).toList();
  }

  @Override
  public Collection<?> getPlanningValues() {
    return List.of(true, false);
  }

  @Override
  public String toString() {
    return "take %s, drop %s".formatted(taken, dropped);
  }
}
