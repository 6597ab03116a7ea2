package org.ronde.matching.flows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The most that could be expected if quantities had no steps and values always balanced.
 *
 * <p>A linear program over cycles, by column generation: flows over the cycles known so far price
 * the rows; cycles that gain at these prices are added, the best few through each company. Rounds
 * and iterations are counted, so that equal markets get equal flows on any machine and any number
 * of threads.
 */
final class FlowRelaxation {
  private static final int ROUNDS_MAX = 40;
  private static final int ITERATIONS = 120;
  private static final int ITERATIONS_AT_THE_END = 600;
  private static final int COLUMNS_MAX = 600_000;
  private static final int THROUGH_ONE_MAX = 8;
  private static final int THROUGH_ONE_AT_THE_END = 16;
  private static final int ROOTS_TOGETHER = 256;

  /** Cycles that would gain if everything cost this share of its price are worth a look. */
  private static final double NEARLY = 0.97;

  /** Rounds end when they add less than one cycle for so many companies. */
  private static final int SHARE_ADDED_MIN = 20;

  private static final double GAIN_MIN = 0.002;

  /** What is dropped when there are too many columns: no flow, and this much of a loss. */
  private static final double LOSS_MAX = 0.05;

  private final Network network;
  private final int lengthMax;
  private final BooleanSupplier stop;
  private final Columns columns;
  private final FlowProgram program;

  FlowRelaxation(Network network, int lengthMax, BooleanSupplier stop) {
    this.network = network;
    this.lengthMax = lengthMax;
    this.stop = stop;
    this.columns = new Columns(network);
    this.program = new FlowProgram(network, columns, pressure(network));
  }

  Columns columns() {
    return columns;
  }

  FlowProgram program() {
    return program;
  }

  /** Told after each round. */
  interface Listener {
    /**
     * Told where the rounds stand.
     *
     * @param percent how much is done
     * @param bound whether a bound would by now be worth its time
     */
    void round(int percent, boolean bound);
  }

  /** Adds columns and solves until few are missing. */
  void run(Listener listener) {
    var prices = new Prices(network);
    for (int round = 0; round < ROUNDS_MAX && !stop.getAsBoolean(); round++) {
      prices.set(program.prices());
      int before = columns.count();
      seek(prices, THROUGH_ONE_MAX);
      int added = columns.count() - before;
      program.load();
      if (round > 0 && added < network.companies / SHARE_ADDED_MIN + 1) {
        break;
      }
      program.solve(ITERATIONS);
      if (columns.count() > COLUMNS_MAX) {
        forget();
      }
      listener.round(100 * (round + 1) / ROUNDS_MAX, round % 8 == 4);
    }
    if (!stop.getAsBoolean()) {
      program.solve(ITERATIONS_AT_THE_END);
      enrich(prices);
    }
  }

  /** Adds cycles that nearly gain: steps and balance let some of them fit better. */
  private void enrich(Prices prices) {
    prices.set(Arrays.stream(program.prices()).map(price -> price * NEARLY).toArray());
    seek(prices, THROUGH_ONE_AT_THE_END);
    program.load();
  }

  private void seek(Prices prices, int throughOne) {
    int parts = (network.companies + ROOTS_TOGETHER - 1) / ROOTS_TOGETHER;
    var found =
        IntStream.range(0, parts)
            .parallel()
            .mapToObj(part -> part(prices, part, throughOne))
            .toList();
    for (var cycles : found) {
      cycles.forEach(columns::add);
    }
  }

  private List<int[]> part(Prices prices, int part, int throughOne) {
    var seeker = new Seeker(prices, lengthMax);
    var cycles = new ArrayList<int[]>();
    int end = Math.min(network.companies, (part + 1) * ROOTS_TOGETHER);
    for (int root = part * ROOTS_TOGETHER; root < end; root++) {
      var found = seeker.seek(root, GAIN_MIN, throughOne);
      for (int which = 0; which < found.count(); which++) {
        cycles.add(found.arcs(which));
      }
    }
    return cycles;
  }

  /** Adds some cycles of up to four through each of these companies, whatever they cost. */
  void addThrough(IntStream companies) {
    var prices = new Prices(network);
    prices.set(new double[network.rows]);
    var seeker = new Seeker(prices, Math.min(lengthMax, Seeker.LENGTH_MAX));
    companies.forEach(
        company -> {
          var found = seeker.seek(company, 0, THROUGH_ONE_AT_THE_END);
          for (int which = 0; which < found.count(); which++) {
            columns.add(found.arcs(which));
          }
        });
    program.load();
  }

  /** Adds cycles that were found otherwise. */
  void add(Iterable<int[]> cycles) {
    cycles.forEach(columns::add);
    program.load();
  }

  private void forget() {
    var kept = new boolean[columns.count()];
    for (int column = 0; column < kept.length; column++) {
      kept[column] = program.share(column) > 0 || program.reducedGain(column) > -LOSS_MAX;
    }
    program.load(columns.keep(kept));
  }

  /**
   * Prices to begin with: dear where much would come to a row if everybody spread evenly over what
   * it could meet.
   */
  private static double[] pressure(Network network) {
    var inflow = new double[network.rows];
    for (int arc = 0; arc < network.arcs; arc++) {
      int offer = network.offerRow[arc];
      int need = network.needRow[arc];
      inflow[offer] += network.worth[need] / (network.endArc(need) - network.firstArc(need));
      inflow[need] += network.worth[offer] / (network.endArc(offer) - network.firstArc(offer));
    }
    var prices = new double[network.rows];
    Arrays.setAll(
        prices,
        row -> inflow[row] == 0 ? 0 : 0.7 * inflow[row] / (inflow[row] + network.worth[row]));
    return prices;
  }
}
