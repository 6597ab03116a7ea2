package org.ronde.matching.flows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Frees part of a packing and packs it anew by price, with a little chance.
 *
 * <p>Ruin and recreate: Schrimpf and others 2000 (doi 10.1006/jcph.1999.6413), the neighbourhoods
 * of Shaw 1998 (doi 10.1007/3-540-49481-2_30). Around a company that is in no cycle, one of its own
 * is taken first. A move that serves less, or scores worse by more than a threshold, is taken back
 * (threshold accepting: Dueck, Scheuer 1990, doi 10.1016/0021-9991(90)90201-B); the best packing is
 * kept, so more moves never worsen it.
 */
final class Neighbourhoods {
  private static final int COMPANIES_MAX = 4;
  private static final int FREED_MAX = 10;

  /** Columns that lose more at the prices are not looked at. */
  private static final double LOSS_MAX = 0.25;

  /** How far chance may move a column in the order of what they gain. */
  private static final double NOISE = 0.03;

  /** What a first pass may lose at most, before a second takes what is left. */
  private static final double LOST_MAX = 0.08;

  private final WholePacking packing;
  private final Columns columns;
  private final Network network;
  private final SplittableRandom chance;
  private final double[] reduced;
  private final int[] firstOf;
  private final int[] columnOf;
  private final int[] seen;
  private long[] order = new long[256];
  private int move;

  Neighbourhoods(
      Network network,
      Columns columns,
      FlowProgram program,
      WholePacking packing,
      SplittableRandom chance) {
    this.network = network;
    this.columns = columns;
    this.packing = packing;
    this.chance = chance;
    this.reduced = new double[columns.count()];
    this.seen = new int[columns.count()];
    Arrays.setAll(reduced, program::reducedGain);
    this.firstOf = new int[network.companies + 1];
    for (int column = 0; column < reduced.length; column++) {
      for (int place = columns.start(column); isOfUse(column, place); place++) {
        firstOf[network.head[columns.arc(place)] + 1]++;
      }
    }
    for (int company = 0; company < network.companies; company++) {
      firstOf[company + 1] += firstOf[company];
    }
    this.columnOf = new int[firstOf[network.companies]];
    var next = Arrays.copyOf(firstOf, network.companies);
    for (int column = 0; column < reduced.length; column++) {
      for (int place = columns.start(column); isOfUse(column, place); place++) {
        columnOf[next[network.head[columns.arc(place)]]++] = column;
      }
    }
  }

  private boolean isOfUse(int column, int place) {
    if (place == columns.end(column)) {
      return false;
    }
    boolean serves = !packing.isServed(network.head[columns.arc(place)]);
    return reduced[column] >= -LOSS_MAX || serves || packing.isTaken(column);
  }

  /**
   * One move.
   *
   * @param threshold most soft points that it may cost
   */
  void move(double threshold) {
    move++;
    int mark = packing.mark();
    long servedBefore = packing.served();
    long softBefore = packing.soft();
    var companies = new ArrayList<Integer>();
    companies.add(chance.nextInt(network.companies));
    int wished = findWish(companies);
    free(companies);
    if (wished >= 0) {
      packing.take(wished, 1, 1);
    }
    int ordered = order(companies);
    double lostMax = LOST_MAX * chance.nextDouble();
    for (int pass = 0; pass < 2; pass++) {
      for (int at = 0; at < ordered; at++) {
        int column = (int) order[at];
        packing.take(column, Long.MAX_VALUE, pass == 0 ? lostMax : 1);
      }
    }
    int served = Long.compare(packing.served(), servedBefore);
    if (served < 0 || (served == 0 && packing.soft() < softBefore - threshold)) {
      packing.backTo(mark);
    }
    packing.keepIfBest();
  }

  /** A cycle of the company, if it is in none; the others in it join the companies. */
  private int findWish(List<Integer> companies) {
    int company = companies.get(0);
    int count = firstOf[company + 1] - firstOf[company];
    if (packing.isServed(company) || count == 0) {
      return -1;
    }
    int wished = columnOf[firstOf[company] + chance.nextInt(count)];
    for (int place = columns.start(wished); place < columns.end(wished); place++) {
      int other = network.head[columns.arc(place)];
      if (other != company) {
        companies.add(other);
      }
    }
    return wished;
  }

  /** Drops cycles around the first companies; whose they were joins the companies. */
  private void free(List<Integer> companies) {
    int freed = 0;
    for (int at = 0; at < Math.min(COMPANIES_MAX, companies.size()) && freed < FREED_MAX; at++) {
      for (int column : List.copyOf(packing.takenOf(companies.get(at)))) {
        var candidate = packing.drop(column);
        freed++;
        for (var lot : candidate.lots()) {
          if (!companies.contains(lot.arc().giver())) {
            companies.add(lot.arc().giver());
          }
        }
      }
    }
  }

  /** Puts columns through these companies in order, roughly the best first, and counts them. */
  private int order(List<Integer> companies) {
    int ordered = 0;
    for (int company : companies) {
      for (int at = firstOf[company]; at < firstOf[company + 1]; at++) {
        int column = columnOf[at];
        if (seen[column] != move) {
          seen[column] = move;
          if (isOpen(column)) {
            if (ordered == order.length) {
              order = Arrays.copyOf(order, 2 * ordered);
            }
            // Positive floats are in order as their bits are.
            float key = (float) Math.max(0, 2 - reduced[column] + NOISE * chance.nextDouble());
            order[ordered++] = ((long) Float.floatToIntBits(key) << Integer.SIZE) | column;
          }
        }
      }
    }
    Arrays.sort(order, 0, ordered);
    return ordered;
  }

  private boolean isOpen(int column) {
    for (int place = columns.start(column); place < columns.end(column); place++) {
      if (!packing.isOpen(columns.arc(place))) {
        return false;
      }
    }
    return !packing.isTaken(column);
  }
}
