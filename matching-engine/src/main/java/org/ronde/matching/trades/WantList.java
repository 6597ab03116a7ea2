package org.ronde.matching.trades;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
  public record Item(String name, @Nullable String user, boolean dummy, List<Wanted> wants) {
    public Item {
      wants = List.copyOf(wants);
      if (dummy && user == null) {
        throw new IllegalArgumentException("the dummy %s has no user".formatted(name));
      }
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
      require(cost >= 1 && cost <= COST_MAX, "the cost %d is below 1 or too high", cost);
    }
  }

  public WantList {
    items = List.copyOf(items);
    require(stayCost >= 0 && stayCost <= COST_MAX, "stayCost is %d", stayCost);
    var wantedLast = new int[items.size()];
    Arrays.fill(wantedLast, -1);
    for (int i = 0; i < items.size(); i++) {
      for (var want : items.get(i).wants()) {
        int place = want.item();
        require(place >= 0 && place < items.size(), "there is no item %d", place);
        check(items, i, place, wantedLast[place] == i);
        wantedLast[place] = i;
      }
    }
  }

  private static void check(List<Item> items, int of, int place, boolean isSecond) {
    var item = items.get(of);
    var wanted = items.get(place);
    if (of == place || isSecond) {
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
