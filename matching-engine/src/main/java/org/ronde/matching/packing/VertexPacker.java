package org.ronde.matching.packing;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ronde.matching.cycles.CycleSearch;
import org.ronde.matching.graph.Digraph;

/**
 * Covers as many vertices of a graph as possible by cycles that share none: kidney exchange.
 *
 * <p>The plain form of the problem: no quantities, no values, each vertex served counts one.
 */
public final class VertexPacker {
  private VertexPacker() {}

  /**
   * Disjoint cycles, each from its smallest vertex.
   *
   * @param bound no choice of cycles serves more vertices; null when unknown
   */
  public record Cover(
      List<List<Integer>> cycles, long served, @Nullable Long bound, boolean proved) {
    public Cover {
      cycles = List.copyOf(cycles);
    }
  }

  /** Covers by cycles of 2 to {@code lengthMax}; proved when the effort lasts. */
  public static Cover cover(
      Digraph graph, int lengthMax, int cyclesMax, Effort effort, BooleanSupplier stop) {
    var lengths = new int[graph.vertices()];
    Arrays.fill(lengths, lengthMax);
    var found =
        CycleSearch.find(graph, lengths, lengthMax, cyclesMax, (arrows, length) -> true, stop);
    var cycles =
        found.cycles().stream()
            .map(arrows -> Arrays.stream(arrows).map(graph::tail).toArray())
            .toList();
    var builder = new PackingProblem.Builder();
    for (int vertex = 0; vertex < graph.vertices(); vertex++) {
      builder.row(new Row(Row.Kind.COMPANY, 1, 0));
    }
    for (int[] cycle : cycles) {
      var ones = new long[cycle.length];
      Arrays.fill(ones, 1);
      builder.column(cycle.length, cycle, ones);
    }
    var problem = builder.build();
    var exact = ExactPacker.pack(problem, GreedyPacker.pack(problem), effort);
    return new Cover(
        exact.taken().stream().map(cycles::get).map(VertexPacker::boxed).toList(),
        exact.gain(),
        found.whole() ? bound(exact) : null,
        found.whole() && exact.proved());
  }

  /** Served vertices are whole, and the bound is only as exact as its arithmetic. */
  private static Long bound(ExactPacker.Outcome exact) {
    return exact.proved() ? exact.gain() : (long) Math.floor(exact.bound() + 1e-6);
  }

  private static List<Integer> boxed(int[] cycle) {
    return Arrays.stream(cycle).boxed().toList();
  }
}
