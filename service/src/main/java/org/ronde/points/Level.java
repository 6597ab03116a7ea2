package org.ronde.points;

import java.util.List;

/**
 * How far a member has come, by all points ever; its name is the message {@code
 * points.level.<code>}.
 *
 * @param number from 1
 * @param points from how many on
 */
public record Level(String code, int number, long points) {
  private static final List<Level> ALL = load();

  /** All levels, the first one first. */
  public static List<Level> all() {
    return ALL;
  }

  /** The level of somebody with these points. */
  public static Level of(long points) {
    Level reached = ALL.get(0);
    for (Level level : ALL) {
      if (points >= level.points) {
        reached = level;
      }
    }
    return reached;
  }

  private static List<Level> load() {
    List<List<String>> rows = Tables.read("levels.csv");
    return java.util.stream.IntStream.range(0, rows.size())
        .mapToObj(i -> new Level(rows.get(i).get(0), i + 1, Long.parseLong(rows.get(i).get(1))))
        .toList();
  }
}
