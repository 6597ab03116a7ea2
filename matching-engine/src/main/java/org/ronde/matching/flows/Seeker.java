package org.ronde.matching.flows;

import java.util.Arrays;

/**
 * Finds the cycles of two to four companies that gain most at given prices, through one company at
 * a time.
 *
 * <p>A cycle that gains has a leg that gains, and stands at a company from which its first two legs
 * gain together; so walks that lose are left at once. A cycle of four is two walks of two legs that
 * meet: the best and the second best of the first kind are remembered for each company, so that a
 * cycle never passes one twice. What is found through all companies together holds the best cycle
 * there is. The two halves are those of {@code columns.BitPricing}; the prefixes that never lose
 * are Abraham, Blum and Sandholm's (2007).
 */
final class Seeker {
  static final int LENGTH_MAX = 4;
  private static final int KEPT_MAX = 32;
  private static final double NONE = Double.NEGATIVE_INFINITY;

  private final Network network;
  private final Prices prices;
  private final int longest;

  private final double[] closing;
  private final int[] closingArc;
  private double mostClosing;

  private final double[] first;
  private final int[] firstFrom;
  private final int[] firstTo;
  private final double[] second;
  private final int[] secondFrom;
  private final int[] secondTo;
  private double mostTwo;

  private final double[] foundGain = new double[KEPT_MAX];
  private final int[][] foundArcs = new int[KEPT_MAX][];
  private int found;
  private int keep;
  private double least;

  Seeker(Prices prices, int lengthMax) {
    this.network = prices.network;
    this.prices = prices;
    this.longest = Math.min(lengthMax, LENGTH_MAX);
    int companies = network.companies;
    this.closing = filled(companies);
    this.closingArc = new int[companies];
    this.first = filled(companies);
    this.firstFrom = new int[companies];
    this.firstTo = new int[companies];
    this.second = filled(companies);
    this.secondFrom = new int[companies];
    this.secondTo = new int[companies];
  }

  private static double[] filled(int size) {
    var array = new double[size];
    Arrays.fill(array, NONE);
    return array;
  }

  /**
   * How many cycles through this company gain more than {@code atLeast}, at most {@code keepMax},
   * the best first.
   */
  int seek(int root, double atLeast, int keepMax) {
    found = 0;
    keep = Math.min(keepMax, KEPT_MAX);
    least = atLeast;
    markClosings(root);
    if (mostClosing + prices.mostOut[root] + (longest - 2) > least) {
      seekTwoAndThree(root);
      if (longest >= 4 && network.lengthMax[root] >= 4) {
        seekFour(root);
      }
    }
    for (int place = network.firstIn[root]; place < network.firstIn[root + 1]; place++) {
      closing[network.tailIn[place]] = NONE;
    }
    return found;
  }

  double gain(int which) {
    return foundGain[which];
  }

  /** Arcs in order. */
  int[] arcs(int which) {
    return foundArcs[which];
  }

  private void markClosings(int root) {
    mostClosing = NONE;
    for (int place = network.firstIn[root]; place < network.firstIn[root + 1]; place++) {
      int tail = network.tailIn[place];
      double gain = prices.gainIn[place];
      if (gain > closing[tail]) {
        closing[tail] = gain;
        closingArc[tail] = network.arcIn[place];
        mostClosing = Math.max(mostClosing, gain);
      }
    }
  }

  private void seekTwoAndThree(int root) {
    boolean three = longest >= 3 && network.lengthMax[root] >= 3;
    for (int arc = network.firstOut[root]; arc < network.firstOut[root + 1]; arc++) {
      double own = prices.gain[arc];
      if (own <= 0) {
        continue;
      }
      int next = network.head[arc];
      if (own + closing[next] > least) {
        keep(own + closing[next], arc, closingArc[next]);
      }
      if (three
          && network.lengthMax[next] >= 3
          && own + prices.mostOut[next] + mostClosing > least) {
        seekThird(arc, own, next);
      }
    }
  }

  private void seekThird(int arc, double own, int next) {
    double best = least - own;
    int bestArc = -1;
    for (int to = network.firstOut[next]; to < network.firstOut[next + 1]; to++) {
      double rest = prices.gain[to] + closing[network.head[to]];
      if (rest > best && network.lengthMax[network.head[to]] >= 3) {
        best = rest;
        bestArc = to;
      }
    }
    if (bestArc >= 0) {
      keep(own + best, arc, bestArc, closingArc[network.head[bestArc]]);
    }
  }

  private void seekFour(int root) {
    walkTwo(root);
    for (int place = network.firstIn[root];
        mostTwo > 0 && place < network.firstIn[root + 1];
        place++) {
      int last = network.tailIn[place];
      double own = prices.gainIn[place];
      if (network.lengthMax[last] >= 4 && own + prices.mostIn[last] + mostTwo > least) {
        meet(place, last, own);
      }
    }
    Arrays.fill(first, NONE);
    Arrays.fill(second, NONE);
  }

  /** The best two walks of two legs to each company, by different companies. */
  private void walkTwo(int root) {
    mostTwo = NONE;
    for (int arc = network.firstOut[root]; arc < network.firstOut[root + 1]; arc++) {
      double own = prices.gain[arc];
      int middle = network.head[arc];
      if (own <= 0 || network.lengthMax[middle] < 4 || own + prices.mostOut[middle] <= 0) {
        continue;
      }
      for (int to = network.firstOut[middle]; to < network.firstOut[middle + 1]; to++) {
        double two = own + prices.gain[to];
        int end = network.head[to];
        if (two <= 0 || two <= second[end] || end == root) {
          continue;
        }
        if (two > first[end]) {
          if (first[end] != NONE && network.head[firstFrom[end]] != middle) {
            second[end] = first[end];
            secondFrom[end] = firstFrom[end];
            secondTo[end] = firstTo[end];
          }
          first[end] = two;
          firstFrom[end] = arc;
          firstTo[end] = to;
          mostTwo = Math.max(mostTwo, two);
        } else if (network.head[firstFrom[end]] != middle) {
          second[end] = two;
          secondFrom[end] = arc;
          secondTo[end] = to;
        }
      }
    }
  }

  /** Closes a cycle of four by the company before the root. */
  private void meet(int closingPlace, int last, double own) {
    double best = least - own;
    int bestPlace = -1;
    boolean bySecond = false;
    for (int place = network.firstIn[last]; place < network.firstIn[last + 1]; place++) {
      int end = network.tailIn[place];
      double half = prices.gainIn[place];
      if (half + first[end] <= best || network.lengthMax[end] < 4) {
        continue;
      }
      boolean taken = network.head[firstFrom[end]] == last;
      double rest = half + (taken ? second[end] : first[end]);
      if (rest > best) {
        best = rest;
        bestPlace = place;
        bySecond = taken;
      }
    }
    if (bestPlace >= 0) {
      int end = network.tailIn[bestPlace];
      keep(
          own + best,
          bySecond ? secondFrom[end] : firstFrom[end],
          bySecond ? secondTo[end] : firstTo[end],
          network.arcIn[bestPlace],
          network.arcIn[closingPlace]);
    }
  }

  private void keep(double gain, int... arcs) {
    int at = found < keep ? found++ : keep - 1;
    while (at > 0 && foundGain[at - 1] < gain) {
      foundGain[at] = foundGain[at - 1];
      foundArcs[at] = foundArcs[at - 1];
      at--;
    }
    foundGain[at] = gain;
    foundArcs[at] = arcs;
    if (found == keep) {
      least = foundGain[keep - 1];
    }
  }
}
