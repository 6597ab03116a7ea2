package org.ronde.matching.cycles;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ronde.matching.graph.Digraph;

/**
 * Walks every cycle of a graph once, short ones first, each from its smallest vertex.
 *
 * <p>When more cycles exist than may be kept, the walk starts anew and shares the allowance evenly
 * among the vertices, so that no company is left out for the sake of its id. Work is allowed in
 * proportion to what may be kept; both are counted, not timed, and the same on each machine.
 */
public final class CycleSearch {
  private static final long WORK_PER_CYCLE = 400;

  /** Which cycles are worth keeping. */
  public interface Filter {
    /** Looks at the first {@code length} arrows, valid only during the call. */
    boolean keeps(int[] arrows, int length);
  }

  /**
   * The cycles kept, as arrows in order.
   *
   * @param whole whether none was left out
   */
  public record Found(List<int[]> cycles, boolean whole) {}

  private final Digraph graph;
  private final Digraph reversed;
  private final int[] lengthMaxOf;
  private final Filter filter;
  private final BooleanSupplier stop;
  private final int[] distance;
  private final boolean[] onPath;
  private final int[] path;
  private final List<int[]> kept = new ArrayList<>();
  private int root;
  private int length;
  private long keptLeft;
  private long workLeft;
  private boolean stopped;

  private CycleSearch(
      Digraph graph, int[] lengthMaxOf, int lengthMax, Filter filter, BooleanSupplier stop) {
    this.graph = graph;
    this.reversed = graph.reversed();
    this.lengthMaxOf = lengthMaxOf;
    this.filter = filter;
    this.stop = stop;
    this.distance = new int[graph.vertices()];
    this.onPath = new boolean[graph.vertices()];
    this.path = new int[lengthMax];
  }

  /**
   * Finds cycles of 2 to {@code lengthMax} vertices, at most {@code keepMax} of those that the
   * filter keeps.
   *
   * @param lengthMaxOf longest cycle that each vertex accepts
   */
  public static Found find(
      Digraph graph,
      int[] lengthMaxOf,
      int lengthMax,
      long keepMax,
      Filter filter,
      BooleanSupplier stop) {
    var search = new CycleSearch(graph, lengthMaxOf, lengthMax, filter, stop);
    long work = keepMax * WORK_PER_CYCLE + graph.arrows() * (long) lengthMax;
    boolean whole = search.walkAll(lengthMax, keepMax, work, false);
    if (!whole && !search.stopped) {
      search.kept.clear();
      search.walkAll(lengthMax, keepMax, work, true);
    }
    return new Found(search.kept, whole);
  }

  private boolean walkAll(int lengthMax, long keepMax, long workMax, boolean shared) {
    long keep = keepMax;
    long work = workMax;
    for (int each = 2; each <= lengthMax; each++) {
      for (int from = 0; from < graph.vertices(); from++) {
        int sharers = shared ? graph.vertices() - from : 1;
        long keepHere = (keep + sharers - 1) / sharers;
        long workHere = (work + sharers - 1) / sharers;
        keptLeft = keepHere;
        workLeft = workHere;
        boolean whole = walkFrom(from, each);
        if (stopped || (!whole && !shared)) {
          return false;
        }
        keep -= keepHere - keptLeft;
        work -= workHere - Math.max(0, workLeft);
      }
    }
    return !shared;
  }

  private boolean walkFrom(int from, int withLength) {
    root = from;
    length = withLength;
    if (lengthMaxOf[root] < length) {
      return true;
    }
    stopped = stop.getAsBoolean();
    measureDistances();
    onPath[root] = true;
    boolean whole = extend(root, 1);
    onPath[root] = false;
    return whole;
  }

  /** Steps from each vertex back to the root, by vertices that come after it. */
  private void measureDistances() {
    Arrays.fill(distance, Integer.MAX_VALUE);
    distance[root] = 0;
    var queue = new ArrayDeque<Integer>();
    queue.add(root);
    while (!queue.isEmpty()) {
      int vertex = queue.remove();
      if (distance[vertex] == length - 1) {
        continue;
      }
      for (int arrow = reversed.firstOut(vertex, root); arrow < reversed.endOut(vertex); arrow++) {
        int before = reversed.head(arrow);
        if (distance[before] == Integer.MAX_VALUE && lengthMaxOf[before] >= length) {
          distance[before] = distance[vertex] + 1;
          queue.add(before);
        }
      }
    }
  }

  /** Tries each arrow after {@code depth} vertices; false when something was left out. */
  private boolean extend(int vertex, int depth) {
    int stepsLeft = length - depth;
    for (int arrow = graph.firstOut(vertex, root); arrow < graph.endOut(vertex); arrow++) {
      int next = graph.head(arrow);
      boolean closes = next == root;
      if (closes ? stepsLeft > 0 : stepsLeft == 0) {
        if (closes) {
          continue;
        }
        break;
      }
      if (stopped || workLeft-- <= 0) {
        return false;
      }
      path[depth - 1] = arrow;
      if (closes) {
        if (keptLeft == 0) {
          return false;
        }
        if (filter.keeps(path, length)) {
          kept.add(Arrays.copyOf(path, length));
          keptLeft--;
        }
      } else if (!onPath[next] && distance[next] <= stepsLeft) {
        onPath[next] = true;
        boolean whole = extend(next, depth + 1);
        onPath[next] = false;
        if (!whole) {
          return false;
        }
      }
    }
    return true;
  }
}
