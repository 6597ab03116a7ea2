package org.ronde.matching.trades;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.ronde.matching.solvers.Assignment;
import org.ronde.matching.solvers.Solvers;

/**
 * Every way to hand items round, as assignments: row i is who waits for something in place of item
 * i, column j is item j, and column i taken by row i is an item that stays.
 *
 * <p>Narrowed step by step to the assignments that are best in one respect, of which all are
 * equally good in it, so that the next respect may choose freely among them.
 */
final class Circulation {
  /** In place of a want: the item stays. */
  static final int STAY = -1;

  private final int[] first;
  private final int[] columns;
  private final int[] wants;

  private Circulation(int[] first, int[] columns, int[] wants) {
    this.first = first;
    this.columns = columns;
    this.wants = wants;
  }

  /** What an arc costs. */
  @FunctionalInterface
  interface Cost {
    /**
     * The cost of serving an item by one of its wants.
     *
     * @param want a want of the item, or {@link #STAY}
     */
    long of(int item, int want);
  }

  /** Every want that can be part of a cycle, and for each item to stay. */
  static Circulation of(TradeGraph graph) {
    int items = graph.items();
    var first = new int[items + 1];
    var columns = new int[items + graph.wants()];
    var wants = new int[items + graph.wants()];
    var staying = new int[items];
    int at = 0;
    for (int item = 0; item < items; item++) {
      staying[item] = item;
      columns[at] = item;
      wants[at++] = STAY;
      for (int want = graph.first(item); want < graph.end(item); want++) {
        columns[at] = graph.wanted(want);
        wants[at++] = want;
      }
      first[item + 1] = at;
    }
    return new Circulation(first, columns, wants).around(staying);
  }

  int rows() {
    return first.length - 1;
  }

  int first(int row) {
    return first[row];
  }

  int end(int row) {
    return first[row + 1];
  }

  int column(int arc) {
    return columns[arc];
  }

  /** Whether the item can stay and can go. */
  boolean isOpen(int item) {
    return canGo(item) && canStay(item);
  }

  /** Whether some assignment gives something for it. */
  boolean canGo(int item) {
    return end(item) - first(item) > (canStay(item) ? 1 : 0);
  }

  /** Whether some assignment lets it stay. */
  boolean canStay(int item) {
    return columns[first[item]] == item;
  }

  /** The column of each row in one of the cheapest assignments; none at all when stopped. */
  int[] cheapest(Cost cost, Solvers solvers, BooleanSupplier stop) {
    return columnsOf(solvers.assign(new Assignment(first, columns, costs(cost)), stop));
  }

  private long[] costs(Cost cost) {
    var costs = new long[columns.length];
    for (int row = 0; row < rows(); row++) {
      for (int arc = first[row]; arc < first[row + 1]; arc++) {
        costs[arc] = cost.of(row, wants[arc]);
      }
    }
    return costs;
  }

  /** What these columns cost together. */
  long cost(int[] taken, Cost cost) {
    long sum = 0;
    for (int row = 0; row < rows(); row++) {
      sum += cost.of(row, wants[arc(row, taken[row])]);
    }
    return sum;
  }

  private int[] columnsOf(int[] arcs) {
    var taken = new int[arcs.length];
    for (int row = 0; row < arcs.length; row++) {
      taken[row] = columns[arcs[row]];
    }
    return taken;
  }

  private int[] arcsOf(int[] taken) {
    var arcs = new int[taken.length];
    for (int row = 0; row < taken.length; row++) {
      arcs[row] = arc(row, taken[row]);
    }
    return arcs;
  }

  private int arc(int row, int column) {
    for (int arc = first[row]; arc < first[row + 1]; arc++) {
      if (columns[arc] == column) {
        return arc;
      }
    }
    throw new IllegalArgumentException("row %d cannot take column %d".formatted(row, column));
  }

  /**
   * All assignments that cost as little as this one, which is a cheapest one.
   *
   * <p>Prices of columns prove that it is: no row would pay less for another column, and who pays
   * as little elsewhere may go there (complementary slackness).
   */
  Circulation asCheapAs(int[] taken, Cost cost) {
    var costs = costs(cost);
    var own = arcsOf(taken);
    var prices = prices(own, costs);
    var stays = new boolean[columns.length];
    for (int row = 0; row < rows(); row++) {
      long least = costs[own[row]] - prices[taken[row]];
      for (int arc = first[row]; arc < first[row + 1]; arc++) {
        stays[arc] = costs[arc] - prices[columns[arc]] == least;
      }
    }
    return kept(stays).around(taken);
  }

  /**
   * Prices at which each row's column is the cheapest for it: shortest ways, by Bellman and Ford.
   */
  private long[] prices(int[] own, long[] costs) {
    var prices = new long[rows()];
    var lowered = new int[rows()];
    var owner = inverse(columnsOf(own));
    var waits = new boolean[rows()];
    var queue = new int[rows()];
    for (int column = 0; column < rows(); column++) {
      queue[column] = column;
      waits[column] = true;
    }
    int waiting = rows();
    for (int next = 0; waiting > 0; next = (next + 1) % queue.length) {
      int column = queue[next];
      waiting--;
      waits[column] = false;
      int row = owner[column];
      long base = prices[column] - costs[own[row]];
      for (int arc = first[row]; arc < first[row + 1]; arc++) {
        int other = columns[arc];
        if (base + costs[arc] < prices[other]) {
          prices[other] = base + costs[arc];
          if (!waits[other]) {
            if (++lowered[other] > rows()) {
              throw new IllegalStateException("the assignment is none of the cheapest");
            }
            waits[other] = true;
            queue[(next + 1 + waiting++) % queue.length] = other;
          }
        }
      }
    }
    return prices;
  }

  private static int[] inverse(int[] taken) {
    var owner = new int[taken.length];
    for (int row = 0; row < taken.length; row++) {
      owner[taken[row]] = row;
    }
    return owner;
  }

  /**
   * The arcs that some assignment uses, given one: two rows can change columns, directly or through
   * others, when each can reach the other from want to owner.
   */
  private Circulation around(int[] taken) {
    var owner = inverse(taken);
    var heads = new int[columns.length];
    for (int arc = 0; arc < columns.length; arc++) {
      heads[arc] = owner[columns[arc]];
    }
    var parts = Components.of(first, heads);
    var stays = new boolean[columns.length];
    for (int row = 0; row < rows(); row++) {
      for (int arc = first[row]; arc < first[row + 1]; arc++) {
        stays[arc] = parts[row] == parts[heads[arc]];
      }
    }
    return kept(stays);
  }

  private Circulation kept(boolean[] stays) {
    var newFirst = new int[first.length];
    var newColumns = new int[columns.length];
    var newWants = new int[columns.length];
    int count = 0;
    for (int row = 0; row < rows(); row++) {
      for (int arc = first[row]; arc < first[row + 1]; arc++) {
        if (stays[arc]) {
          newColumns[count] = columns[arc];
          newWants[count++] = wants[arc];
        }
      }
      newFirst[row + 1] = count;
    }
    return new Circulation(
        newFirst, Arrays.copyOf(newColumns, count), Arrays.copyOf(newWants, count));
  }
}
