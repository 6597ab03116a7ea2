package org.ronde.matching.trades;

import java.util.Arrays;
import org.ronde.matching.packing.Effort;
import org.ronde.matching.solvers.Solvers;

/**
 * Of equally good assignments one that serves most users: branch and bound.
 *
 * <p>That a user counts once, whatever they get, is no matter of an assignment; a reward for each
 * item is. A user who is promised the whole reward w for each item and charged 1 - w in any case
 * counts at least what they should, so the best assignment at any rewards bounds what can be served
 * (Lagrangian relaxation; the rewards follow the subgradient). Where the bound is not met, an item
 * is made to go or made to stay.
 */
final class ServedSearch {
  /** The whole of a user; rewards are parts of it. */
  private static final int WHOLE = 1_000;

  private static final int ROUNDS_FIRST = 60;
  private static final int ROUNDS = 12;
  private static final byte OPEN = 0;
  private static final byte GOES = 1;
  private static final byte STAYS = 2;

  private final Users users;
  private final Circulation circulation;
  private final Solvers solvers;
  private final Effort effort;
  private final byte[] made;
  private final long penalty;
  private int[] best;
  private int bestServed;
  private int servedMax;

  private ServedSearch(Users users, int[] taken, Solvers solvers, Effort effort) {
    this.users = users;
    this.circulation = users.circulation();
    this.solvers = solvers;
    this.effort = effort;
    this.made = new byte[taken.length];
    this.penalty = (long) WHOLE * (taken.length + 1);
    this.best = taken;
    this.bestServed = users.served(taken);
  }

  /**
   * Begins with this assignment and never ends with one that serves fewer.
   *
   * @param ceiling what is known to be more than can be served, or as many
   */
  static ServedSearch most(Users users, int ceiling, int[] taken, Solvers solvers, Effort effort) {
    int possible = Math.min(ceiling, users.count());
    boolean served = users.served(taken) >= possible;
    var search =
        new ServedSearch(
            users, served ? taken : Invitations.accepted(users, taken), solvers, effort);
    int servedMax = search.search(possible, search.evenRewards(), ROUNDS_FIRST);
    search.servedMax = Math.max(search.bestServed, servedMax);
    return search;
  }

  /** The assignment that serves most. */
  int[] taken() {
    return best;
  }

  /** How many it serves of the users that some assignments leave out. */
  int served() {
    return bestServed;
  }

  /** No assignment serves more of them. */
  int servedMax() {
    return servedMax;
  }

  /** As much for each of a user's items as makes the whole if all of them go. */
  private int[] evenRewards() {
    var items = new int[users.count()];
    for (int item = 0; item < made.length; item++) {
      if (users.of(item) != Users.NOBODY) {
        items[users.of(item)]++;
      }
    }
    for (int user = 0; user < items.length; user++) {
      items[user] = WHOLE / items[user];
    }
    return items;
  }

  /**
   * Searches where items are made to go or stay as they are.
   *
   * @param ceiling a bound that is known to hold here
   * @param rewards where to begin, by user
   * @return how many any assignment can serve here; the best found serves as many when it is whole
   */
  private int search(int ceiling, int[] rewards, int roundsMax) {
    int bound = ceiling;
    var bestRewards = rewards;
    var next = rewards;
    var went = new int[made.length];
    double length = 1;
    for (int round = 0; round < roundsMax && bound > bestServed; round++) {
      if (!effort.spendNode()) {
        return bound;
      }
      var relaxed = relax(next);
      if (relaxed.taken.length == 0) {
        return relaxed.impossible ? 0 : bound;
      }
      keep(relaxed.taken, went);
      if (relaxed.servedMax() < bound) {
        bound = relaxed.servedMax();
        bestRewards = next;
      } else {
        length *= 0.9;
      }
      next = stepped(next, relaxed, length);
      if (Arrays.equals(next, bestRewards)) {
        break;
      }
    }
    if (bound <= bestServed) {
      return bound;
    }
    int item = undecided(went);
    return item < 0 ? bestServed : Math.min(bound, split(item, bound, bestRewards));
  }

  private int split(int item, int bound, int[] rewards) {
    made[item] = GOES;
    int served = search(bound, rewards, ROUNDS);
    if (bound > bestServed) {
      made[item] = STAYS;
      served = Math.max(served, search(bound, rewards, ROUNDS));
    }
    made[item] = OPEN;
    return served;
  }

  /** The best assignment at some rewards. */
  private static final class Relaxed {
    /** None when there is none or the run was stopped. */
    private final int[] taken;

    private final boolean impossible;

    /** What it bounds, in parts of users. */
    private final long sum;

    Relaxed(int[] taken, boolean impossible, long sum) {
      this.taken = taken;
      this.impossible = impossible;
      this.sum = sum;
    }

    int servedMax() {
      return (int) Math.floorDiv(sum, (long) WHOLE);
    }
  }

  /** What arcs cost at some rewards: what is lost where an item stays. */
  private final class Loss implements Circulation.Cost {
    private final int[] rewards;
    private final boolean[] sure;

    Loss(int[] rewards, boolean[] sure) {
      this.rewards = rewards;
      this.sure = sure;
    }

    @Override
    public long of(int item, int want) {
      boolean stays = want == Circulation.STAY;
      return switch (made[item]) {
        case GOES -> stays ? penalty : 0;
        case STAYS -> stays ? 0 : penalty;
        default -> stays ? reward(item, rewards, sure) : 0;
      };
    }
  }

  private Relaxed relax(int[] rewards) {
    var sure = sure();
    var loss = new Loss(rewards, sure);
    var taken = circulation.cheapest(loss, solvers, effort);
    if (taken.length == 0) {
      return new Relaxed(taken, false, 0);
    }
    long costs = circulation.cost(taken, loss);
    if (costs >= penalty) {
      return new Relaxed(new int[0], true, 0);
    }
    long sum = -costs;
    for (int user = 0; user < users.count(); user++) {
      sum += WHOLE - (sure[user] ? 0 : rewards[user]);
    }
    for (int item = 0; item < made.length; item++) {
      sum += made[item] == OPEN ? reward(item, rewards, sure) : 0;
    }
    return new Relaxed(taken, false, sum);
  }

  /** Whom an item that must go serves in any case. */
  private boolean[] sure() {
    var sure = new boolean[users.count()];
    for (int item = 0; item < made.length; item++) {
      if (made[item] == GOES) {
        sure[users.of(item)] = true;
      }
    }
    return sure;
  }

  private int reward(int item, int[] rewards, boolean[] sure) {
    int user = users.of(item);
    return user == Users.NOBODY || sure[user] ? 0 : rewards[user];
  }

  private void keep(int[] taken, int[] went) {
    for (int item = 0; item < taken.length; item++) {
      went[item] += taken[item] == item ? -1 : 1;
    }
    var invited = Invitations.accepted(users, taken);
    int served = users.served(invited);
    if (served > bestServed) {
      best = invited;
      bestServed = served;
    }
  }

  /** Less for who got more than one item, more for who got none, as far as would close the gap. */
  private int[] stepped(int[] rewards, Relaxed relaxed, double length) {
    var traded = users.traded(relaxed.taken);
    var sure = sure();
    var slopes = new int[users.count()];
    long square = 0;
    for (int user = 0; user < slopes.length; user++) {
      int slope = sure[user] ? 0 : traded[user] - 1;
      boolean atEnd = slope > 0 ? rewards[user] == 0 : rewards[user] == WHOLE;
      slopes[user] = atEnd ? 0 : slope;
      square += (long) slopes[user] * slopes[user];
    }
    if (square == 0) {
      return rewards;
    }
    double step = length * (relaxed.sum - (long) WHOLE * (bestServed + 1) + 1) / square;
    var next = new int[slopes.length];
    for (int user = 0; user < slopes.length; user++) {
      long changed = Math.round(rewards[user] - step * slopes[user]);
      next[user] = (int) Math.max(0, Math.min(WHOLE, changed));
    }
    return next;
  }

  /**
   * An item of the user whom the fewest can still serve and none serves for sure: of these items
   * the one that went about as often as it stayed.
   */
  private int undecided(int[] went) {
    var sure = sure();
    var left = new int[users.count()];
    for (int item = 0; item < made.length; item++) {
      if (made[item] == OPEN && users.of(item) != Users.NOBODY) {
        left[users.of(item)]++;
      }
    }
    int chosen = -1;
    for (int item = 0; item < made.length; item++) {
      int user = users.of(item);
      if (made[item] == OPEN && user != Users.NOBODY && !sure[user]) {
        int fewer = chosen < 0 ? -1 : Integer.compare(left[user], left[users.of(chosen)]);
        if (fewer < 0 || (fewer == 0 && Math.abs(went[item]) < Math.abs(went[chosen]))) {
          chosen = item;
        }
      }
    }
    return chosen;
  }
}
