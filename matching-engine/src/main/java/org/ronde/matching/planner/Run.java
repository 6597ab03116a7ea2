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

  /** Moves by price before the planner has its first turn, and between its turns. */
  private static final long MOVES_AT_FIRST = 1_000;

  private static final long MOVES_MAX = 3_000;

  /** Steps of the planner at a turn. */
  private static final long PLANNED_MAX = 1_000;

  private final Limits limits;
  private final Progress progress;
  private final Guard guard;

  /** Of no packing more can be expected; null until that is proved. */
  private @Nullable Long expectedBound;

  /** Moves by price so far. */
  private long moves;

  /** Steps of the planner so far. */
  private long planned;

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
    var first = GreedyPacker.pack(MarketProblem.of(graph, found.list()));
    var candidates = found.withLeftovers(pick(found, first));
    var problem = MarketProblem.of(graph, candidates.list());
    var known = better(problem, first, GreedyPacker.pack(problem));
    report(Phase.CONSTRUCTION, 0, pick(candidates, known));
    var effort = new Effort(limits.stepsMax() == 0 ? 0 : EXACT_NODES_MAX, EXACT_WORK_MAX, guard);
    var exact = ExactPacker.pack(problem, known, effort);
    var chosen = pick(candidates, exact.taken());
    if (exact.proved() && !candidates.count().cut()) {
      expectedBound = expected(chosen);
      report(Phase.DONE, 100, chosen);
      return packing(graph, candidates, chosen, true, effort.nodes());
    }
    var told = new Told(Phase.CONSTRUCTION, chosen);
    var flows = FlowPacker.priced(graph, limits, candidates.highest(), guard, told);
    var best = moved(flows, chosen, MOVES_AT_FIRST);
    while (stepsLeft() > 0 && !guard.getAsBoolean()) {
      best = moved(flows, planned(graph, candidates.with(best), best), MOVES_MAX);
    }
    report(Phase.DONE, 100, best);
    var all = candidates.with(best);
    return packing(graph, all, best, false, effort.nodes() + moves + planned);
  }

  private List<Candidate> moved(FlowPacker flows, List<Candidate> known, long movesMax) {
    var outcome = flows.pack(known, Math.min(movesMax, stepsLeft()));
    moves = outcome.moves();
    expectedBound = whole(outcome.expectedBound());
    return outcome.chosen();
  }

  private List<Candidate> planned(MarketGraph graph, Candidates candidates, List<Candidate> known) {
    long before = moves + planned;
    long more = Math.min(PLANNED_MAX, stepsLeft());
    var problem = MarketProblem.of(graph, candidates.list());
    var columns = candidates.columnsOf(known);
    var improvement =
        new Improvement(
            problem,
            columns,
            more,
            guard,
            (percent, best) -> told(before + percent * more / 100, pick(candidates, best)));
    var improved =
        LocalSearch.improve(
            graph, improvement, candidates.list(), columns, limits.seed() + planned);
    planned += improvement.steps();
    return pick(candidates, better(problem, columns, improved));
  }

  private Packing matchByPrices(MarketGraph graph) {
    var told = new Told(Phase.CANDIDATES, List.of());
    var found =
        FlowPacker.priced(graph, limits, List.of(), guard, told).pack(List.of(), limits.stepsMax());
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
    private final List<Candidate> known;

    private Told(Phase pricing, List<Candidate> known) {
      this.pricing = pricing;
      this.known = known;
    }

    @Override
    public void pricing(int percent) {
      report(pricing, percent, known);
    }

    @Override
    public void bound(double expectedCents) {
      expectedBound = whole(expectedCents);
    }

    @Override
    public void packing(long moves, List<Candidate> best) {
      told(moves + planned, best);
    }
  }

  private long stepsLeft() {
    return limits.stepsMax() - moves - planned;
  }

  private void told(long stepsDone, List<Candidate> best) {
    if (stepsDone == 0) {
      report(Phase.CONSTRUCTION, 100, best);
    } else {
      // Whichever ends it: many a run has more steps than time.
      long stepped = stepsDone * 100 / limits.stepsMax();
      report(Phase.IMPROVEMENT, (int) Math.max(stepped, guard.percent()), best);
    }
  }

  private Packing packing(
      MarketGraph graph,
      Candidates candidates,
      List<Candidate> chosen,
      boolean optimal,
      long steps) {
    long value = value(chosen);
    var card = Scores.card(graph, chosen);
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
