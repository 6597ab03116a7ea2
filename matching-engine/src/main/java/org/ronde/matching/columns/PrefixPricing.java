package org.ronde.matching.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ronde.matching.graph.Digraph;

/**
 * Prices cycles of any length by walks that never lose.
 *
 * <p>A cycle that gains has a vertex from which every start of it gains, so walks from each vertex
 * may be dropped as soon as they do not, or as soon as the best vertices left could not make up for
 * what is missing.
 */
final class PrefixPricing implements Pricing {
  private final Digraph graph;
  private final Digraph reversed;
  private final int lengthMax;
  private final boolean[] closing;
  private final boolean[] taken;
  private final int[] path;

  private double[] gains = {};
  private double mostOfOne;
  private double best;
  private int[] found = {};

  PrefixPricing(Digraph graph, int lengthMax) {
    this.graph = graph;
    this.reversed = graph.reversed();
    this.lengthMax = lengthMax;
    this.closing = new boolean[graph.vertices()];
    this.taken = new boolean[graph.vertices()];
    this.path = new int[lengthMax];
  }

  @Override
  public List<int[]> gaining(double[] gains, double least, int oftenMax) {
    price(gains);
    var often = new int[gains.length];
    var cycles = new ArrayList<int[]>();
    var ranks = new Ranks(gains);
    for (int rank = 0; rank < ranks.size() && ranks.gain(rank) > 0; rank++) {
      int first = ranks.vertex(rank);
      if (!taken[first] && findBest(first, least, 0)) {
        cycles.add(found);
        for (int vertex : found) {
          taken[vertex] = ++often[vertex] >= oftenMax;
        }
      }
    }
    return cycles;
  }

  @Override
  public double most(double[] gains) {
    price(gains);
    double most = Double.NEGATIVE_INFINITY;
    for (int first = 0; first < gains.length; first++) {
      if (!taken[first] && findBest(first, most, Math.min(0, most))) {
        most = best;
      }
    }
    return most;
  }

  /**
   * All cycles that gain at least so much, each once, from its smallest vertex; fewer than all of
   * them when there are more than {@code countMax} or the walk grows too long.
   */
  Near near(double[] gains, double least, int countMax, long stepsMax) {
    price(gains);
    var walk = new NearWalk(least, countMax, stepsMax);
    for (int first = 0; first < gains.length; first++) {
      if (!taken[first]) {
        walk.from(first);
      }
    }
    walk.cycles.sort(Comparator.comparingInt((int[] cycle) -> cycle.length));
    return new Near(walk.cycles, walk.whole);
  }

  /**
   * Cycles near a price.
   *
   * @param whole whether none was left out
   */
  record Near(List<int[]> cycles, boolean whole) {}

  private void price(double[] newGains) {
    gains = newGains;
    mostOfOne = Double.NEGATIVE_INFINITY;
    for (int vertex = 0; vertex < gains.length; vertex++) {
      taken[vertex] = gains[vertex] <= CLOSED;
      mostOfOne = Math.max(mostOfOne, gains[vertex]);
    }
  }

  /** The best cycle from this vertex, all of whose starts gain more than the floor. */
  private boolean findBest(int first, double least, double floor) {
    best = least;
    found = new int[0];
    mark(first, true);
    taken[first] = true;
    path[0] = first;
    extend(1, gains[first], floor);
    taken[first] = false;
    mark(first, false);
    return found.length > 0;
  }

  private void mark(int first, boolean closes) {
    for (int arrow = reversed.firstOut(first); arrow < reversed.endOut(first); arrow++) {
      closing[reversed.head(arrow)] = closes;
    }
  }

  private void extend(int length, double gain, double floor) {
    int last = path[length - 1];
    for (int arrow = graph.firstOut(last); arrow < graph.endOut(last); arrow++) {
      int next = graph.head(arrow);
      double sum = gain + gains[next];
      if (taken[next] || sum <= floor) {
        continue;
      }
      path[length] = next;
      if (closing[next] && sum > best) {
        best = sum;
        found = Arrays.copyOf(path, length + 1);
      }
      int left = lengthMax - length - 1;
      if (left > 0 && sum + left * Math.max(0, mostOfOne) > best) {
        taken[next] = true;
        extend(length + 1, sum, floor);
        taken[next] = false;
      }
    }
  }

  private final class NearWalk {
    private final List<int[]> cycles = new ArrayList<>();
    private final double least;
    private final int countMax;
    private long stepsLeft;
    private boolean whole = true;

    NearWalk(double least, int countMax, long stepsMax) {
      this.least = least;
      this.countMax = countMax;
      this.stepsLeft = stepsMax;
    }

    void from(int first) {
      mark(first, true);
      path[0] = first;
      extend(first, 1, gains[first]);
      mark(first, false);
    }

    private void extend(int first, int length, double gain) {
      int last = path[length - 1];
      int left = lengthMax - length - 1;
      for (int arrow = graph.firstOut(last, first + 1); arrow < graph.endOut(last); arrow++) {
        int next = graph.head(arrow);
        double sum = gain + gains[next];
        if (taken[next] || sum + left * Math.max(0, mostOfOne) < least) {
          continue;
        }
        if (--stepsLeft < 0 || cycles.size() >= countMax) {
          whole = false;
          return;
        }
        path[length] = next;
        if (closing[next] && sum >= least) {
          cycles.add(Arrays.copyOf(path, length + 1));
        }
        if (left > 0) {
          taken[next] = true;
          extend(first, length + 1, sum);
          taken[next] = false;
        }
      }
    }
  }
}
