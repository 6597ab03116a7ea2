package org.ronde.matching.trades;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Who would give what for what: the want list of a math trade.
 *
 * @param items each unique by name, and dummies by name and user
 * @param ranked whether the costs of wants choose among packings with equally many trades
 * @param stayCost what a cycle may cost on average for each item; 0 when trades count above all
 */
public record WantList(List<Item> items, boolean ranked, long stayCost) {
  /** The greatest cost of a want or of staying. */
  public static final long COST_MAX = 1_000_000_000;

  /**
   * Something to give.
   *
   * @param user whose it is; null when the list does not say
   * @param dummy whether it only stands for one of its wants and is no item at all
   * @param wants what its owner would take for it, any one of them
   */
  public record Item(String name, @Nullable String user, boolean dummy, Wants wants) {
    public Item {
      if (dummy && user == null) {
        throw new IllegalArgumentException("the dummy %s has no user".formatted(name));
      }
    }

    /** The same with its wants one by one. */
    public Item(String name, @Nullable String user, boolean dummy, List<Wanted> wants) {
      this(name, user, dummy, Wants.copyOf(wants));
    }
  }

  /**
   * One thing that would be taken.
   *
   * @param item its place in the list, from 0
   * @param cost the less, the rather
   */
  public record Wanted(int item, long cost) {
    public Wanted {
      checkCost(cost);
    }
  }

  /**
   * What the owner of one item would take for it, packed: a list may hold hundreds of thousands.
   */
  public static final class Wants extends AbstractList<Wanted> implements RandomAccess {
    private final int[] items;
    private final long[] costs;

    private Wants(int[] items, long[] costs) {
      this.items = items;
      this.costs = costs;
    }

    /**
     * The first so many of these, copied.
     *
     * @param items their places in the list, from 0
     * @param costs of each, from 1
     */
    public static Wants of(int[] items, long[] costs, int count) {
      for (int i = 0; i < count; i++) {
        checkCost(costs[i]);
      }
      return new Wants(Arrays.copyOf(items, count), Arrays.copyOf(costs, count));
    }

    static Wants copyOf(List<Wanted> list) {
      if (list instanceof Wants wants) {
        return wants;
      }
      return new Wants(
          list.stream().mapToInt(Wanted::item).toArray(),
          list.stream().mapToLong(Wanted::cost).toArray());
    }

    @Override
    public Wanted get(int index) {
      return new Wanted(items[index], costs[index]);
    }

    @Override
    public int size() {
      return items.length;
    }

    /** The place in the list of what is wanted. */
    int item(int index) {
      return items[index];
    }

    long cost(int index) {
      return costs[index];
    }
  }

  private static void checkCost(long cost) {
    require(cost >= 1 && cost <= COST_MAX, "the cost %d is below 1 or too high", cost);
  }

  public WantList {
    items = List.copyOf(items);
    require(stayCost >= 0 && stayCost <= COST_MAX, "stayCost is %d", stayCost);
    var wantedLast = new int[items.size()];
    Arrays.fill(wantedLast, -1);
    for (int i = 0; i < wantedLast.length; i++) {
      var wants = items.get(i).wants();
      for (int want = 0; want < wants.size(); want++) {
        int place = wants.item(want);
        require(place >= 0 && place < wantedLast.length, "there is no item %d", place);
        check(items.get(i), items.get(place), place == i || wantedLast[place] == i);
        wantedLast[place] = i;
      }
    }
  }

  private static void check(Item item, Item wanted, boolean tooOften) {
    if (tooOften) {
      throw new IllegalArgumentException(
          "%s wants %s once too often".formatted(item.name(), wanted.name()));
    }
    if (wanted.dummy() && !Objects.equals(wanted.user(), item.user())) {
      throw new IllegalArgumentException(
          "%s wants %s, the dummy of somebody else".formatted(item.name(), wanted.name()));
    }
  }

  private static void require(boolean holds, String complaint, long value) {
    if (!holds) {
      throw new IllegalArgumentException(complaint.formatted(value));
    }
  }
}
