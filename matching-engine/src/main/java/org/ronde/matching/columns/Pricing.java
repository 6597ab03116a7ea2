package org.ronde.matching.columns;

import java.util.List;
import org.ronde.matching.graph.Digraph;

/**
 * Finds cycles by what their vertices gain: exactly, and a good handful at a time.
 *
 * <p>A cycle gains the sum of its vertices' gains. Of a vertex that gains {@link #CLOSED} no cycle
 * is found.
 */
interface Pricing {
  /** Gain of a vertex that no cycle may use. */
  double CLOSED = -1e6;

  /**
   * Cycles that gain more than {@code least}, most gaining first for each vertex looked at; empty
   * only when there is none. No vertex stands in more of them than {@code oftenMax}.
   */
  List<int[]> gaining(double[] gains, double least, int oftenMax);

  /** What the best of all cycles gains; negative infinity when there is none. */
  double most(double[] gains);

  /**
   * The one that suits the graph.
   *
   * @param threads that may look at once; what is found is the same with any number
   */
  static Pricing of(Digraph graph, int lengthMax, int threads) {
    return lengthMax <= BitPricing.LENGTH_MAX && graph.vertices() <= BitPricing.VERTICES_MAX
        ? new BitPricing(graph, lengthMax, threads)
        : new PrefixPricing(graph, lengthMax);
  }
}
