package org.ronde.contests;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronde.contests.TallyDao.Point;

/**
 * What an entrant has at the end, with everything that decides a tie. The order is total and never
 * asks who somebody is or when they joined.
 *
 * @param points never below 0
 * @param level the strongest validation among what counted
 * @param activities how many different ones
 * @param people how many different people vouched
 * @param reachedAt when the last point was won, by the act and not by its validation; null without
 *     points
 */
record Score(
    String pseudonym,
    long points,
    int level,
    int activities,
    int people,
    @Nullable Instant reachedAt) {

  /**
   * More points, stronger validation, more activities, more people, earlier reached, smaller
   * pseudonym (which is a hash with a salt drawn when they entered).
   */
  static final Comparator<Score> ORDER =
      Comparator.comparingLong(Score::points)
          .reversed()
          .thenComparing(Comparator.comparingInt(Score::level).reversed())
          .thenComparing(Comparator.comparingInt(Score::activities).reversed())
          .thenComparing(Comparator.comparingInt(Score::people).reversed())
          .thenComparing(Score::reachedAt, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Score::pseudonym);

  /**
   * Reckons a score, award by award: one that is worth nothing any more, taken back or cut by a
   * cap, decides no tie.
   */
  static Score of(String pseudonym, Collection<Point> counted) {
    Map<Long, List<Point>> awards = counted.stream().collect(Collectors.groupingBy(Point::awardId));
    List<Point> standing =
        awards.values().stream()
            .filter(award -> sum(award) > 0)
            .map(award -> award.get(0))
            .toList();
    return new Score(
        pseudonym,
        Math.max(0, sum(counted)),
        standing.stream().mapToInt(Point::level).max().orElse(0),
        different(standing.stream().map(Point::activityId).collect(Collectors.toSet())),
        different(standing.stream().map(Point::voucherId).collect(Collectors.toSet())),
        standing.stream().map(Point::effectiveAt).max(Comparator.naturalOrder()).orElse(null));
  }

  private static long sum(Collection<Point> points) {
    return points.stream().mapToLong(Point::points).sum();
  }

  private static int different(Set<? extends @Nullable Object> some) {
    return (int) some.stream().filter(Objects::nonNull).count();
  }
}
