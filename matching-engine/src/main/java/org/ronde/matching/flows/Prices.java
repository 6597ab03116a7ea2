package org.ronde.matching.flows;

import java.util.Arrays;

/**
 * What a cent of each row costs, and what a cent of flow on each arc gains beyond that at most.
 *
 * <p>A cent that flows round a cycle is expected to count one cent on each leg, times the chance
 * that all its companies say yes; it uses of both rows of each leg, at their prices. The chance of
 * the two companies of an arc is at least that of the cycle, so an arc is said to gain this much
 * less what it uses, and {@link #gain(int[])} takes back what that is too much. When no cycle
 * gains, the prices bound every packing: its cycles cost at least what they are expected to count,
 * and rows are paid for once.
 */
final class Prices {
  final Network network;

  /** For each row, at least 0. */
  final double[] price;

  /** By number of the arc; what a cycle gains is at most the sum over its arcs. */
  final double[] gain;

  /** By place among the incoming arcs. */
  final double[] gainIn;

  /** The most that an arc into, and out of, each company gains. */
  final double[] mostIn;

  final double[] mostOut;

  private double mostGain;

  Prices(Network network) {
    this.network = network;
    this.price = new double[network.rows];
    this.gain = new double[network.arcs];
    this.gainIn = new double[network.arcs];
    this.mostIn = new double[network.companies];
    this.mostOut = new double[network.companies];
  }

  void set(double[] prices) {
    Arrays.setAll(price, row -> prices[row]);
    Arrays.fill(mostIn, Double.NEGATIVE_INFINITY);
    Arrays.fill(mostOut, Double.NEGATIVE_INFINITY);
    for (int tail = 0; tail < network.companies; tail++) {
      for (int arc = network.firstOut[tail]; arc < network.firstOut[tail + 1]; arc++) {
        refresh(arc);
        mostOut[tail] = Math.max(mostOut[tail], gain[arc]);
        int head = network.head[arc];
        mostIn[head] = Math.max(mostIn[head], gain[arc]);
      }
    }
    mostGain = Arrays.stream(mostOut).max().orElse(0);
  }

  /** The most that an arc gained when prices were set. */
  double mostGain() {
    return mostGain;
  }

  /** Makes a row dearer; the most that arcs gain may then be told too high, never too low. */
  void raise(int row, double by) {
    price[row] += by;
    for (int use = network.firstArc(row); use < network.endArc(row); use++) {
      refresh(network.arcOfRow(use));
    }
  }

  /** Lets no cycle use an arc, until prices are set anew. */
  void close(int arc) {
    gain[arc] = Double.NEGATIVE_INFINITY;
    gainIn[network.placeIn[arc]] = Double.NEGATIVE_INFINITY;
  }

  private void refresh(int arc) {
    gain[arc] =
        network.yesOfBoth(arc)
            - price[network.offerRow[arc]] * network.offerUse[arc]
            - price[network.needRow[arc]] * network.needUse[arc];
    gainIn[network.placeIn[arc]] = gain[arc];
  }

  /** What a cent that flows round the cycle gains. */
  double gain(int[] cycle) {
    double sum = 0;
    double tooMuch = 0;
    for (int arc : cycle) {
      sum += gain[arc];
      tooMuch += network.yesOfBoth(arc);
    }
    return sum + (cycle.length * network.yesOfAll(cycle) - tooMuch);
  }

  /** What all rows cost together. */
  double sum() {
    double sum = 0;
    for (int row = 0; row < price.length; row++) {
      sum += price[row] * network.worth[row];
    }
    return sum;
  }
}
