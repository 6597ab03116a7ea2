package org.ronde.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ronde.matching.trades.WantList;

/** Want lists by chance, the same ones for the same seed. */
public final class WantLists {
  private WantLists() {}

  /**
   * A list of items of some users, each tenth of nobody, and some dummies of theirs.
   *
   * @param density the chance of a want that is allowed
   */
  public static WantList random(
      int reals, int dummies, int users, double density, boolean ranked, long stayCost, long seed) {
    var chance = new Random(seed);
    var owners = new ArrayList<@Nullable String>();
    for (int item = 0; item < reals + dummies; item++) {
      boolean nobodys = item < reals && chance.nextInt(10) == 0;
      owners.add(nobodys ? null : "user" + chance.nextInt(users));
    }
    var items = new ArrayList<WantList.Item>();
    for (int item = 0; item < reals + dummies; item++) {
      var wants = new ArrayList<WantList.Wanted>();
      for (int other = 0; other < reals + dummies; other++) {
        boolean same = owners.get(item) != null && owners.get(item).equals(owners.get(other));
        boolean allowed = other >= reals ? same : !same;
        if (other != item && allowed && chance.nextDouble() < density) {
          wants.add(new WantList.Wanted(other, 1 + chance.nextInt(9)));
        }
      }
      items.add(
          new WantList.Item(
              (item < reals ? "" : "%") + item, owners.get(item), item >= reals, wants));
    }
    return new WantList(items, ranked, stayCost);
  }

  /** The same list with its items in another order: item i stands at place {@code places[i]}. */
  public static WantList reordered(WantList list, int[] places) {
    var items = new WantList.Item[list.items().size()];
    for (int i = 0; i < items.length; i++) {
      var item = list.items().get(i);
      items[places[i]] =
          new WantList.Item(
              item.name(),
              item.user(),
              item.dummy(),
              item.wants().stream()
                  .map(want -> new WantList.Wanted(places[want.item()], want.cost()))
                  .toList());
    }
    return new WantList(List.of(items), list.ranked(), list.stayCost());
  }

  /** The same list with a third of its wants left out by chance. */
  public static WantList thinned(WantList list, long seed) {
    var chance = new Random(seed);
    var items =
        list.items().stream()
            .map(
                item ->
                    new WantList.Item(
                        item.name(),
                        item.user(),
                        item.dummy(),
                        item.wants().stream().filter(want -> chance.nextInt(3) > 0).toList()))
            .toList();
    return new WantList(items, list.ranked(), list.stayCost());
  }

  /** The numbers from 0 in an order by chance. */
  public static int[] shuffled(int count, long seed) {
    var numbers = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.shuffle(numbers, new Random(seed));
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
