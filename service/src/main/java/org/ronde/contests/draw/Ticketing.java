package org.ronde.contests.draw;

import java.util.List;

/**
 * How points become tickets: {@code min(cap, points / price)}, rounded down to one of {@link
 * #TIERS}. The tiers are coarse on purpose: an exact count of tickets beside a public board would
 * name its owner.
 *
 * @param price points for one ticket, at least 1
 * @param cap one of the tiers
 */
public record Ticketing(long price, int cap) {
  public static final List<Integer> TIERS = List.of(1, 2, 5, 10, 20);

  public Ticketing {
    if (price < 1 || !TIERS.contains(cap)) {
      throw new IllegalArgumentException(
          "A ticket costs 1 point or more and the cap is one of %s, not %d and %d."
              .formatted(TIERS, price, cap));
    }
  }

  /** The tickets for so many points, 0 for too few. */
  public int tickets(long points) {
    long whole = Math.min(cap, Math.max(0, points) / price);
    return TIERS.stream().filter(tier -> tier <= whole).reduce(0, Math::max);
  }
}
