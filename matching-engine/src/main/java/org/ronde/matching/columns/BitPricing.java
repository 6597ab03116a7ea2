package org.ronde.matching.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ronde.matching.graph.Digraph;

/**
 * Prices cycles of up to four vertices by rows of bits in the order of gain.
 *
 * <p>The best vertex between two others is the first bit that the successors of one and the
 * predecessors of the other have in common. A cycle of three is an arc and what lies between its
 * ends; a cycle of four is two opposite vertices and the best between them on either side. So a
 * graph of n vertices takes n² looks, most of which end at the first word.
 */
final class BitPricing implements Pricing {
  static final int LENGTH_MAX = 4;

  /** Two tables of so many bits squared: 64 MB. */
  static final int VERTICES_MAX = 1 << 14;

  private static final int NONE = -1;

  private final Digraph graph;
  private final int lengthMax;
  private final long[][] after;
  private final long[][] before;
  private final long[] free;

  private Ranks ranks;
  private double best;
  private int[] found = {};

  BitPricing(Digraph graph, int lengthMax) {
    this.graph = graph;
    this.lengthMax = lengthMax;
    int words = (graph.vertices() + Long.SIZE - 1) / Long.SIZE;
    this.after = new long[graph.vertices()][words];
    this.before = new long[graph.vertices()][words];
    this.free = new long[words];
    this.ranks = new Ranks(new double[graph.vertices()]);
  }

  @Override
  public List<int[]> gaining(double[] gains, double least, int oftenMax) {
    order(gains);
    var often = new int[ranks.size()];
    var cycles = new ArrayList<int[]>();
    for (int first = 0; first < ranks.size() && ranks.gain(first) > 0; first++) {
      if (isFree(first) && findBest(first, least)) {
        for (int rank : found) {
          if (++often[rank] >= oftenMax) {
            close(rank);
          }
        }
        cycles.add(ranks.vertices(found));
      }
    }
    return cycles;
  }

  @Override
  public double most(double[] gains) {
    order(gains);
    double most = Double.NEGATIVE_INFINITY;
    for (int first = 0; first < ranks.size(); first++) {
      // No cycle that this vertex leads, having the most of it, gains more than that.
      double own = ranks.gain(first);
      boolean may = (own > 0 ? lengthMax : 2) * own > most;
      if (may && isFree(first) && findBest(first, most)) {
        most = best;
      }
    }
    return most;
  }

  private void order(double[] gains) {
    ranks = new Ranks(gains);
    Arrays.fill(free, 0);
    for (int rank = 0; rank < ranks.size(); rank++) {
      Arrays.fill(after[rank], 0);
      Arrays.fill(before[rank], 0);
      if (ranks.gain(rank) > CLOSED) {
        free[rank >> 6] |= 1L << rank;
      }
    }
    for (int tail = 0; tail < graph.vertices(); tail++) {
      int from = ranks.rank(tail);
      for (int arrow = graph.firstOut(tail); arrow < graph.endOut(tail); arrow++) {
        int to = ranks.rank(graph.head(arrow));
        after[from][to >> 6] |= 1L << to;
        before[to][from >> 6] |= 1L << from;
      }
    }
  }

  private boolean isFree(int rank) {
    return (free[rank >> 6] >>> rank & 1) != 0;
  }

  private void close(int rank) {
    free[rank >> 6] &= ~(1L << rank);
  }

  /** The best cycle in which this vertex gains most, if it gains more than that. */
  private boolean findBest(int first, double least) {
    best = least;
    found = new int[0];
    int partner = between(first, first, NONE, ranks.above(best - ranks.gain(first)));
    if (partner != NONE) {
      keep(ranks.gain(first) + ranks.gain(partner), first, partner);
    }
    if (lengthMax >= 3) {
      findThree(first);
    }
    if (lengthMax >= 4) {
      findFour(first);
    }
    return found.length > 0;
  }

  private void findThree(int first) {
    double own = ranks.gain(first);
    for (int word = 0; word < free.length; word++) {
      for (long bits = after[first][word] & free[word]; bits != 0; bits &= bits - 1) {
        int second = (word << 6) + Long.numberOfTrailingZeros(bits);
        double two = own + ranks.gain(second);
        if (two + own <= best) {
          return;
        }
        int third = between(second, first, NONE, ranks.above(best - two));
        if (third != NONE) {
          keep(two + ranks.gain(third), first, second, third);
        }
      }
    }
  }

  private void findFour(int first) {
    double own = ranks.gain(first);
    for (int opposite = first + 1; opposite < ranks.size(); opposite++) {
      double two = own + ranks.gain(opposite);
      if (two + 2 * own <= best) {
        return;
      }
      if (!isFree(opposite)) {
        continue;
      }
      int there = between(first, opposite, NONE, ranks.above(best - two - own));
      int back =
          there == NONE
              ? NONE
              : between(opposite, first, NONE, ranks.above(best - two - ranks.gain(there)));
      if (back == NONE) {
        continue;
      }
      if (there != back) {
        keep(two + ranks.gain(there) + ranks.gain(back), first, there, opposite, back);
        continue;
      }
      double three = two + ranks.gain(back);
      int otherThere = between(first, opposite, back, ranks.above(best - three));
      if (otherThere != NONE) {
        keep(three + ranks.gain(otherThere), first, otherThere, opposite, back);
      }
      int otherBack = between(opposite, first, there, ranks.above(best - three));
      if (otherBack != NONE) {
        keep(three + ranks.gain(otherBack), first, there, opposite, otherBack);
      }
    }
  }

  private void keep(double gain, int... cycle) {
    if (gain > best) {
      best = gain;
      found = cycle;
    }
  }

  /** The most gaining free vertex on a walk of two arcs, of the ranks before {@code end}. */
  private int between(int from, int to, int but, int end) {
    var ahead = after[from];
    var behind = before[to];
    for (int word = 0; word << 6 < end; word++) {
      long bits = ahead[word] & behind[word] & free[word];
      if (but >> 6 == word) {
        bits &= ~(1L << but);
      }
      if (bits != 0) {
        int rank = (word << 6) + Long.numberOfTrailingZeros(bits);
        return rank < end ? rank : NONE;
      }
    }
    return NONE;
  }
}
