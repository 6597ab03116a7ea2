package org.ronde.matching.flows;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.ronde.matching.Limits;
import org.ronde.matching.cycles.Candidate;
import org.ronde.matching.graph.MarketGraph;

/**
 * Packs a large market with a proved bound: prices, flows, whole steps, neighbourhoods.
 *
 * <p>Example: {@code FlowPacker.priced(graph, limits, List.of(), stop, listener).pack(List.of(),
 * 5_000)}.
 */
public final class FlowPacker {
  /** A run tells how it goes on after so many moves, or after one for five companies. */
  private static final int MOVES_UNTOLD_MAX = 500;

  private static final int COMPANIES_A_MOVE_UNTOLD = 5;

  /** After so many moves, what they left is swept up. */
  private static final int MOVES_A_SWEEP = 5_000;

  /**
   * What a move may cost at first, in parts of what a cycle gains; half as much after two moves for
   * each company.
   */
  private static final double THRESHOLD = 0.1;

  /** When the best packing lies further back, the search returns to it. */
  private static final int CHANGES_MAX = 2_000_000;

  private static final double SHARE_MIN = 1e-3;
  private static final double LOSS_MAX = 0.05;

  private final MarketGraph graph;
  private final Limits limits;
  private final BooleanSupplier stop;
  private final Listener listener;
  private final Network network;
  private final FlowRelaxation relaxation;
  private final SplittableRandom chance;
  private double bound = Double.POSITIVE_INFINITY;
  private long moves;

  private FlowPacker(MarketGraph graph, Limits limits, BooleanSupplier stop, Listener listener) {
    this.graph = graph;
    this.limits = limits;
    this.stop = stop;
    this.listener = listener;
    this.network = new Network(graph);
    this.relaxation = new FlowRelaxation(network, limits.cycleLengthMax(), stop);
    this.chance = new SplittableRandom(limits.seed());
  }

  /** Told how a run goes on; called by the thread that called. */
  public interface Listener {
    /** Prices are being found: how much of that is done. */
    void pricing(int percent);

    /** Of no packing more cents can be expected. */
    void bound(double expectedCents);

    /** The best packing so far, after so many moves. */
    void packing(long moves, List<Candidate> best);
  }

  /**
   * What was found.
   *
   * @param expectedBound of no packing more cents can be expected; infinite when nothing was proved
   * @param flowCents what can be expected of flows in fractions
   * @param columns how many cycles were looked at more than once
   * @param moves how many were made, those of packings before among them
   */
  public record Outcome(
      List<Candidate> chosen, double expectedBound, double flowCents, long columns, long moves) {
    public Outcome {
      chosen = List.copyOf(chosen);
    }
  }

  /**
   * Finds prices and proves what they can; what is packed then costs no more pricing.
   *
   * @param listed cycles that were found otherwise, one candidate of each
   */
  public static FlowPacker priced(
      MarketGraph graph,
      Limits limits,
      List<Candidate> listed,
      BooleanSupplier stop,
      Listener listener) {
    var packer = new FlowPacker(graph, limits, stop, listener);
    packer.price();
    packer.relaxation.add(listed.stream().map(packer::arcs).toList());
    return packer;
  }

  /**
   * Packs; the same market, limits and seed, asked for the same, give the same packing unless it
   * was stopped.
   *
   * @param known a packing of cycles that were listed or packed here before, at any quantities;
   *     what is packed is no worse
   * @param movesMax most moves; more never worsen it
   */
  public Outcome pack(List<Candidate> known, long movesMax) {
    var packing = begin(known);
    improve(packing, movesMax);
    return new Outcome(
        packing.best(),
        bound,
        relaxation.program().feasibleValue(),
        relaxation.columns().count(),
        moves);
  }

  private void price() {
    relaxation.run(
        (percent, worthIt) -> {
          listener.pricing(percent);
          if (worthIt) {
            prove();
          }
        });
    prove();
  }

  private void prove() {
    if (stop.getAsBoolean()) {
      return;
    }
    var prices = new Prices(network);
    prices.set(relaxation.program().prices());
    double proved = Certificate.bound(prices, limits.cycleLengthMax(), stop);
    if (proved < bound) {
      bound = proved;
      listener.bound(bound);
    }
  }

  private int[] arcs(Candidate candidate) {
    return candidate.lots().stream()
        .mapToInt(lot -> network.arcOf(lot.arc().offer(), lot.arc().need()))
        .toArray();
  }

  /** What flows, or what is known when that is better. */
  private WholePacking begin(List<Candidate> known) {
    var packing = empty();
    for (var candidate : known) {
      int column = relaxation.columns().find(arcs(candidate));
      if (column >= 0) {
        packing.take(Candidate.of(graph, column, candidate.lots()));
      }
    }
    if (moves == 0) {
      var flowing = empty();
      takeFlows(relaxation, flowing);
      packing = packing.isBetterThan(flowing) ? packing : flowing;
      listener.packing(0, packing.candidates());
    }
    packing.keepIfBest();
    return packing;
  }

  private WholePacking empty() {
    return new WholePacking(graph, network, relaxation.columns(), relaxation.program().prices());
  }

  private void improve(WholePacking packing, long movesMax) {
    if (movesMax == 0 || stop.getAsBoolean()) {
      return;
    }
    relaxation.addThrough(
        IntStream.range(0, network.companies).filter(company -> !packing.isServed(company)));
    var columns = relaxation.columns();
    var program = relaxation.program();
    long end = moves + movesMax;
    long untold = Math.max(MOVES_UNTOLD_MAX, network.companies / COMPANIES_A_MOVE_UNTOLD);
    double threshold = THRESHOLD * packing.soft() / Math.max(1, packing.size());
    while (moves < end && !stop.getAsBoolean()) {
      Leftovers.take(network, columns, packing, limits.cycleLengthMax(), stop);
      program.load();
      packing.keepIfBest();
      var neighbourhoods = new Neighbourhoods(network, columns, program, packing, chance);
      long sweep = Math.min(end, moves + MOVES_A_SWEEP);
      while (moves < sweep && !stop.getAsBoolean()) {
        neighbourhoods.move(threshold * network.companies / (network.companies + moves / 2.0));
        moves++;
        if (moves % untold == 0 || moves == end) {
          listener.packing(moves, packing.best());
        }
        if (packing.mark() > CHANGES_MAX) {
          packing.backTo(0);
        }
      }
    }
  }

  /** Takes what flows, the fullest cycles first, then whatever still fits, by price. */
  static void takeFlows(FlowRelaxation relaxation, WholePacking packing) {
    var program = relaxation.program();
    var columns = relaxation.columns();
    IntStream.range(0, columns.count())
        .filter(column -> program.share(column) > SHARE_MIN)
        .boxed()
        .sorted(Comparator.comparingDouble(column -> -program.share(column)))
        .forEach(
            column ->
                packing.take(
                    column, Math.round(program.share(column) * columns.widest(column)), 1));
    var reduced = new double[columns.count()];
    IntStream.range(0, reduced.length)
        .forEach(column -> reduced[column] = program.reducedGain(column));
    IntStream.range(0, reduced.length)
        .filter(column -> reduced[column] > -LOSS_MAX)
        .boxed()
        .sorted(Comparator.comparingDouble(column -> -reduced[column]))
        .forEach(column -> packing.take(column, Long.MAX_VALUE, 1));
  }
}
