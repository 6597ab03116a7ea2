package org.ronde.contests;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.contests.TallyDao.Point;

/**
 * What an entrant has at the end, with everything that decides a tie. The order is total and never
 * asks who somebody is or when they joined.
 *
 * @param points never below 0
 * @param level the strongest validation among what counted
 * @param activities how many different ones
 * @param reachedAt when the last point was won, by the act and not by its validation; null without
 *     points
 */
record Score(
    String pseudonym, long points, int level, int activities, @Nullable Instant reachedAt) {

  /**
   * More points, stronger validation, more activities, earlier reached, smaller pseudonym (which is
   * a hash with a salt drawn when they entered).
   */
  static final Comparator<Score> ORDER =
      Comparator.comparingLong(Score::points)
          .reversed()
          .thenComparing(Comparator.comparingInt(Score::level).reversed())
          .thenComparing(Comparator.comparingInt(Score::activities).reversed())
          .thenComparing(Score::reachedAt, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Score::pseudonym);

  /**
   * Reckons a score. A reversal takes its entry out of everything; an entry worth nothing decides
   * no tie.
   */
  static Score of(String pseudonym, Collection<Point> counted) {
    Set<Long> reversed = new HashSet<>();
    counted.forEach(
        point -> {
          Long reverses = point.reverses();
          if (reverses != null) {
            reversed.add(reverses);
          }
        });
    List<Point> standing =
        counted.stream()
            .filter(point -> point.reverses() == null && !reversed.contains(point.entryId()))
            .filter(point -> point.points() > 0)
            .toList();
    return new Score(
        pseudonym,
        Math.max(0, counted.stream().mapToLong(Point::points).sum()),
        standing.stream().mapToInt(Point::level).max().orElse(0),
        (int)
            standing.stream()
                .map(Point::activityId)
                .filter(activity -> activity != null)
                .distinct()
                .count(),
        standing.stream().map(Point::effectiveAt).max(Comparator.naturalOrder()).orElse(null));
  }
}
