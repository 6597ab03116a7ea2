package org.ronde.matching.flows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the cycles that gain most at given prices, through one company at a time; the best of up to
 * four companies, and of five and more what {@link Walks} meets.
 *
 * <p>A cycle that gains has a leg that gains, and stands at a company from which its first two legs
 * gain together; so walks that lose are left at once. Legs are said to gain what their two
 * companies alone let expect, which is too much; what the others' chances take away is known once
 * the cycle is. A cycle of four is two walks of two legs that meet: the best and the second best of
 * the first kind are remembered for each company, so that a cycle never passes one twice. What is
 * found through all companies together holds the best cycle there is. The two halves are those of
 * {@code columns.BitPricing}; the prefixes that never lose are Abraham, Blum and Sandholm's (2007).
 */
final class Seeker {
  /** Longer ones are sought by {@link Walks}. */
  static final int LENGTH_MAX = 4;

  private static final double NONE = Double.NEGATIVE_INFINITY;

  private final Network network;
  private final Prices prices;
  private final int longest;

  private final double[] closing;
  private final int[] closingArc;
  private double mostClosing;

  private final double[] opening;
  private final int[] openingArc;
  private final Halves atLeastYes;
  private final Halves atMostYes;
  private double bestTwo;

  private final List<Walks> longer;
  private final Found found = new Found();

  Seeker(Prices prices, int lengthMax) {
    this.network = prices.network;
    this.prices = prices;
    this.longest = lengthMax;
    int companies = network.companies;
    this.closing = filled(companies);
    this.closingArc = new int[companies];
    this.opening = filled(companies);
    this.openingArc = new int[companies];
    this.atLeastYes = new Halves(companies);
    this.atMostYes = new Halves(companies);
    this.longer = longer(prices, lengthMax);
  }

  /** Seekers of each length beyond four. */
  static List<Walks> longer(Prices prices, int lengthMax) {
    return IntStream.rangeClosed(LENGTH_MAX + 1, lengthMax)
        .mapToObj(legs -> new Walks(prices, legs))
        .toList();
  }

  /** The two best walks of two legs from the root to each company, by different middles. */
  private static final class Halves {
    private final double[] first;
    private final int[] firstBy;
    private final double[] second;
    private double most = NONE;

    Halves(int companies) {
      this.first = filled(companies);
      this.firstBy = new int[companies];
      this.second = filled(companies);
    }

    void offer(int end, int middle, double gain) {
      if (gain <= second[end]) {
        return;
      }
      if (gain > first[end]) {
        if (first[end] != NONE && firstBy[end] != middle) {
          second[end] = first[end];
        }
        first[end] = gain;
        firstBy[end] = middle;
        most = Math.max(most, gain);
      } else if (firstBy[end] != middle) {
        second[end] = gain;
      }
    }

    double best(int end, int notBy) {
      return firstBy[end] == notBy ? second[end] : first[end];
    }

    void clear() {
      if (most != NONE) {
        Arrays.fill(first, NONE);
        Arrays.fill(second, NONE);
        most = NONE;
      }
    }
  }

  private static double[] filled(int size) {
    var array = new double[size];
    Arrays.fill(array, NONE);
    return array;
  }

  /**
   * The cycles through this company that gain more than {@code atLeast}, at most {@code keepMax}.
   */
  Found seek(int root, double atLeast, int keepMax) {
    found.begin(atLeast, keepMax);
    markClosings(root);
    if (mostClosing + prices.mostOut[root] + (longest - 2) > found.least()) {
      seekTwoAndThree(root);
      if (longest >= 4 && network.lengthMax[root] >= 4) {
        seekFour(root);
      }
      for (var walks : longer) {
        seekLonger(walks, root, keepMax);
      }
    }
    for (int place = network.firstIn[root]; place < network.firstIn[root + 1]; place++) {
      closing[network.tailIn[place]] = NONE;
    }
    return found;
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
      if (own + closing[next] > found.least()) {
        found.keep(own + closing[next], arc, closingArc[next]);
      }
      if (three && network.lengthMax[next] >= 3) {
        seekThird(root, arc, own, next);
      }
    }
  }

  private void seekThird(int root, int arc, double own, int next) {
    // What three arcs say too much: a part by the third company's chance, and a fixed one.
    double fixed = network.yes[root] * network.yes[next];
    double byThird = 3 * fixed - network.yes[root] - network.yes[next];
    double best = found.least() - own;
    if (prices.mostOut[next] + mostClosing + (Math.max(0, byThird) - fixed) <= best) {
      return;
    }
    int bestArc = -1;
    for (int to = network.firstOut[next]; to < network.firstOut[next + 1]; to++) {
      int third = network.head[to];
      double rest = prices.gain[to] + closing[third] + (byThird * network.yes[third] - fixed);
      if (rest > best && network.lengthMax[third] >= 3) {
        best = rest;
        bestArc = to;
      }
    }
    if (bestArc >= 0) {
      found.keep(own + best, arc, bestArc, closingArc[network.head[bestArc]]);
    }
  }

  private void seekFour(int root) {
    markOpenings(root);
    double leastYes = 1;
    double mostYes = 0;
    for (int place = network.firstIn[root]; place < network.firstIn[root + 1]; place++) {
      leastYes = Math.min(leastYes, network.yes[network.tailIn[place]]);
      mostYes = Math.max(mostYes, network.yes[network.tailIn[place]]);
    }
    walkTwo(root, leastYes, atLeastYes);
    if (leastYes < mostYes) {
      walkTwo(root, mostYes, atMostYes);
    }
    double mostTwo = Math.max(atLeastYes.most, atMostYes.most);
    for (int place = network.firstIn[root]; place < network.firstIn[root + 1]; place++) {
      int last = network.tailIn[place];
      double own = prices.gainIn[place];
      if (network.lengthMax[last] >= 4 && own + prices.mostIn[last] + mostTwo > found.least()) {
        double yes = network.yes[last];
        meet(root, place, leastYes < mostYes ? (mostYes - yes) / (mostYes - leastYes) : 1);
      }
    }
    atLeastYes.clear();
    atMostYes.clear();
    for (int arc = network.firstOut[root]; arc < network.firstOut[root + 1]; arc++) {
      opening[network.head[arc]] = NONE;
    }
  }

  /** The best arc to each company that the root could give to in a cycle of four. */
  private void markOpenings(int root) {
    for (int arc = network.firstOut[root]; arc < network.firstOut[root + 1]; arc++) {
      int head = network.head[arc];
      double own = prices.gain[arc];
      if (own > Math.max(0, opening[head]) && network.lengthMax[head] >= 4) {
        opening[head] = own;
        openingArc[head] = arc;
      }
    }
  }

  /** The best walks of two legs to each company, if the last one's chance of a yes were this. */
  private void walkTwo(int root, double lastYes, Halves halves) {
    for (int arc = network.firstOut[root]; arc < network.firstOut[root + 1]; arc++) {
      int middle = network.head[arc];
      double own = opening[middle];
      if (own == NONE || openingArc[middle] != arc || own + prices.mostOut[middle] <= 0) {
        continue;
      }
      double byEnd = byEnd(root, middle, lastYes);
      double fixed = network.yes[root] * network.yes[middle];
      for (int to = network.firstOut[middle]; to < network.firstOut[middle + 1]; to++) {
        double two = own + prices.gain[to];
        int end = network.head[to];
        if (two > 0 && end != root) {
          halves.offer(end, middle, two + (byEnd * network.yes[end] - fixed));
        }
      }
    }
  }

  /**
   * What the first two arcs of four say too little, by the end's chance of a yes.
   *
   * <p>All four together say {@code r·m + m·e + e·l + l·r}, where {@code 4·r·m·e·l} is true. The
   * halves share the difference so that nothing is left of either where all say yes: {@code
   * 4·r·m·e·l - r·m - m·e - 2·r·e·l} here, {@code 2·r·e·l - e·l - l·r} in {@link #meet}.
   */
  private double byEnd(int root, int middle, double lastYes) {
    double two = 2 * network.yes[root] * lastYes;
    return network.yes[middle] * (2 * two - 1) - two;
  }

  /**
   * Closes a cycle of four by the company before the root.
   *
   * <p>What the first half gains at best is the greatest of straight lines over the last company's
   * chance, so it lies below the chord between the least chance and the greatest. Where the chord
   * promises more than the best so far, every middle is tried; so nothing is missed.
   *
   * @param share how near the last company's chance is to the least
   */
  private void meet(int root, int closingPlace, double share) {
    int last = network.tailIn[closingPlace];
    double own = prices.gainIn[closingPlace];
    double fixed = network.yes[root] * network.yes[last];
    double byEnd = 2 * fixed - network.yes[last];
    double best = found.least() - own;
    int bestPlace = -1;
    int bestMiddlePlace = -1;
    for (int place = network.firstIn[last]; place < network.firstIn[last + 1]; place++) {
      int end = network.tailIn[place];
      double half = prices.gainIn[place] + (byEnd * network.yes[end] - fixed);
      double two = atLeastYes.best(end, last);
      if (share < 1) {
        two = share * two + (1 - share) * atMostYes.best(end, last);
      }
      if (half + two > best && network.lengthMax[end] >= 4) {
        int middlePlace = bestMiddle(root, end, last);
        if (middlePlace >= 0 && half + bestTwo > best) {
          best = half + bestTwo;
          bestPlace = place;
          bestMiddlePlace = middlePlace;
        }
      }
    }
    if (bestPlace >= 0) {
      found.keep(
          own + best,
          openingArc[network.tailIn[bestMiddlePlace]],
          network.arcIn[bestMiddlePlace],
          network.arcIn[bestPlace],
          network.arcIn[closingPlace]);
    }
  }

  /** Where the best middle of a first half stands among those before its end; -1 without one. */
  private int bestMiddle(int root, int end, int last) {
    bestTwo = NONE;
    int bestPlace = -1;
    for (int place = network.firstIn[end]; place < network.firstIn[end + 1]; place++) {
      int middle = network.tailIn[place];
      double two = opening[middle] + prices.gainIn[place];
      if (two > 0 && middle != last) {
        double fixed = network.yes[root] * network.yes[middle];
        two += byEnd(root, middle, network.yes[last]) * network.yes[end] - fixed;
        if (two > bestTwo) {
          bestTwo = two;
          bestPlace = place;
        }
      }
    }
    return bestPlace;
  }

  private void seekLonger(Walks walks, int root, int keepMax) {
    var walked = walks.seek(root, found.least(), keepMax);
    for (int which = 0; which < walked.count(); which++) {
      for (var cycle : walks.cycles(walked.arcs(which))) {
        double gain = prices.gain(cycle);
        if (gain > found.least()) {
          found.keep(gain, cycle);
        }
      }
    }
  }
}
