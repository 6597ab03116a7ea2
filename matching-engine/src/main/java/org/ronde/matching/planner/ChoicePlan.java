package org.ronde.matching.planner;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/** All choices together: what the planner improves. Public only because the solver insists. */
@PlanningSolution(solutionCloner = PlanCopier.class)
public class ChoicePlan {
  @PlanningEntityCollectionProperty private List<Choice> choices;

  @PlanningScore private @Nullable HardMediumSoftLongScore score;

  private Improvement improvement;

  /** The solver insists on it and never calls it: plans are copied by {@link PlanCopier}. */
  @SuppressWarnings("NullAway") // see above
  ChoicePlan() {}

  ChoicePlan(List<Choice> choices, Improvement improvement) {
    this.choices = choices;
    this.improvement = improvement;
  }

  /** A plan that may change without changing the other. */
  ChoicePlan(ChoicePlan other) {
    this.choices = other.choices.stream().map(Choice::new).toList();
    this.improvement = other.improvement;
    this.score = other.score;
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
