package org.ronde.matching.flows;

import java.util.Arrays;

/**
 * Flows over columns that may be expected to count most while no row holds more than it can, and
 * the rows' prices.
 *
 * <p>Solved by the primal-dual hybrid gradient method with averages, restarts and a weight between
 * both sides: Chambolle and Pock 2011 (doi 10.1007/s10851-010-0251-1), steps by rows and columns as
 * in Pock and Chambolle 2011 (doi 10.1109/ICCV.2011.6126441), restarts as in Applegate and others
 * 2021 (PDLP, arXiv 2106.04756). It needs no factors, starts from what it knows, and its prices are
 * stable enough to seek columns by. Nothing is proved here: {@link Certificate} does that.
 */
final class FlowProgram {
  private final Network network;
  private final Columns columns;
  private final double[] price;
  private double[] share = {};
  private double weight = 1;

  private int[] first = {};
  private int[] row = {};
  private double[] amount = {};
  private double[] gain = {};
  private double[] columnStep = {};
  private double[] rowStep = {};

  FlowProgram(Network network, Columns columns, double[] firstPrices) {
    this.network = network;
    this.columns = columns;
    this.price = firstPrices.clone();
  }

  /** For each row, what a cent of it costs. */
  double[] prices() {
    return price;
  }

  /** How much of what could flow round the column does. */
  double share(int column) {
    return column < share.length ? share[column] : 0;
  }

  /** What the column is expected to count, less what it costs, for each such cent. */
  double reducedGain(int column) {
    double cost = 0;
    for (int use = first[column]; use < first[column + 1]; use++) {
      cost += price[row[use]] * amount[use];
    }
    return (gain[column] - cost) / gain[column];
  }

  /** Takes over new columns, after those that {@code was} tells to keep. */
  void load(int[] was) {
    var shares = new double[columns.count()];
    for (int column = 0; column < was.length; column++) {
      shares[column] = share(was[column]);
    }
    share = shares;
    load();
  }

  /** Takes over columns that were added. */
  void load() {
    int count = columns.count();
    share = Arrays.copyOf(share, count);
    gain = new double[count];
    columnStep = new double[count];
    rowStep = new double[network.rows];
    first = new int[count + 1];
    int uses = count == 0 ? 0 : 2 * columns.end(count - 1);
    row = new int[uses];
    amount = new double[uses];
    int use = 0;
    for (int column = 0; column < count; column++) {
      double widest = columns.widest(column);
      double sum = 0;
      for (int place = columns.start(column); place < columns.end(column); place++) {
        int arc = columns.arc(place);
        row[use] = network.offerRow[arc];
        amount[use] = network.offerUse[arc] * widest;
        row[use + 1] = network.needRow[arc];
        amount[use + 1] = network.needUse[arc] * widest;
        sum += amount[use] + amount[use + 1];
        rowStep[row[use]] += amount[use];
        rowStep[row[use + 1]] += amount[use + 1];
        use += 2;
      }
      gain[column] = columns.expected(column) * widest;
      columnStep[column] = 1 / sum;
      first[column + 1] = use;
    }
    for (int each = 0; each < network.rows; each++) {
      if (rowStep[each] == 0) {
        price[each] = 0;
      } else {
        rowStep[each] = 1 / rowStep[each];
      }
    }
  }

  /** So many iterations, ending at their average. */
  void solve(int iterations) {
    var startShare = share.clone();
    var startPrice = price.clone();
    var shareSum = new double[share.length];
    var priceSum = new double[price.length];
    var load = new double[price.length];
    for (int iteration = 0; iteration < iterations; iteration++) {
      Arrays.fill(load, 0);
      stepShares(load, shareSum);
      for (int each = 0; each < price.length; each++) {
        double over = load[each] - network.worth[each];
        price[each] = Math.max(0, price[each] + weight * rowStep[each] * over);
        priceSum[each] += price[each];
      }
    }
    average(share, shareSum, iterations);
    average(price, priceSum, iterations);
    rebalance(startShare, startPrice);
  }

  private void stepShares(double[] load, double[] shareSum) {
    for (int column = 0; column < share.length; column++) {
      double reduced = gain[column];
      for (int use = first[column]; use < first[column + 1]; use++) {
        reduced -= price[row[use]] * amount[use];
      }
      double before = share[column];
      double after = Math.max(0, before + columnStep[column] / weight * reduced);
      share[column] = after;
      shareSum[column] += after;
      double ahead = 2 * after - before;
      if (ahead != 0) {
        for (int use = first[column]; use < first[column + 1]; use++) {
          load[row[use]] += amount[use] * ahead;
        }
      }
    }
  }

  private static void average(double[] last, double[] sum, int iterations) {
    for (int i = 0; i < last.length; i++) {
      last[i] = sum[i] / iterations;
    }
  }

  /** Moves the weight towards what both sides moved, each measured by its own steps. */
  private void rebalance(double[] startShare, double[] startPrice) {
    double shares = 0;
    for (int column = 0; column < share.length; column++) {
      double moved = share[column] - startShare[column];
      shares += moved * moved / columnStep[column];
    }
    double prices = 0;
    for (int each = 0; each < price.length; each++) {
      double moved = price[each] - startPrice[each];
      prices += rowStep[each] == 0 ? 0 : moved * moved / rowStep[each];
    }
    if (shares > 0 && prices > 0) {
      double wanted = Math.sqrt(prices / shares);
      weight = Math.sqrt(weight * wanted);
    }
  }

  /** What flows are expected to count when each column gives way to its most over-used row. */
  double feasibleValue() {
    var load = new double[price.length];
    for (int column = 0; column < share.length; column++) {
      for (int use = first[column]; use < first[column + 1]; use++) {
        load[row[use]] += amount[use] * share[column];
      }
    }
    double value = 0;
    for (int column = 0; column < share.length; column++) {
      double over = 1;
      for (int use = first[column]; use < first[column + 1]; use++) {
        over = Math.max(over, load[row[use]] / network.worth[row[use]]);
      }
      value += gain[column] * share[column] / over;
    }
    return value;
  }
}
