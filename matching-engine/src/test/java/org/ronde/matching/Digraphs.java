package org.ronde.matching;

import java.util.Random;
import java.util.stream.IntStream;
import org.ronde.matching.graph.Digraph;

/** Graphs by chance, the same ones for the same seed. */
public final class Digraphs {
  private Digraphs() {}

  /** Each arc with the same chance. */
  public static Digraph random(int vertices, double density, long seed) {
    var chance = new Random(seed);
    var heads = IntStream.builder();
    var tails = IntStream.builder();
    for (int tail = 0; tail < vertices; tail++) {
      for (int head = 0; head < vertices; head++) {
        if (tail != head && chance.nextDouble() < density) {
          tails.add(tail);
          heads.add(head);
        }
      }
    }
    return Digraph.of(vertices, tails.build().toArray(), heads.build().toArray());
  }

  /** The same graph with other numbers for its vertices. */
  public static Digraph relabelled(Digraph graph, int[] names) {
    return Digraph.of(
        graph.vertices(),
        IntStream.range(0, graph.arrows()).map(arrow -> names[graph.tail(arrow)]).toArray(),
        IntStream.range(0, graph.arrows()).map(arrow -> names[graph.head(arrow)]).toArray());
  }
}
