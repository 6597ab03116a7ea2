package org.ronde.points;

import java.util.List;

/**
 * Something to be proud of. Its name and its ground are the messages {@code points.badge.<code>}
 * and {@code points.badge.<code>.ground}.
 *
 * @param counts what is counted over the awards that stand
 * @param needed how many of it
 */
public record Badge(String code, Counts counts, int needed) {
  private static final List<Badge> ALL =
      Tables.read("badges.csv").stream()
          .map(
              row ->
                  new Badge(row.get(0), Counts.valueOf(row.get(1)), Integer.parseInt(row.get(2))))
          .toList();

  /** What badges count. */
  public enum Counts {
    AWARDS,
    /** Different activities. */
    ACTIVITIES,
    /** The most weeks in a row with something done. */
    WEEKS,
    /** First times with somebody never met. */
    PEOPLE,
    /** Personal bests. */
    BESTS,
    /** Awards that more than the opponent vouched for. */
    WITNESSED,
    /** Exchanges closed. */
    SWAPS,
    /** Deliveries on time. */
    ON_TIME
  }

  /** All badges there are. */
  public static List<Badge> all() {
    return ALL;
  }
}
