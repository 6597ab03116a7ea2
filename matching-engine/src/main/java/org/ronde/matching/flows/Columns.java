package org.ronde.matching.flows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Cycles worth looking at, each once, in the order in which they were found. */
final class Columns {
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final Network network;
  private final Map<Long, Integer> columnOf = new HashMap<>();
  private int[] ends = new int[1024];
  private int[] arcs = new int[4096];
  private int count;

  Columns(Network network) {
    this.network = network;
  }

  int count() {
    return count;
  }

  /** The place of the column's first arc; its arcs stand in order up to {@link #end}. */
  int start(int column) {
    return column == 0 ? 0 : ends[column - 1];
  }

  int end(int column) {
    return ends[column];
  }

  int arc(int place) {
    return arcs[place];
  }

  int length(int column) {
    return end(column) - start(column);
  }

  /** What a cent that flows round it is expected to count. */
  double expected(int column) {
    var cycle = Arrays.copyOfRange(arcs, start(column), end(column));
    return cycle.length * network.yesOfAll(cycle);
  }

  /** Cents that can flow round it at most. */
  double widest(int column) {
    double widest = Double.POSITIVE_INFINITY;
    for (int place = start(column); place < end(column); place++) {
      widest = Math.min(widest, network.widest(arcs[place]));
    }
    return widest;
  }

  /** Adds a cycle, turned so that its smallest arc stands first; false when it was there. */
  boolean add(int[] cycle) {
    var turned = turned(cycle);
    // Two cycles of one key are as good as one: a column less, nothing wrong.
    if (columnOf.putIfAbsent(key(turned), count) != null) {
      return false;
    }
    int start = count == 0 ? 0 : ends[count - 1];
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    if (start + cycle.length > arcs.length) {
      arcs = Arrays.copyOf(arcs, 2 * arcs.length);
    }
    for (int leg = 0; leg < turned.length; leg++) {
      arcs[start + leg] = turned[leg];
    }
    ends[count++] = start + cycle.length;
    return true;
  }

  /** Where a cycle stands, wherever it begins; -1 when it is not there. */
  int find(int[] cycle) {
    var turned = turned(cycle);
    int column = columnOf.getOrDefault(key(turned), -1);
    return column >= 0 && Arrays.equals(arcs, start(column), end(column), turned, 0, turned.length)
        ? column
        : -1;
  }

  private static int[] turned(int[] cycle) {
    int least = 0;
    for (int leg = 1; leg < cycle.length; leg++) {
      if (cycle[leg] < cycle[least]) {
        least = leg;
      }
    }
    var turned = new int[cycle.length];
    for (int leg = 0; leg < cycle.length; leg++) {
      turned[leg] = cycle[(least + leg) % cycle.length];
    }
    return turned;
  }

  private static long key(int[] turned) {
    long key = turned.length;
    for (int arc : turned) {
      key = (key ^ arc) * MIX;
      key ^= key >>> 29;
    }
    return key;
  }

  /** Keeps only these columns, in order, and forgets the others so that they may come again. */
  int[] keep(boolean[] kept) {
    var was = new int[count];
    var old = new Columns(network);
    old.ends = ends;
    old.arcs = arcs;
    old.count = count;
    columnOf.clear();
    ends = new int[Math.max(1024, ends.length / 2)];
    arcs = new int[Math.max(4096, arcs.length / 2)];
    count = 0;
    for (int column = 0; column < kept.length; column++) {
      if (kept[column]) {
        was[count] = column;
        add(Arrays.copyOfRange(old.arcs, old.start(column), old.end(column)));
      }
    }
    return Arrays.copyOf(was, count);
  }
}
