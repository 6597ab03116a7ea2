package org.ronde.matching.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.ronde.matching.graph.Digraph;
import org.ronde.matching.trades.WantList;

/** Trades in the words of their want list. */
final class TradeLegs {
  private TradeLegs() {}

  /**
   * A cycle as the legs that make it, each receiver the next one's giver.
   *
   * @param cycle each item's owner takes the next one; dummies are passed over
   */
  static List<Object> of(WantList list, List<Integer> cycle) {
    var reals = new ArrayList<WantList.Item>();
    for (int place : cycle) {
      var item = list.items().get(place);
      if (!item.dummy()) {
        reals.add(item);
      }
    }
    var legs = new ArrayList<Object>();
    for (int i = reals.size() - 1; i >= 0; i--) {
      var given = reals.get((i + 1) % reals.size());
      var instead = reals.get(i);
      var leg = new LinkedHashMap<String, Object>();
      if (given.user() != null) {
        leg.put("giver", given.user());
      }
      if (instead.user() != null) {
        leg.put("receiver", instead.user());
      }
      leg.put("item", given.name());
      leg.put("for", instead.name());
      legs.add(leg);
    }
    return List.copyOf(legs);
  }

  /** An arrow from each item to those that would be taken for it. */
  static Digraph graph(WantList list) {
    int items = list.items().size();
    return Digraph.of(
        items,
        IntStream.range(0, items)
            .flatMap(item -> list.items().get(item).wants().stream().mapToInt(want -> item))
            .toArray(),
        IntStream.range(0, items)
            .flatMap(
                item -> list.items().get(item).wants().stream().mapToInt(WantList.Wanted::item))
            .toArray());
  }
}
