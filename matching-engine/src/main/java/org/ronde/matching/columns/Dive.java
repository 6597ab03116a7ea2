package org.ronde.matching.columns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ronde.matching.columns.Master.Relaxed;
import org.ronde.matching.columns.Master.Share;

/**
 * Rounds a relaxed packing to a whole one, a part at a time, and relaxes anew after each.
 *
 * <p>As long as what is taken and what is left to gain reach the goal together, nothing was lost.
 * Where a part loses, a smaller one is taken instead, at last one cycle after the other is tried
 * alone.
 */
final class Dive {
  /** The part of the broken cycles that is rounded at once. */
  private static final double PART = 0.1;

  private static final double PART_MIN = 0.005;
  private static final int ALONE_MAX = 4;

  private final Master master;

  Dive(Master master) {
    this.master = master;
  }

  /** What one rounding leads to. */
  @SuppressWarnings("ArrayRecordComponent") // private, and never compared
  private record Step(List<int[]> taken, boolean[] closed, Relaxed left, double total) {}

  /**
   * Disjoint cycles among the open vertices; as many as serve {@code goal} of them, if all goes
   * well.
   */
  List<int[]> pack(boolean[] closed, Relaxed relaxed, double goal) {
    var packing = new ArrayList<int[]>();
    long served = 0;
    double part = PART;
    var at = new Step(List.of(), closed, relaxed, relaxed.gain());
    while (!at.left().shares().isEmpty()) {
      double aim = Math.min(goal, at.total()) - Master.ROUNDING;
      int count = (int) Math.max(1, at.left().shares().size() * part);
      var next = round(at, served, count, 0, goal);
      for (; next.total() < aim && count > 1; part = Math.max(PART_MIN, part / 2)) {
        count /= 2;
        next = round(at, served, count, 0, goal);
      }
      for (int skipped = 1; next.total() < aim && skipped < ALONE_MAX; skipped++) {
        var other = round(at, served, 1, skipped, goal);
        boolean better = !other.taken().isEmpty() && other.total() > next.total();
        next = better ? other : next;
      }
      part = Math.min(PART, part * 1.5);
      packing.addAll(next.taken());
      served += served(next.taken());
      at = next;
    }
    return packing;
  }

  /** Takes the greatest shares: all whole ones, and so many of the others. */
  private Step round(Step at, long served, int count, int skipped, double goal) {
    var shares =
        at.left().shares().stream()
            .sorted(Comparator.comparingDouble((Share share) -> -share.share()))
            .toList();
    int broken = count;
    var closed = at.closed().clone();
    var taken = new ArrayList<int[]>();
    int passed = 0;
    for (var share : shares) {
      boolean whole = share.share() > 1 - Master.ROUNDING;
      if (!whole && broken == 0) {
        break;
      }
      if (!Master.fits(share.cycle(), closed) || (!whole && passed++ < skipped)) {
        continue;
      }
      for (int vertex : share.cycle()) {
        closed[vertex] = true;
      }
      taken.add(share.cycle());
      broken -= whole ? 0 : 1;
    }
    long now = served + served(taken);
    var left = master.relax(closed, goal - now);
    return new Step(taken, closed, left, now + left.gain());
  }

  static long served(List<int[]> cycles) {
    return cycles.stream().mapToLong(cycle -> cycle.length).sum();
  }
}
