package org.ronde.matching.cycles;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.ronde.matching.graph.Digraph;

/**
 * Walks every cycle of a graph once, short ones first, each from its smallest vertex.
 *
 * <p>When more cycles exist than may be kept, what is left of the allowance is shared evenly among
 * the vertices still to come, so that no company is left out for the sake of its id. Work is
 * allowed in proportion to what may be kept; both counts are the same on each machine.
 */
public final class CycleSearch {
  private static final long WORK_PER_CYCLE = 400;

  /** Told of each cycle; says whether it keeps it. */
  public interface Visitor {
    /** Looks at the first {@code length} arrows, valid only during the call. */
    boolean visit(int[] arrows, int length);
  }

  private final Digraph graph;
  private final Digraph reversed;
  private final int[] lengthMaxOf;
  private final Visitor visitor;
  private final BooleanSupplier stop;
  private final int[] distance;
  private final boolean[] onPath;
  private final int[] path;
  private int root;
  private int length;
  private long keptLeft;
  private long workLeft;
  private boolean stopped;

  private CycleSearch(
      Digraph graph, int[] lengthMaxOf, int lengthMax, Visitor visitor, BooleanSupplier stop) {
    this.graph = graph;
    this.reversed = graph.reversed();
    this.lengthMaxOf = lengthMaxOf;
    this.visitor = visitor;
    this.stop = stop;
    this.distance = new int[graph.vertices()];
    this.onPath = new boolean[graph.vertices()];
    this.path = new int[lengthMax];
  }

  /**
   * Visits cycles of 2 to {@code lengthMax} vertices until {@code keepMax} were kept.
   *
   * @param lengthMaxOf longest cycle that each vertex accepts
   * @return whether nothing was left out
   */
  public static boolean visitAll(
      Digraph graph,
      int[] lengthMaxOf,
      int lengthMax,
      long keepMax,
      Visitor visitor,
      BooleanSupplier stop) {
    var search = new CycleSearch(graph, lengthMaxOf, lengthMax, visitor, stop);
    long keep = keepMax;
    long work = keepMax * WORK_PER_CYCLE + graph.arrows() * (long) lengthMax;
    boolean whole = true;
    for (int length = 2; length <= lengthMax; length++) {
      for (int root = 0; root < graph.vertices() && !search.stopped; root++) {
        int rootsLeft = graph.vertices() - root;
        long keepHere = (keep + rootsLeft - 1) / rootsLeft;
        long workHere = (work + rootsLeft - 1) / rootsLeft;
        search.keptLeft = keepHere;
        search.workLeft = workHere;
        whole &= search.walkFrom(root, length);
        keep -= keepHere - search.keptLeft;
        work -= workHere - Math.max(0, search.workLeft);
      }
    }
    return whole && !search.stopped;
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
        if (visitor.visit(path, length)) {
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
