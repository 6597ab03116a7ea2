package org.ronde.matching.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ronde.matching.columns.Master.Share;

/**
 * Rows that a relaxed packing must keep and its vertices alone do not say.
 *
 * <p>Any two cycles that pass at least two of the same three vertices meet in one of them, so a
 * packing takes at most one such cycle; shares of a half each would take one and a half. Subset-row
 * inequalities: Jepsen, Petersen, Spoorendonk, Pisinger 2008 (doi 10.1287/opre.1070.0449).
 */
final class SubsetRows {
  /** Less than this is not worth a row. */
  private static final double EXCESS_MIN = 0.02;

  private static final int ADDED_MAX = 100;
  private static final int OFTEN_MAX = 5;

  private final int vertices;
  private final List<List<Integer>> cutsOf = new ArrayList<>();
  private final Set<Triple> known = new HashSet<>();

  /** Three vertices, smallest first. */
  private record Triple(int low, int middle, int high) {
    static Triple of(int one, int other, int third) {
      int low = Math.min(one, Math.min(other, third));
      int high = Math.max(one, Math.max(other, third));
      return new Triple(low, one + other + third - low - high, high);
    }

    int[] vertices() {
      return new int[] {low, middle, high};
    }
  }

  private record Pair(int low, int high) {
    static Pair of(int one, int other) {
      return new Pair(Math.min(one, other), Math.max(one, other));
    }
  }

  private record Excess(Triple triple, double over) {}

  SubsetRows(int vertices) {
    this.vertices = vertices;
    for (int vertex = 0; vertex < vertices; vertex++) {
      cutsOf.add(new ArrayList<>());
    }
  }

  /** Rows in all, those of the vertices first. */
  int count() {
    return vertices + known.size();
  }

  /** All rows that a cycle uses. */
  int[] rows(int[] cycle) {
    var passes = new TreeMap<Integer, Integer>();
    for (int vertex : cycle) {
      cutsOf.get(vertex).forEach(cut -> passes.merge(cut, 1, Integer::sum));
    }
    passes.values().removeIf(times -> times < 2);
    return IntStream.concat(
            Arrays.stream(cycle), passes.keySet().stream().mapToInt(Integer::intValue))
        .toArray();
  }

  /** Adds rows that these shares break; whether there were any. */
  boolean add(List<Share> shares) {
    var often = new int[vertices];
    int added = 0;
    for (var excess : broken(shares)) {
      var three = excess.triple().vertices();
      boolean rare = Arrays.stream(three).allMatch(vertex -> often[vertex] < OFTEN_MAX);
      if (added < ADDED_MAX && rare && known.add(excess.triple())) {
        int row = count() - 1;
        for (int vertex : three) {
          often[vertex]++;
          cutsOf.get(vertex).add(row);
        }
        added++;
      }
    }
    return added > 0;
  }

  /** What the shares break, worst first. */
  private List<Excess> broken(List<Share> shares) {
    var together = new HashMap<Pair, Double>();
    var threefold = new HashMap<Triple, Double>();
    var beside = new ArrayList<Set<Integer>>();
    for (int vertex = 0; vertex < vertices; vertex++) {
      beside.add(new HashSet<>());
    }
    for (var share : shares) {
      var cycle = share.cycle();
      for (int one = 0; one < cycle.length; one++) {
        for (int other = 0; other < one; other++) {
          together.merge(Pair.of(cycle[one], cycle[other]), share.share(), Double::sum);
          beside.get(cycle[one]).add(cycle[other]);
          beside.get(cycle[other]).add(cycle[one]);
          for (int third = 0; third < other; third++) {
            threefold.merge(
                Triple.of(cycle[one], cycle[other], cycle[third]), share.share(), Double::sum);
          }
        }
      }
    }
    var broken = new HashMap<Triple, Double>();
    for (int middle = 0; middle < vertices; middle++) {
      for (int one : beside.get(middle)) {
        for (int other : beside.get(middle)) {
          if (one < other) {
            var triple = Triple.of(one, middle, other);
            double over = over(triple, together, threefold);
            if (over > EXCESS_MIN && !known.contains(triple)) {
              broken.put(triple, over);
            }
          }
        }
      }
    }
    return broken.entrySet().stream()
        .map(entry -> new Excess(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingDouble((Excess excess) -> -excess.over())
                .thenComparingInt(excess -> excess.triple().low())
                .thenComparingInt(excess -> excess.triple().middle())
                .thenComparingInt(excess -> excess.triple().high()))
        .toList();
  }

  private static double over(
      Triple triple, Map<Pair, Double> together, Map<Triple, Double> threefold) {
    return together.getOrDefault(new Pair(triple.low(), triple.middle()), 0.0)
        + together.getOrDefault(new Pair(triple.middle(), triple.high()), 0.0)
        + together.getOrDefault(new Pair(triple.low(), triple.high()), 0.0)
        - 2 * threefold.getOrDefault(triple, 0.0)
        - 1;
  }
}
