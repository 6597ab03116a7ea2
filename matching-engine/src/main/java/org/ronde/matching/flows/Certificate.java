package org.ronde.matching.flows;

import java.util.function.BooleanSupplier;

/**
 * Makes prices prove a bound: no cycle may gain at them.
 *
 * <p>Through one company after the other, cycles that gain are paid for by raising the row that
 * takes least to raise; prices only rise, so what was paid for stays paid. Then every company is
 * asked anew, and what rounding may have left is added: when no cent that flows gains more than so
 * much, the sum over all rows, and so much for each cent that can flow, bounds every packing. By
 * weak duality; the last pass keeps a slip in the first from ever becoming a false claim.
 */
final class Certificate {
  private static final double ROUNDING = 1e-9;
  private static final int AT_ONCE = 32;

  private Certificate() {}

  /** The bound in expected cents, or infinity when it was stopped; the prices are raised. */
  static double bound(Prices prices, int lengthMax, BooleanSupplier stop) {
    var seeker = new Seeker(prices, Math.min(lengthMax, Seeker.LENGTH_MAX));
    var longer = Seeker.longer(prices, lengthMax);
    for (int root = 0; root < prices.network.companies; root++) {
      if (stop.getAsBoolean()) {
        return Double.POSITIVE_INFINITY;
      }
      payForCycles(prices, seeker, root);
      for (var walks : longer) {
        payForWalks(prices, walks, root);
      }
    }
    double most = 0;
    prices.set(prices.price.clone());
    for (int root = 0; root < prices.network.companies; root++) {
      most = most(seeker.seek(root, most, 1), most);
      for (var walks : longer) {
        most = most(walks.seek(root, most, 1), most);
      }
    }
    return prices.sum() + (most + ROUNDING) * prices.network.flowMax();
  }

  private static double most(Found found, double otherwise) {
    return found.count() > 0 ? found.gain(0) : otherwise;
  }

  private static void payForCycles(Prices prices, Seeker seeker, int root) {
    var found = seeker.seek(root, ROUNDING, AT_ONCE);
    while (found.count() > 0) {
      for (int which = 0; which < found.count(); which++) {
        payFor(prices, found.arcs(which), prices.gain(found.arcs(which)));
      }
      found = seeker.seek(root, ROUNDING, AT_ONCE);
    }
  }

  private static void payForWalks(Prices prices, Walks walks, int root) {
    var found = walks.seek(root, ROUNDING, AT_ONCE);
    while (found.count() > 0) {
      for (int which = 0; which < found.count(); which++) {
        payFor(prices, found.arcs(which), walks.gain(found.arcs(which)));
      }
      found = walks.seek(root, ROUNDING, AT_ONCE);
    }
  }

  private static void payFor(Prices prices, int[] arcs, double missing) {
    if (missing > 0) {
      raiseCheapest(prices, arcs, missing);
    }
  }

  private static void raiseCheapest(Prices prices, int[] arcs, double missing) {
    var network = prices.network;
    int row = -1;
    double use = 1;
    double cheapest = Double.POSITIVE_INFINITY;
    for (int arc : arcs) {
      double byOffer = network.worth[network.offerRow[arc]] / network.offerUse[arc];
      if (byOffer < cheapest) {
        cheapest = byOffer;
        row = network.offerRow[arc];
        use = network.offerUse[arc];
      }
      double byNeed = network.worth[network.needRow[arc]] / network.needUse[arc];
      if (byNeed < cheapest) {
        cheapest = byNeed;
        row = network.needRow[arc];
        use = network.needUse[arc];
      }
    }
    prices.raise(row, missing / use);
  }
}
