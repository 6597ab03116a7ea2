package org.ronde.matching.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.ronde.matching.graph.Digraph;

/**
 * Prices cycles of up to four vertices by rows of bits in the order of gain.
 *
 * <p>The best vertex between two others is the first bit that the successors of one and the
 * predecessors of the other have in common. A cycle of three is an arc and what lies between its
 * ends; a cycle of four is two opposite vertices and the best between them on either side. So a
 * graph of n vertices takes n² looks, most of which end at the first word.
 *
 * <p>Several vertices are looked at side by side, each as if the others found nothing. What they
 * found counts in the order of gain, and is looked for again where it no longer fits: the cycles
 * are the same with one thread and with many.
 */
final class BitPricing implements Pricing {
  static final int LENGTH_MAX = 4;

  /** Two tables of so many bits squared: 64 MB. */
  static final int VERTICES_MAX = 1 << 14;

  /** Vertices looked at side by side. */
  private static final int BLOCK = Long.SIZE;

  private static final int NONE = -1;

  private final Digraph graph;
  private final int lengthMax;
  private final int threads;
  private final long[][] after;
  private final long[][] before;
  private final long[] free;

  private Ranks ranks;

  BitPricing(Digraph graph, int lengthMax, int threads) {
    this.graph = graph;
    this.lengthMax = lengthMax;
    this.threads = threads;
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
    int leaders = ranks.above(0);
    for (int start = 0; start < leaders; start += BLOCK) {
      var looks = looks(start, Math.min(leaders, start + BLOCK), least);
      for (var look : looks) {
        if (!isFree(look.first)) {
          continue;
        }
        var found = fits(look.found) ? look.found : look(look.first, least).found;
        for (int rank : found) {
          if (++often[rank] >= oftenMax) {
            close(rank);
          }
        }
        if (found.length > 0) {
          cycles.add(ranks.vertices(found));
        }
      }
    }
    return cycles;
  }

  @Override
  public double most(double[] gains) {
    order(gains);
    double most = Double.NEGATIVE_INFINITY;
    for (int start = 0; start < ranks.size(); start += BLOCK) {
      // No cycle that a vertex leads, having the most of it, gains more than this.
      double own = ranks.gain(start);
      if ((own > 0 ? lengthMax : 2) * own <= most) {
        break;
      }
      for (var look : looks(start, Math.min(ranks.size(), start + BLOCK), most)) {
        most = Math.max(most, look.best);
      }
    }
    return most;
  }

  private void order(double[] gains) {
    ranks = new Ranks(gains);
    Arrays.fill(free, 0);
    for (int rank = 0; rank < ranks.size(); rank++) {
      if (ranks.gain(rank) > CLOSED) {
        free[rank >> 6] |= 1L << rank;
      }
    }
    each(0, ranks.size(), rank -> Arrays.fill(before[rank], 0));
    // Each thread writes words of its own.
    each(0, free.length, this::order);
  }

  /** Sets the arcs that leave the ranks of this word. */
  private void order(int word) {
    for (int from = word << 6; from < Math.min(ranks.size(), (word + 1) << 6); from++) {
      var row = after[from];
      Arrays.fill(row, 0);
      if (!isFree(from)) {
        continue;
      }
      int tail = ranks.vertex(from);
      int end = graph.endOut(tail);
      for (int arrow = graph.firstOut(tail); arrow < end; arrow++) {
        int to = ranks.rank(graph.head(arrow));
        row[to >> 6] |= 1L << to;
        before[to][word] |= 1L << from;
      }
    }
  }

  private void each(int start, int end, IntConsumer work) {
    var all = IntStream.range(start, end);
    (threads > 1 ? all.parallel() : all).forEach(work);
  }

  private Look[] looks(int start, int end, double least) {
    var looks = new Look[end - start];
    each(start, end, first -> looks[first - start] = look(first, least));
    return looks;
  }

  /** Looks for the best cycle that this vertex leads, if it gains more than that. */
  private Look look(int first, double least) {
    var look = new Look(first, least);
    if (isFree(first)) {
      look.search();
    }
    return look;
  }

  private boolean fits(int[] cycle) {
    for (int rank : cycle) {
      if (!isFree(rank)) {
        return false;
      }
    }
    return true;
  }

  private boolean isFree(int rank) {
    return (free[rank >> 6] >>> rank & 1) != 0;
  }

  private void close(int rank) {
    free[rank >> 6] &= ~(1L << rank);
  }

  /** The first rank before {@code end} that both rows hold, {@code but} one; or {@link #NONE}. */
  private static int common(long[] one, long[] other, int but, int end) {
    for (int word = 0; word << 6 < end; word++) {
      long bits = one[word] & other[word];
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

  private static int count(long[] row) {
    int count = 0;
    for (long word : row) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** The search for the best free cycle in which one vertex gains most. */
  private final class Look {
    private final int first;
    private final double own;
    private double best;
    private int[] found = {};

    Look(int first, double least) {
      this.first = first;
      this.own = ranks.gain(first);
      this.best = least;
    }

    void search() {
      var next = open(after[first]);
      var last = open(before[first]);
      int partner = common(next, last, NONE, ranks.above(best - own));
      if (partner != NONE) {
        keep(own + ranks.gain(partner), first, partner);
      }
      boolean forwards = count(next) <= count(last);
      if (lengthMax >= 3 && forwards) {
        searchThree(next, last, true);
      } else if (lengthMax >= 3) {
        // The same cycles, met from the shorter end.
        searchThree(last, next, false);
      }
      if (lengthMax >= 4) {
        searchFour(next, last);
      }
    }

    private long[] open(long[] row) {
      var open = new long[row.length];
      for (int word = 0; word < row.length; word++) {
        open[word] = row[word] & free[word];
      }
      return open;
    }

    private void searchThree(long[] near, long[] far, boolean forwards) {
      var rows = forwards ? after : before;
      int end = ranks.above(best - 2 * own);
      for (int word = 0; word < near.length; word++) {
        for (long bits = near[word]; bits != 0; bits &= bits - 1) {
          int second = (word << 6) + Long.numberOfTrailingZeros(bits);
          double two = own + ranks.gain(second);
          if (two + own <= best) {
            return;
          }
          end = ranks.above(best - two, end);
          int third = common(rows[second], far, NONE, end);
          if (third != NONE && forwards) {
            keep(two + ranks.gain(third), first, second, third);
          } else if (third != NONE) {
            keep(two + ranks.gain(third), first, third, second);
          }
        }
      }
    }

    private void searchFour(long[] next, long[] last) {
      int end = ranks.size();
      for (int opposite = first + 1; opposite < ranks.size(); opposite++) {
        double two = own + ranks.gain(opposite);
        if (two + 2 * own <= best) {
          return;
        }
        if (!isFree(opposite)) {
          continue;
        }
        end = ranks.above(best - two - own, end);
        int there = common(next, before[opposite], NONE, end);
        int back =
            there == NONE
                ? NONE
                : common(after[opposite], last, NONE, ranks.above(best - two - ranks.gain(there)));
        if (back == NONE) {
          continue;
        }
        if (there != back) {
          keep(two + ranks.gain(there) + ranks.gain(back), first, there, opposite, back);
          continue;
        }
        double three = two + ranks.gain(back);
        int limit = ranks.above(best - three);
        int otherThere = common(next, before[opposite], back, limit);
        if (otherThere != NONE) {
          keep(three + ranks.gain(otherThere), first, otherThere, opposite, back);
        }
        int otherBack = common(after[opposite], last, there, limit);
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
  }
}
