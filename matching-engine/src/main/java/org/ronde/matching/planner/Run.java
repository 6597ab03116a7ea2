package org.ronde.matching.planner;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronde.matching.CandidateCount;
import org.ronde.matching.Cycle;
import org.ronde.matching.Limits;
import org.ronde.matching.Market;
import org.ronde.matching.Packing;
import org.ronde.matching.Phase;
import org.ronde.matching.Progress;
import org.ronde.matching.Status;
import org.ronde.matching.cycles.Candidate;
import org.ronde.matching.cycles.Candidates;
import org.ronde.matching.flows.FlowPacker;
import org.ronde.matching.graph.MarketGraph;
import org.ronde.matching.packing.Effort;
import org.ronde.matching.packing.ExactPacker;
import org.ronde.matching.packing.GreedyPacker;
import org.ronde.matching.packing.MarketProblem;
import org.ronde.matching.packing.PackingProblem;
import org.ronde.matching.packing.Scores;
import org.ronde.matching.packing.ValueBound;

/** One run of the engine, phase by phase; used once. */
final class Run {
  private static final long EXACT_NODES_MAX = 10_000;

  /** About a second of additions; beyond, the planner makes better use of the time. */
  private static final long EXACT_WORK_MAX = 300_000_000L;

  /** Beyond, a list would hold a few cycles of each company only: prices alone choose them. */
  private static final int ARCS_LISTED_MAX = 200_000;

  /** Moves around companies before the planner goes on, when cycles are listed. */
  private static final long MOVES_MAX = 4_000;

  private final Limits limits;
  private final Progress progress;
  private final Guard guard;

  /** Of no packing more can be expected; null until that is proved. */
  private @Nullable Long expectedBound;

  /** Moves and steps of the improvement. */
  private long steps;

  Run(Limits limits, Progress progress, Guard guard) {
    this.limits = limits;
    this.progress = progress;
    this.guard = guard;
  }

  Packing match(Market market) {
    progress.report(Progress.Standing.at(Phase.GRAPH, 0));
    var graph = MarketGraph.of(market);
    progress.report(Progress.Standing.at(Phase.CANDIDATES, 0));
    return graph.arcs().size() > ARCS_LISTED_MAX ? matchByPrices(graph) : matchListed(graph);
  }

  private Packing matchListed(MarketGraph graph) {
    var found = Candidates.find(graph, limits, guard);
    progress.report(Progress.Standing.at(Phase.CONSTRUCTION, 0));
    var first = GreedyPacker.pack(MarketProblem.of(graph, found.list()));
    var candidates = found.withLeftovers(pick(found, first));
    var problem = MarketProblem.of(graph, candidates.list());
    var known = better(problem, first, GreedyPacker.pack(problem));
    report(Phase.CONSTRUCTION, 50, pick(candidates, known));
    var effort = new Effort(limits.stepsMax() == 0 ? 0 : EXACT_NODES_MAX, EXACT_WORK_MAX, guard);
    var exact = ExactPacker.pack(problem, known, effort);
    var chosen = pick(candidates, exact.taken());
    if (exact.proved() && !candidates.count().cut()) {
      expectedBound = expected(chosen);
      report(Phase.DONE, 100, chosen);
      return packing(graph, candidates, chosen, true, effort.nodes());
    }
    var flows =
        FlowPacker.pack(
            graph,
            limits.withStepsMax(Math.min(limits.stepsMax(), MOVES_MAX)),
            candidates.highest(),
            chosen,
            guard,
            new Told(Phase.CONSTRUCTION));
    expectedBound = whole(flows.expectedBound());
    var all = candidates.with(flows.chosen());
    var best = improve(graph, all, all.columnsOf(flows.chosen()), flows.moves());
    report(Phase.DONE, 100, best);
    return packing(graph, all, best, false, effort.nodes() + steps);
  }

  /** The planner's part, after so many steps. */
  private List<Candidate> improve(
      MarketGraph graph, Candidates candidates, List<Integer> known, long before) {
    steps = before;
    if (before >= limits.stepsMax() || guard.getAsBoolean()) {
      return pick(candidates, known);
    }
    var problem = MarketProblem.of(graph, candidates.list());
    var improvement =
        new Improvement(
            problem,
            known,
            limits.stepsMax() - before,
            guard,
            (percent, best) ->
                report(
                    Phase.IMPROVEMENT,
                    percent(before) + percent * (100 - percent(before)) / 100,
                    pick(candidates, best)));
    var improved = LocalSearch.improve(improvement, candidates.list(), known, limits.seed());
    steps += improvement.steps();
    return pick(candidates, better(problem, known, improved));
  }

  private Packing matchByPrices(MarketGraph graph) {
    var told = new Told(Phase.CANDIDATES);
    var found = FlowPacker.pack(graph, limits, List.of(), List.of(), guard, told);
    var chosen = found.chosen();
    report(Phase.DONE, 100, chosen);
    return new Packing(
        Status.FEASIBLE,
        cycles(graph, chosen),
        value(chosen),
        ValueBound.ofArcs(graph, graph.arcs()),
        whole(found.expectedBound()),
        Referee.card(graph, chosen),
        graph.counts(),
        new CandidateCount(found.columns(), found.columns(), true),
        Scores.planCost(graph, chosen),
        found.moves(),
        limits.seed(),
        guard.stoppedByClock());
  }

  private static @Nullable Long whole(double bound) {
    return Double.isInfinite(bound) ? null : (long) bound;
  }

  /** Passes on what flows tell. */
  private final class Told implements FlowPacker.Listener {
    private final Phase pricing;

    private Told(Phase pricing) {
      this.pricing = pricing;
    }

    @Override
    public void pricing(int percent) {
      progress.report(Progress.Standing.at(pricing, percent));
    }

    @Override
    public void bound(double expectedCents) {
      expectedBound = whole(expectedCents);
    }

    @Override
    public void packing(long moves, List<Candidate> best) {
      report(moves == 0 ? Phase.CONSTRUCTION : Phase.IMPROVEMENT, percent(moves), best);
    }
  }

  /** How much of the steps is done. */
  private int percent(long steps) {
    return (int) (steps * 100 / Math.max(1, limits.stepsMax()));
  }

  private Packing packing(
      MarketGraph graph,
      Candidates candidates,
      List<Candidate> chosen,
      boolean optimal,
      long steps) {
    long value = value(chosen);
    var card = Scores.card(chosen);
    return new Packing(
        optimal ? Status.OPTIMAL : Status.FEASIBLE,
        cycles(graph, chosen),
        value,
        optimal ? value : bound(graph, candidates),
        expectedBound,
        card,
        graph.counts(),
        candidates.count(),
        Scores.planCost(graph, chosen),
        steps,
        limits.seed(),
        guard.stoppedByClock());
  }

  private static long bound(MarketGraph graph, Candidates candidates) {
    return candidates.count().cut()
        ? ValueBound.ofArcs(graph, graph.arcs())
        : ValueBound.ofCandidates(graph, candidates.list());
  }

  private static List<Candidate> pick(Candidates candidates, List<Integer> columns) {
    return columns.stream().map(candidates.list()::get).toList();
  }

  private static List<Integer> better(
      PackingProblem problem, List<Integer> one, List<Integer> other) {
    return problem.gain(other) > problem.gain(one) ? other : one;
  }

  private static List<Cycle> cycles(MarketGraph graph, List<Candidate> chosen) {
    return chosen.stream()
        .sorted(CandidateOrder.BY_FIRST_COMPANY)
        .map(candidate -> candidate.toCycle(graph))
        .toList();
  }

  private void report(Phase phase, int percent, List<Candidate> chosen) {
    progress.report(
        new Progress.Standing(
            phase, percent, value(chosen), expected(chosen), expectedBound, chosen.size()));
  }

  private static long expected(List<Candidate> chosen) {
    return chosen.stream().mapToLong(Candidate::expectedCents).sum();
  }

  private static long value(List<Candidate> chosen) {
    return chosen.stream().mapToLong(Candidate::valueCents).sum();
  }
}
