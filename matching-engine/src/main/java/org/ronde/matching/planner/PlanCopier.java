package org.ronde.matching.planner;

import org.optaplanner.core.api.domain.solution.cloner.SolutionCloner;

/**
 * Copies plans by hand: the solver's own copies by reflection took most of the time.
 *
 * <p>Public only because the solver insists.
 */
public class PlanCopier implements SolutionCloner<ChoicePlan> {
  @Override
  public ChoicePlan cloneSolution(ChoicePlan original) {
    return new ChoicePlan(original);
  }
}
