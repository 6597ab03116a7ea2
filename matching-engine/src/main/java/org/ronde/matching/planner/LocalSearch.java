package org.ronde.matching.planner;

import java.util.ArrayList;
import java.util.List;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;
import org.ronde.matching.cycles.Candidate;

/**
 * Improves a packing by OptaPlanner's late acceptance, under the rules of {@link PackingRules}.
 *
 * <p>The step limit stands on the phase. No time limit is given to the solver, since some of its
 * parts would then look at the clock between steps; the run's guard ends the draws instead.
 */
final class LocalSearch {
  private static final int LATE_ACCEPTANCE_SIZE = 100;

  /** When more moves than this are refused for each step, there is little left to find. */
  private static final long SCORES_A_STEP_MAX = 5;

  private LocalSearch() {}

  /** The columns of the best packing seen, at worst the known one. */
  static List<Integer> improve(
      Improvement improvement, List<Candidate> candidates, List<Integer> known, long seed) {
    var plan = plan(improvement, candidates, known);
    var solver =
        SolverFactory.<ChoicePlan>create(config(improvement.stepsMax(), seed)).buildSolver();
    solver.addEventListener(event -> improvement.found(event.getNewBestSolution().taken()));
    return solver.solve(plan).taken();
  }

  static ChoicePlan plan(Improvement improvement, List<Candidate> candidates, List<Integer> known) {
    var taken = new boolean[candidates.size()];
    known.forEach(column -> taken[column] = true);
    var choices = new ArrayList<Choice>();
    for (int column = 0; column < taken.length; column++) {
      choices.add(new Choice(improvement.problem(), column, candidates.get(column), taken[column]));
    }
    return new ChoicePlan(choices, improvement);
  }

  static SolverConfig config(long stepsMax, long seed) {
    return new SolverConfig()
        .withEnvironmentMode(EnvironmentMode.REPRODUCIBLE)
        .withMoveThreadCount(SolverConfig.MOVE_THREAD_COUNT_NONE)
        .withRandomSeed(seed)
        .withSolutionClass(ChoicePlan.class)
        .withEntityClasses(Choice.class)
        .withScoreDirectorFactory(
            new ScoreDirectorFactoryConfig()
                .withConstraintProviderClass(PackingRules.class)
                .withConstraintStreamImplType(ConstraintStreamImplType.BAVET))
        .withPhases(
            new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(
                    new MoveIteratorFactoryConfig()
                        .withMoveIteratorFactoryClass(SelectAndEjectMoves.class))
                .withAcceptorConfig(
                    new LocalSearchAcceptorConfig().withLateAcceptanceSize(LATE_ACCEPTANCE_SIZE))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))
                .withTerminationConfig(
                    new TerminationConfig()
                        .withStepCountLimit(Math.toIntExact(stepsMax))
                        .withScoreCalculationCountLimit(SCORES_A_STEP_MAX * stepsMax)));
  }
}
