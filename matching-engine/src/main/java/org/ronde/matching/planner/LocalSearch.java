package org.ronde.matching.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.phase.PhaseConfig;
import org.optaplanner.core.config.phase.custom.CustomPhaseConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;
import org.ronde.matching.cycles.Candidate;
import org.ronde.matching.graph.MarketGraph;

/**
 * Improves a packing by exact repairs and OptaPlanner's late acceptance in turns, under the rules
 * of {@link PackingRules}.
 *
 * <p>Each turn begins with the best packing so far. Turns grow, since each sets up all choices
 * anew; where they lie does not depend on the step limit, so more steps go on where fewer end. No
 * time limit is given to the solver, since some of its parts would then look at the clock between
 * steps; the run's guard ends the draws instead.
 */
final class LocalSearch {
  private static final int LATE_ACCEPTANCE_SIZE = 100;

  /** Steps of the first repairs, twice as many each time; late acceptance has half as many. */
  private static final int FIRST_TURN_STEPS = 300;

  /** When more moves than this are refused for each step, there is little left to find. */
  private static final long SCORES_A_STEP_MAX = 5;

  private LocalSearch() {}

  /** The columns of the best packing seen, at worst the known one. */
  static List<Integer> improve(
      MarketGraph graph,
      Improvement improvement,
      List<Candidate> candidates,
      List<Integer> known,
      long seed) {
    var plan = plan(graph, improvement, candidates, known);
    return improve(plan, config(turns(improvement.stepsMax(), seed), seed));
  }

  static List<Integer> improve(ChoicePlan plan, SolverConfig config) {
    var improvement = plan.improvement();
    var solver = SolverFactory.<ChoicePlan>create(config).buildSolver();
    improvement.endBy(solver::terminateEarly);
    solver.addEventListener(event -> improvement.found(event.getNewBestSolution().taken()));
    return solver.solve(plan).taken();
  }

  static ChoicePlan plan(
      MarketGraph graph, Improvement improvement, List<Candidate> candidates, List<Integer> known) {
    var taken = new boolean[candidates.size()];
    known.forEach(column -> taken[column] = true);
    var choices = new ArrayList<Choice>();
    for (int column = 0; column < taken.length; column++) {
      choices.add(
          new Choice(graph, improvement.problem(), column, candidates.get(column), taken[column]));
    }
    return new ChoicePlan(choices, improvement);
  }

  /** Repairs and late acceptance in turns until the steps are used up. */
  private static List<PhaseConfig<?>> turns(long stepsMax, long seed) {
    var chance = new SplittableRandom(seed);
    var phases = new ArrayList<PhaseConfig<?>>();
    long left = stepsMax;
    long searched = 0;
    for (long turn = FIRST_TURN_STEPS; left > 0; turn *= 2) {
      long steps = Math.min(turn, left);
      // A last odd step stays unused: local search has its turn only where it has it in any run.
      var repairs = new Repairs(steps / Repairs.STEPS_A_REPAIR, chance);
      phases.add(repairing(repairs));
      left -= steps;
      if (left > 0) {
        steps = Math.min(turn / 2, left);
        searched += steps;
        phases.add(lateAcceptance(steps, SCORES_A_STEP_MAX * searched));
        left -= steps;
      }
    }
    return phases;
  }

  static PhaseConfig<?> repairing(Repairs repairs) {
    return new CustomPhaseConfig().withCustomPhaseCommands(new Repairs[] {repairs});
  }

  /**
   * One turn of late acceptance.
   *
   * @param scoresMax most scores calculated from the first turn to the end of this one
   */
  static PhaseConfig<?> lateAcceptance(long steps, long scoresMax) {
    return new LocalSearchPhaseConfig()
        .withMoveSelectorConfig(
            new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(SelectAndEjectMoves.class))
        .withAcceptorConfig(
            new LocalSearchAcceptorConfig().withLateAcceptanceSize(LATE_ACCEPTANCE_SIZE))
        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))
        .withTerminationConfig(
            new TerminationConfig()
                .withStepCountLimit(Math.toIntExact(steps))
                .withScoreCalculationCountLimit(scoresMax));
  }

  static SolverConfig config(List<PhaseConfig<?>> phases, long seed) {
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
        .withPhases(phases.toArray(PhaseConfig<?>[]::new));
  }
}
