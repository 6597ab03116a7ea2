package org.ronde.matching.graph;

import java.util.List;

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
    this(
        vertices,
        arrows.stream().mapToInt(Arrow::tail).toArray(),
        arrows.stream().mapToInt(Arrow::head).toArray());
    if (!inOrder(tails, heads)) {
      throw new IllegalArgumentException("arrows stand out of order");
    }
  }

  private Digraph(int vertices, int[] tails, int[] heads) {
    this.tails = tails;
    this.heads = heads;
    this.firstOut = new int[vertices + 1];
    for (int tail : tails) {
      firstOut[tail + 1]++;
    }
    for (int vertex = 0; vertex < vertices; vertex++) {
      firstOut[vertex + 1] += firstOut[vertex];
    }
  }

  /**
   * A graph of arrows in any order, which it puts in order; equal ones stay together as they came.
   *
   * @param tails where each arrow begins, as many as {@code heads}
   */
  public static Digraph of(int vertices, int[] tails, int[] heads) {
    if (inOrder(tails, heads)) {
      return new Digraph(vertices, tails.clone(), heads.clone());
    }
    var byHead = sorted(vertices, heads, tails);
    var byTail = sorted(vertices, byHead[1], byHead[0]);
    return new Digraph(vertices, byTail[0], byTail[1]);
  }

  private static boolean inOrder(int[] tails, int[] heads) {
    for (int arrow = 1; arrow < tails.length; arrow++) {
      int before = arrow - 1;
      if (tails[before] > tails[arrow]
          || (tails[before] == tails[arrow] && heads[before] > heads[arrow])) {
        return false;
      }
    }
    return true;
  }

  /** Both lists in the order of the first; equal ones stay in the order they came in. */
  private static int[][] sorted(int vertices, int[] keys, int[] others) {
    var next = new int[vertices + 1];
    for (int key : keys) {
      next[key + 1]++;
    }
    for (int vertex = 0; vertex < vertices; vertex++) {
      next[vertex + 1] += next[vertex];
    }
    var sortedKeys = new int[keys.length];
    var sortedOthers = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      int place = next[keys[i]]++;
      sortedKeys[place] = keys[i];
      sortedOthers[place] = others[i];
    }
    return new int[][] {sortedKeys, sortedOthers};
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
    var turned = sorted(vertices(), heads, tails);
    return new Digraph(vertices(), turned[0], turned[1]);
  }
}
