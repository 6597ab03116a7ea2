package org.ronde.matching.planner;

import java.time.InstantSource;
import java.util.List;
import org.ronde.matching.Arc;
import org.ronde.matching.Cycle;
import org.ronde.matching.Limits;
import org.ronde.matching.Market;
import org.ronde.matching.Matcher;
import org.ronde.matching.Packing;
import org.ronde.matching.Phase;
import org.ronde.matching.Progress;
import org.ronde.matching.Status;
import org.ronde.matching.cycles.Candidate;
import org.ronde.matching.cycles.Candidates;
import org.ronde.matching.graph.MarketGraph;
import org.ronde.matching.packing.Effort;
import org.ronde.matching.packing.ExactPacker;
import org.ronde.matching.packing.GreedyPacker;
import org.ronde.matching.packing.MarketProblem;
import org.ronde.matching.packing.PackingProblem;
import org.ronde.matching.packing.Scores;
import org.ronde.matching.packing.ValueBound;

/**
 * The engine: graph, candidates, greedy packing, exact search, and the planner for what is left.
 *
 * <p>A small market ends with a proved packing. In a larger one the planner goes on from the best
 * packing known, for at most {@link Limits#stepsMax} steps. Example: {@code new
 * PlannerMatcher(InstantSource.system()).match(market, Limits.standard(), Progress.none())}.
 */
public final class PlannerMatcher implements Matcher {
  private static final long EXACT_NODES_MAX = 2_000;

  /** A few seconds of additions. */
  private static final long EXACT_WORK_MAX = 4_000_000_000L;

  private final InstantSource clock;

  /** The clock only guards {@link Limits#timeMax}. */
  public PlannerMatcher(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public List<Arc> arcs(Market market) {
    return MarketGraph.of(market).allArcs();
  }

  @Override
  public Packing match(Market market, Limits limits, Progress progress) {
    var guard = new Guard(clock, limits.timeMax(), progress);
    progress.report(Phase.GRAPH, 0, 0, 0);
    var graph = MarketGraph.of(market);
    progress.report(Phase.CANDIDATES, 0, 0, 0);
    var found = Candidates.find(graph, limits, guard);
    progress.report(Phase.CONSTRUCTION, 0, 0, 0);
    var first = GreedyPacker.pack(MarketProblem.of(graph, found.list()));
    var candidates = found.withLeftovers(pick(found.list(), first));
    var problem = MarketProblem.of(graph, candidates.list());
    var known = better(problem, first, GreedyPacker.pack(problem));
    report(progress, Phase.CONSTRUCTION, 50, pick(candidates.list(), known));
    var effort = new Effort(Math.min(EXACT_NODES_MAX, limits.stepsMax()), EXACT_WORK_MAX, guard);
    var exact = ExactPacker.pack(problem, known, effort);
    var chosen = pick(candidates.list(), exact.taken());
    report(progress, Phase.DONE, 100, chosen);
    var count = candidates.count();
    boolean optimal = exact.proved() && !count.cut();
    long value = chosen.stream().mapToLong(Candidate::valueCents).sum();
    return new Packing(
        optimal ? Status.OPTIMAL : Status.FEASIBLE,
        cycles(graph, chosen),
        value,
        optimal ? value : bound(graph, candidates),
        Scores.card(chosen),
        graph.counts(),
        count,
        Scores.planCost(graph, chosen),
        effort.nodes(),
        limits.seed(),
        guard.stoppedByClock());
  }

  private static List<Candidate> pick(List<Candidate> candidates, List<Integer> taken) {
    return taken.stream().map(candidates::get).toList();
  }

  private static List<Integer> better(
      PackingProblem problem, List<Integer> one, List<Integer> other) {
    return problem.gain(other) > problem.gain(one) ? other : one;
  }

  private static long bound(MarketGraph graph, Candidates candidates) {
    return candidates.count().cut()
        ? ValueBound.ofArcs(graph, graph.arcs())
        : ValueBound.ofCandidates(graph, candidates.list());
  }

  /** In the order of the cycles' first companies; candidates are grouped by length instead. */
  private static List<Cycle> cycles(MarketGraph graph, List<Candidate> chosen) {
    return chosen.stream()
        .sorted(CandidateOrder.BY_FIRST_COMPANY)
        .map(candidate -> candidate.toCycle(graph))
        .toList();
  }

  private static void report(Progress progress, Phase phase, int percent, List<Candidate> chosen) {
    long value = chosen.stream().mapToLong(Candidate::valueCents).sum();
    progress.report(phase, percent, value, chosen.size());
  }
}
