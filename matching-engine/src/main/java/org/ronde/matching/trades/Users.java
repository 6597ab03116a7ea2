package org.ronde.matching.trades;

import java.util.Arrays;

/**
 * Whom a choice among equally good assignments can serve or leave out.
 *
 * <p>Users that every assignment serves are only counted; those that none serves are nobody here.
 */
final class Users {
  static final int NOBODY = -1;

  private final Circulation circulation;
  private final int always;
  private final int count;

  /** The user that each open item belongs to, numbered from 0, or {@link #NOBODY}. */
  private final int[] userOf;

  Users(TradeGraph graph, Circulation circulation) {
    this.circulation = circulation;
    var possible = new boolean[graph.users()];
    var sure = new boolean[graph.users()];
    for (int item = 0; item < graph.items(); item++) {
      if (!graph.isDummy(item) && circulation.canGo(item)) {
        possible[graph.user(item)] = true;
        sure[graph.user(item)] |= !circulation.canStay(item);
      }
    }
    var numbers = new int[graph.users()];
    int open = 0;
    int served = 0;
    for (int user = 0; user < numbers.length; user++) {
      numbers[user] = possible[user] && !sure[user] ? open++ : NOBODY;
      served += sure[user] ? 1 : 0;
    }
    this.count = open;
    this.always = served;
    this.userOf = new int[graph.items()];
    Arrays.fill(userOf, NOBODY);
    for (int item = 0; item < graph.items(); item++) {
      if (!graph.isDummy(item) && circulation.isOpen(item)) {
        userOf[item] = numbers[graph.user(item)];
      }
    }
  }

  Circulation circulation() {
    return circulation;
  }

  /** How many every assignment serves. */
  int always() {
    return always;
  }

  /** How many some assignments serve and others do not. */
  int count() {
    return count;
  }

  /** Whose service hangs on this item, or {@link #NOBODY}. */
  int of(int item) {
    return userOf[item];
  }

  /** How many items of each user change hands. */
  int[] traded(int[] taken) {
    var traded = new int[count];
    for (int item = 0; item < taken.length; item++) {
      if (userOf[item] != NOBODY && taken[item] != item) {
        traded[userOf[item]]++;
      }
    }
    return traded;
  }

  /** How many of these users get something. */
  int served(int[] taken) {
    int served = 0;
    for (int items : traded(taken)) {
      served += items > 0 ? 1 : 0;
    }
    return served;
  }
}
