package org.ronde.matching.trades;

import java.util.HashMap;
import java.util.stream.IntStream;
import org.ronde.matching.graph.Digraph;

/** Items and wants as numbers. Wants are numbered by the item they are of, in the list's order. */
public final class TradeGraph {
  private final int[] first;
  private final int[] wanted;
  private final long[] costs;
  private final int[] users;
  private final boolean[] dummies;
  private final boolean ranked;
  private final long stayCost;

  private TradeGraph(
      int[] first,
      int[] wanted,
      long[] costs,
      int[] users,
      boolean[] dummies,
      boolean ranked,
      long stayCost) {
    this.first = first;
    this.wanted = wanted;
    this.costs = costs;
    this.users = users;
    this.dummies = dummies;
    this.ranked = ranked;
    this.stayCost = stayCost;
  }

  /** The items of a list in its order; an item of nobody is its own user. */
  public static TradeGraph of(WantList list) {
    int items = list.items().size();
    var first = new int[items + 1];
    for (int i = 0; i < items; i++) {
      first[i + 1] = first[i] + list.items().get(i).wants().size();
    }
    var wanted = new int[first[items]];
    var costs = new long[first[items]];
    var users = new int[items];
    var dummies = new boolean[items];
    var numbers = new HashMap<String, Integer>();
    for (int i = 0; i < items; i++) {
      var item = list.items().get(i);
      dummies[i] = item.dummy();
      users[i] = items + i;
      if (item.user() != null) {
        numbers.putIfAbsent(item.user(), numbers.size());
        users[i] = numbers.get(item.user());
      }
      var wants = item.wants();
      for (int want = 0; want < wants.size(); want++) {
        wanted[first[i] + want] = wants.item(want);
        costs[first[i] + want] = wants.cost(want);
      }
    }
    return new TradeGraph(first, wanted, costs, users, dummies, list.ranked(), list.stayCost());
  }

  /** Each vertex an item of a user of its own, who would take what the arrows lead to. */
  public static TradeGraph of(Digraph graph) {
    int vertices = graph.vertices();
    return new TradeGraph(
        IntStream.rangeClosed(0, vertices)
            .map(vertex -> vertex == vertices ? graph.arrows() : graph.firstOut(vertex))
            .toArray(),
        IntStream.range(0, graph.arrows()).map(graph::head).toArray(),
        new long[graph.arrows()],
        IntStream.range(0, vertices).toArray(),
        new boolean[vertices],
        false,
        0);
  }

  public int items() {
    return users.length;
  }

  public int wants() {
    return wanted.length;
  }

  /** The first want of this item; {@link #end} is one past the last. */
  int first(int item) {
    return first[item];
  }

  int end(int item) {
    return first[item + 1];
  }

  int wanted(int want) {
    return wanted[want];
  }

  long cost(int want) {
    return costs[want];
  }

  /** Whose it is, by a number below {@link #users} that says nothing else. */
  int user(int item) {
    return users[item];
  }

  /** How many numbers of users there may be, those of items of nobody among them. */
  int users() {
    return 2 * users.length;
  }

  boolean isDummy(int item) {
    return dummies[item];
  }

  boolean isRanked() {
    return ranked;
  }

  long stayCost() {
    return stayCost;
  }

  /** Items that are none but dummies left out. */
  public int realItems() {
    int reals = 0;
    for (boolean dummy : dummies) {
      reals += dummy ? 0 : 1;
    }
    return reals;
  }
}
