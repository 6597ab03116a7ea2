package org.ronde.matching.flows;

import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.ronde.matching.Limits;
import org.ronde.matching.cycles.Candidate;
import org.ronde.matching.graph.MarketGraph;

/**
 * Packs a large market with a proved bound: prices, flows, whole steps, neighbourhoods.
 *
 * <p>Example: {@code FlowPacker.pack(graph, Limits.standard(), () -> false, listener)}.
 */
public final class FlowPacker {
  private static final double SHARE_MIN = 1e-3;
  private static final double LOSS_MAX = 0.05;

  private FlowPacker() {}

  /** Told how a run goes on; called by the thread that called. */
  public interface Listener {
    /** Prices are being found: how much of that is done. */
    void pricing(int percent);

    /** No packing counts more cents than this. */
    void bound(double countedCents);

    /** A packing, the better of all so far, and how much of the moves is done. */
    void packing(int percent, List<Candidate> best);
  }

  /**
   * What was found.
   *
   * @param countedBound no packing counts more cents; infinite when nothing was proved
   * @param flowCents what flows in fractions count
   * @param columns how many cycles were looked at more than once
   */
  public record Outcome(
      List<Candidate> chosen, double countedBound, double flowCents, long columns, long moves) {
    public Outcome {
      chosen = List.copyOf(chosen);
    }
  }

  /** Packs; the same market, limits and seed give the same packing unless it was stopped. */
  public static Outcome pack(
      MarketGraph graph, Limits limits, BooleanSupplier stop, Listener listener) {
    var network = new Network(graph);
    var relaxation = new FlowRelaxation(network, limits.cycleLengthMax(), stop);
    relaxation.run(listener::pricing);
    double bound = Double.POSITIVE_INFINITY;
    if (limits.cycleLengthMax() <= Seeker.LENGTH_MAX) {
      var prices = new Prices(network);
      prices.set(relaxation.program().prices());
      bound = Certificate.bound(prices, limits.cycleLengthMax(), stop);
      listener.bound(bound);
    }
    var packing = new WholePacking(
            graph, network, relaxation.columns(), relaxation.program().prices());
    takeFlows(relaxation, packing);
    listener.packing(0, packing.candidates());
    var moves =
        new Neighbourhoods(
            network, relaxation.columns(), relaxation.program(), packing, limits.seed());
    long done = 0;
    while (done < limits.stepsMax() && !stop.getAsBoolean()) {
      moves.move();
      done++;
      if (done * 100 / limits.stepsMax() != (done - 1) * 100 / limits.stepsMax()) {
        listener.packing((int) (done * 100 / limits.stepsMax()), packing.candidates());
      }
    }
    return new Outcome(
        packing.candidates(),
        bound,
        relaxation.program().feasibleValue(),
        relaxation.columns().count(),
        done);
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
