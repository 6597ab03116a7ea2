package org.ronde.matching.trades;

import java.util.Arrays;

/** Which vertices can reach each other: strongly connected components, after Tarjan 1972. */
final class Components {
  private static final int NONE = -1;

  private final int[] first;
  private final int[] heads;
  private final int[] part;

  /** When each vertex was met, and the earliest that its walk reached back to. */
  private final int[] met;

  private final int[] lowest;

  /** The walk, with the arrow each of its vertices looks at next; those met and in no part yet. */
  private final int[] walk;

  private final int[] next;
  private final int[] open;
  private int walkLength;
  private int openCount;
  private int metCount;
  private int parts;

  private Components(int[] first, int[] heads) {
    int vertices = first.length - 1;
    this.first = first;
    this.heads = heads;
    this.part = new int[vertices];
    this.met = new int[vertices];
    this.lowest = new int[vertices];
    this.walk = new int[vertices];
    this.next = Arrays.copyOf(first, vertices);
    this.open = new int[vertices];
    Arrays.fill(part, NONE);
    Arrays.fill(met, NONE);
  }

  /**
   * The component of each vertex.
   *
   * @param first the first arrow of each vertex, then the number of arrows
   */
  static int[] of(int[] first, int[] heads) {
    var components = new Components(first, heads);
    for (int vertex = 0; vertex < first.length - 1; vertex++) {
      if (components.met[vertex] == NONE) {
        components.walkFrom(vertex);
      }
    }
    return components.part;
  }

  private void walkFrom(int start) {
    enter(start);
    while (walkLength > 0) {
      int vertex = walk[walkLength - 1];
      if (next[vertex] < first[vertex + 1]) {
        int head = heads[next[vertex]++];
        if (met[head] == NONE) {
          enter(head);
        } else if (part[head] == NONE) {
          lowest[vertex] = Math.min(lowest[vertex], met[head]);
        }
      } else {
        leave(vertex);
      }
    }
  }

  private void enter(int vertex) {
    met[vertex] = metCount;
    lowest[vertex] = metCount++;
    walk[walkLength++] = vertex;
    open[openCount++] = vertex;
  }

  private void leave(int vertex) {
    walkLength--;
    if (walkLength > 0) {
      int before = walk[walkLength - 1];
      lowest[before] = Math.min(lowest[before], lowest[vertex]);
    }
    if (lowest[vertex] == met[vertex]) {
      int member = NONE;
      while (member != vertex) {
        member = open[--openCount];
        part[member] = parts;
      }
      parts++;
    }
  }
}
