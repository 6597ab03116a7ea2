package org.ronde.matching.trades;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Says what is wrong with trades, from the want list alone.
 *
 * <p>Shares no code with those who find them. Whether there could be more trades is not its matter.
 */
public final class TradeChecker {
  private final WantList list;
  private final List<String> complaints = new ArrayList<>();
  private final Set<Integer> used = new HashSet<>();
  private final Set<Object> users = new HashSet<>();
  private int trades;
  private long cost;

  private TradeChecker(WantList list) {
    this.list = list;
  }

  /** Complaints in words; none when every trade is one that its parties asked for. */
  public static List<String> check(WantList list, Trades trades) {
    var checker = new TradeChecker(list);
    trades.cycles().forEach(checker::checkCycle);
    checker.same("trades", checker.trades, trades.trades());
    checker.same("users", checker.users.size(), trades.users());
    checker.same("cost", checker.cost, trades.cost());
    if (trades.trades() > trades.tradesMax() || trades.users() > trades.usersMax()) {
      checker.complaints.add("more was found than there can be");
    }
    return List.copyOf(checker.complaints);
  }

  private void checkCycle(List<Integer> cycle) {
    for (int i = 0; i < cycle.size(); i++) {
      var item = list.items().get(cycle.get(i));
      if (!used.add(cycle.get(i))) {
        complaints.add(item.name() + " is used twice");
      }
      int next = cycle.get((i + 1) % cycle.size());
      var want = item.wants().stream().filter(wanted -> wanted.item() == next).findFirst();
      if (want.isEmpty()) {
        complaints.add(item.name() + " does not want " + list.items().get(next).name());
      } else if (!item.dummy()) {
        trades++;
        cost += want.get().cost();
        users.add(item.user() == null ? cycle.get(i) : item.user());
        checkReceived(cycle, i);
      }
    }
  }

  /** What stands behind the dummies must be somebody else's. */
  private void checkReceived(List<Integer> cycle, int giver) {
    var item = list.items().get(cycle.get(giver));
    for (int steps = 1; steps <= cycle.size(); steps++) {
      var other = list.items().get(cycle.get((giver + steps) % cycle.size()));
      if (!other.dummy()) {
        if (steps == cycle.size()
            || (item.user() != null && Objects.equals(item.user(), other.user()))) {
          complaints.add(item.name() + " comes back to its own user as " + other.name());
        }
        return;
      }
    }
  }

  private void same(String what, long counted, long told) {
    if (counted != told) {
      complaints.add("%d %s are told, %d counted".formatted(told, what, counted));
    }
  }
}
