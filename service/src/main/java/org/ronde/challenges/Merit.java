package org.ronde.challenges;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ActivityId;
import org.ronde.ids.AttemptId;
import org.ronde.ids.MemberId;
import org.ronde.points.Effort;

/**
 * What was new, best or regular about an act, among all that its member did.
 *
 * <p>Only the times of the acts order them: whoever is validated first gains nothing by it. What is
 * final stays as it is, and what it took is not given twice.
 */
record Merit(boolean firstOfActivity, boolean newOpponent, boolean personalBest, int weeksInARow) {
  /** An act of the member that counts. {@code settled}: what it was given when it became final. */
  record Done(
      AttemptId attempt,
      ActivityId activity,
      @Nullable MemberId opponent,
      @Nullable BigDecimal measure,
      boolean moreIsBetter,
      Instant actedAt,
      ZoneId zone,
      @Nullable Merit settled) {
    /** Weeks begin on Monday, in the zone of the act. */
    long week() {
      return Math.floorDiv(actedAt.atZone(zone).toLocalDate().toEpochDay() + 3, 7L);
    }
  }

  Effort effort(int difficulty) {
    return new Effort(difficulty, firstOfActivity, newOpponent, personalBest, weeksInARow);
  }

  /** The merit of every act of one member. */
  static Map<AttemptId, Merit> of(List<Done> acts) {
    Set<ActivityId> activities = new HashSet<>();
    Set<MemberId> opponents = new HashSet<>();
    Set<Long> weeks = new HashSet<>();
    for (Done done : acts) {
      weeks.add(done.week());
      Merit settled = done.settled();
      if (settled != null && settled.firstOfActivity()) {
        activities.add(done.activity());
      }
      if (settled != null && settled.newOpponent() && done.opponent() != null) {
        opponents.add(done.opponent());
      }
    }
    Map<ActivityId, BigDecimal> bests = new HashMap<>();
    Map<AttemptId, Merit> merits = new LinkedHashMap<>();
    acts.stream()
        .sorted(Comparator.comparing(Done::actedAt).thenComparing(d -> d.attempt().value()))
        .forEach(
            done -> {
              boolean best = improves(done, bests);
              Merit fresh =
                  new Merit(
                      activities.add(done.activity()),
                      done.opponent() != null && opponents.add(done.opponent()),
                      best,
                      before(done.week(), weeks));
              Merit settled = done.settled();
              merits.put(done.attempt(), settled == null ? fresh : settled);
            });
    return merits;
  }

  /** Better than an earlier act; the first is the one to beat. */
  private static boolean improves(Done done, Map<ActivityId, BigDecimal> bests) {
    BigDecimal measure = done.measure();
    if (measure == null) {
      return false;
    }
    BigDecimal before = bests.get(done.activity());
    boolean better = before != null && better(measure, before, done.moreIsBetter());
    if (before == null || better) {
      bests.put(done.activity(), measure);
    }
    return better;
  }

  static boolean better(BigDecimal one, BigDecimal other, boolean moreIsBetter) {
    return moreIsBetter ? one.compareTo(other) > 0 : one.compareTo(other) < 0;
  }

  private static int before(long week, Set<Long> weeks) {
    int count = 0;
    while (weeks.contains(week - count - 1)) {
      count++;
    }
    return count;
  }
}
