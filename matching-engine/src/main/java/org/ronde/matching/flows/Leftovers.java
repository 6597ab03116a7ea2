package org.ronde.matching.flows;

import java.util.function.BooleanSupplier;

/**
 * Seeks cycles among what a packing leaves, whatever they cost: what is left costs nothing.
 *
 * <p>Cycles that lose at the prices are not among the columns, and a packing in whole steps leaves
 * a little nearly everywhere.
 */
final class Leftovers {
  private static final int THROUGH_ONE_MAX = 32;
  private static final int SWEEPS_MAX = 3;

  /** Where everything costs nothing, longer ones would take long to find. */
  private static final int LENGTH_MAX = 3;

  private Leftovers() {}

  /** Takes cycles until hardly any is open, and adds them to the columns. */
  static void take(
      Network network, Columns columns, WholePacking packing, int lengthMax, BooleanSupplier stop) {
    var prices = new Prices(network);
    boolean took = true;
    for (int sweep = 0; took && sweep < SWEEPS_MAX; sweep++) {
      prices.set(new double[network.rows]);
      for (int arc = 0; arc < network.arcs; arc++) {
        if (!packing.isOpen(arc)) {
          prices.close(arc);
        }
      }
      took = sweep(columns, packing, new Seeker(prices, Math.min(lengthMax, LENGTH_MAX)), stop);
    }
  }

  private static boolean sweep(
      Columns columns, WholePacking packing, Seeker seeker, BooleanSupplier stop) {
    boolean took = false;
    for (int root = 0; root < packing.companies() && !stop.getAsBoolean(); root++) {
      var found = seeker.seek(root, 0, THROUGH_ONE_MAX);
      for (int which = 0; which < found.count(); which++) {
        int column = columns.count();
        if (columns.add(found.arcs(which))) {
          took |= packing.take(column, Long.MAX_VALUE, 1);
        }
      }
    }
    return took;
  }
}
