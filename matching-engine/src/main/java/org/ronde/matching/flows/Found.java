package org.ronde.matching.flows;

/** The cycles that gain most of those offered, the best first. */
final class Found {
  private static final int KEPT_MAX = 32;

  private final double[] gain = new double[KEPT_MAX];
  private final int[][] arcs = new int[KEPT_MAX][];
  private int count;
  private int keep;
  private double least;

  /** Begins anew: at most so many, 32 at most, that gain more than this. */
  void begin(double atLeast, int keepMax) {
    count = 0;
    keep = Math.min(keepMax, KEPT_MAX);
    least = atLeast;
  }

  int count() {
    return count;
  }

  /** What the next must gain more than. */
  double least() {
    return least;
  }

  double gain(int which) {
    return gain[which];
  }

  /** Arcs in order. */
  int[] arcs(int which) {
    return arcs[which];
  }

  /** Keeps one that gains more than the {@link #least}. */
  void keep(double gained, int... cycle) {
    int at = count < keep ? count++ : keep - 1;
    while (at > 0 && gain[at - 1] < gained) {
      gain[at] = gain[at - 1];
      arcs[at] = arcs[at - 1];
      at--;
    }
    gain[at] = gained;
    arcs[at] = cycle;
    if (count == keep) {
      least = gain[keep - 1];
    }
  }
}
