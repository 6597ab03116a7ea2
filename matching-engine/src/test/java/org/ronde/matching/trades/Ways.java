package org.ronde.matching.trades;

import java.util.HashSet;

/** Every way to hand the items of a small list round, tried one by one. */
final class Ways {
  private final WantList list;
  private final int[] taken;
  private final boolean[] given;
  private Best best = new Best(-1, 0, 0);

  Ways(WantList list) {
    this.list = list;
    this.taken = new int[list.items().size()];
    this.given = new boolean[taken.length];
  }

  /**
   * What the best way comes to.
   *
   * @param cost of the wants met, less {@code stayCost} for each where it is set; 0 when neither
   *     that nor priorities matter
   */
  record Best(long trades, long cost, long users) {}

  Best best() {
    tryFrom(0);
    return best;
  }

  private void tryFrom(int item) {
    if (item == taken.length) {
      var way = way();
      if (isBetter(way)) {
        best = way;
      }
      return;
    }
    take(item, item);
    list.items().get(item).wants().forEach(want -> take(item, want.item()));
  }

  private void take(int item, int other) {
    if (!given[other]) {
      given[other] = true;
      taken[item] = other;
      tryFrom(item + 1);
      given[other] = false;
    }
  }

  private Best way() {
    long trades = 0;
    long cost = 0;
    var users = new HashSet<Object>();
    for (int i = 0; i < taken.length; i++) {
      var item = list.items().get(i);
      int other = taken[i];
      if (!item.dummy() && other != i) {
        trades++;
        users.add(item.user() == null ? i : item.user());
        cost +=
            item.wants().stream()
                    .filter(want -> want.item() == other)
                    .findFirst()
                    .orElseThrow()
                    .cost()
                - list.stayCost();
      }
    }
    return new Best(trades, list.ranked() || list.stayCost() > 0 ? cost : 0, users.size());
  }

  private boolean isBetter(Best way) {
    if (best.trades() < 0) {
      return true;
    }
    if (list.stayCost() == 0 && way.trades() != best.trades()) {
      return way.trades() > best.trades();
    }
    return way.cost() != best.cost() ? way.cost() < best.cost() : way.users() > best.users();
  }
}
