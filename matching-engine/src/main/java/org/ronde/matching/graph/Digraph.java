package org.ronde.matching.graph;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Vertices and arrows between them, frozen; several arrows may join the same two.
 *
 * <p>Arrows are numbered as handed in and must come ordered by tail, then head: walks over them are
 * then the same walk each time.
 */
public final class Digraph {
  private final int[] tails;
  private final int[] heads;
  private final int[] firstOut;

  /** An arrow from one vertex to another. */
  public record Arrow(int tail, int head) {}

  public Digraph(int vertices, List<Arrow> arrows) {
    tails = arrows.stream().mapToInt(Arrow::tail).toArray();
    heads = arrows.stream().mapToInt(Arrow::head).toArray();
    firstOut = new int[vertices + 1];
    for (int arrow = 0; arrow < tails.length; arrow++) {
      if (arrow > 0 && compare(arrow - 1, arrow) > 0) {
        throw new IllegalArgumentException("arrow " + arrow + " stands out of order");
      }
      firstOut[tails[arrow] + 1]++;
    }
    for (int vertex = 0; vertex < vertices; vertex++) {
      firstOut[vertex + 1] += firstOut[vertex];
    }
  }

  private int compare(int one, int other) {
    int byTail = Integer.compare(tails[one], tails[other]);
    return byTail != 0 ? byTail : Integer.compare(heads[one], heads[other]);
  }

  public int vertices() {
    return firstOut.length - 1;
  }

  public int arrows() {
    return tails.length;
  }

  public int tail(int arrow) {
    return tails[arrow];
  }

  public int head(int arrow) {
    return heads[arrow];
  }

  /** The first arrow that leaves this vertex; {@link #endOut} is one past the last. */
  public int firstOut(int vertex) {
    return firstOut[vertex];
  }

  public int endOut(int vertex) {
    return firstOut[vertex + 1];
  }

  /** The first arrow leaving {@code vertex} whose head is {@code lowest} or a later vertex. */
  public int firstOut(int vertex, int lowest) {
    int low = firstOut[vertex];
    int high = firstOut[vertex + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (heads[middle] < lowest) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The same vertices with each arrow turned round. */
  public Digraph reversed() {
    var turned =
        IntStream.range(0, tails.length)
            .mapToObj(arrow -> new Arrow(heads[arrow], tails[arrow]))
            .sorted(Comparator.comparingInt(Arrow::tail).thenComparingInt(Arrow::head))
            .toList();
    return new Digraph(vertices(), turned);
  }
}
