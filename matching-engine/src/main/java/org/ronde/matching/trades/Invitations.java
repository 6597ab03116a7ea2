package org.ronde.matching.trades;

import java.util.Arrays;

/**
 * Serves one more user at a time, without leaving out anybody.
 *
 * <p>An item that stays is let go: it takes the column of another, which takes the next one's,
 * until one takes what it left. The shortest such way is taken on which nobody loses the last item.
 */
final class Invitations {
  private static final int NONE = -1;

  /** Wants looked at, some tenths of a second of them; who was not invited till then is not. */
  private static final long LOOKED_AT_MAX = 100_000_000;

  private final Users users;
  private final Circulation circulation;
  private final int[] taken;
  private final int[] owner;
  private int[] traded;
  private long lookedAt;

  /** The row whose column each row would take. */
  private final int[] before;

  /** The rows that a way was found to, in the order in which it was. */
  private final int[] found;

  private Invitations(Users users, int[] taken) {
    this.users = users;
    this.circulation = users.circulation();
    this.taken = taken.clone();
    this.owner = new int[taken.length];
    for (int row = 0; row < taken.length; row++) {
      owner[taken[row]] = row;
    }
    this.traded = users.traded(taken);
    this.before = new int[taken.length];
    this.found = new int[taken.length];
  }

  /**
   * An assignment that serves all that this one serves, and most of those who can join them: of the
   * ways to each item the first found is followed, where another might cost nobody the last.
   */
  static int[] accepted(Users users, int[] taken) {
    var invitations = new Invitations(users, taken);
    for (int item = 0; item < taken.length && invitations.lookedAt < LOOKED_AT_MAX; item++) {
      int user = users.of(item);
      if (user != Users.NOBODY && invitations.traded[user] == 0) {
        invitations.invite(item);
      }
    }
    return invitations.taken;
  }

  /** Breadth first from the item to the one that would take its column. */
  private void invite(int item) {
    Arrays.fill(before, NONE);
    before[item] = item;
    found[0] = item;
    int count = 1;
    for (int i = 0; i < count; i++) {
      int row = found[i];
      lookedAt += circulation.end(row) - circulation.first(row);
      for (int arc = circulation.first(row); arc < circulation.end(row); arc++) {
        int column = circulation.column(arc);
        if (column == item && row != item) {
          rotate(row, item);
          return;
        }
        int next = owner[column];
        if (before[next] == NONE && !(column == row && losesLast(row, item))) {
          before[next] = row;
          found[count++] = next;
        }
      }
    }
  }

  /** Whether its user would get nothing any more if this item stayed, too, after all before it. */
  private boolean losesLast(int item, int start) {
    int user = users.of(item);
    if (user == Users.NOBODY) {
      return false;
    }
    int left = traded[user] - 1;
    for (int row = item; row != start; row = before[row]) {
      if (taken[row] == before[row] && users.of(before[row]) == user) {
        left--;
      }
      if (taken[row] == row && users.of(row) == user) {
        left++;
      }
    }
    return left + (users.of(start) == user ? 1 : 0) <= 0;
  }

  /** Everybody on the way takes the next one's column, the last one what the item left. */
  private void rotate(int last, int item) {
    int column = item;
    for (int row = last; ; row = before[row]) {
      int left = taken[row];
      taken[row] = column;
      owner[column] = row;
      column = left;
      if (row == item) {
        break;
      }
    }
    traded = users.traded(taken);
  }
}
