package org.ronde.matching.planner;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/** All choices together: what the planner improves. Public only because the solver insists. */
@PlanningSolution
public class ChoicePlan {
  @PlanningEntityCollectionProperty private List<Choice> choices;

  @PlanningScore private @Nullable HardMediumSoftLongScore score;

  private Improvement improvement;

  /** For the solver's copies alone, which fill each field. */
  @SuppressWarnings("NullAway") // filled field by field right after
  ChoicePlan() {}

  ChoicePlan(List<Choice> choices, Improvement improvement) {
    this.choices = choices;
    this.improvement = improvement;
  }

  @ValueRangeProvider(id = "yesOrNo")
  List<Boolean> yesOrNo() {
    return List.of(true, false);
  }

  List<Choice> choices() {
    return choices;
  }

  /** The run that this plan belongs to; shared by all copies. */
  Improvement improvement() {
    return improvement;
  }

  @Nullable HardMediumSoftLongScore score() {
    return score;
  }

  List<Integer> taken() {
    return choices.stream().filter(Choice::isTaken).map(Choice::column).toList();
  }
}
