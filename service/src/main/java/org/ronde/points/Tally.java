package org.ronde.points;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Counts one member's standing awards in the order they were done: the share of each pair, then the
 * caps of its day and week. A function of the set alone, so the order in which awards arrive, and
 * awards that came and were taken back, leave no trace.
 */
final class Tally {
  private static final Comparator<Act> ORDER =
      Comparator.comparing(Act::at)
          .thenComparing(act -> act.cause().kind())
          .thenComparing(act -> act.cause().id())
          .thenComparing(Act::rulesVersion);

  /** What a cap left of an award. */
  enum Cap {
    NONE,
    DAY,
    WEEK
  }

  /**
   * An award to count.
   *
   * @param on the day of the act where it was done
   * @param voucher who vouched, if that matters for pairs; else null
   */
  record Act(
      long award,
      Cause cause,
      int rulesVersion,
      Instant at,
      LocalDate on,
      @Nullable UUID voucher,
      int worth) {
    LocalDate week() {
      return Tally.week(on);
    }
  }

  /**
   * What an award counts.
   *
   * @param percent the pair's share of the worth
   */
  record Counted(int percent, int points, Cap cap) {}

  private final Map<LocalDate, Integer> days = new HashMap<>();
  private final Map<LocalDate, Integer> weeks = new HashMap<>();
  private final Map<UUID, List<Instant>> pairs = new HashMap<>();

  private final Scoring rules;

  private Tally(Scoring rules) {
    this.rules = rules;
  }

  /** By award. */
  static Map<Long, Counted> of(Scoring rules, Collection<Act> acts) {
    Tally tally = new Tally(rules);
    Map<Long, Counted> counted = new HashMap<>();
    for (Act act : acts.stream().sorted(ORDER).toList()) {
      counted.put(act.award(), tally.count(act));
    }
    return counted;
  }

  /** The Monday of a day's week. */
  static LocalDate week(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private Counted count(Act act) {
    int percent = act.voucher() == null ? 100 : rules.pairPercent(meetings(act, act.voucher()));
    int share = act.worth() * percent / 100;
    int today = days.getOrDefault(act.on(), 0);
    int thisWeek = weeks.getOrDefault(act.week(), 0);
    int leftToday = rules.dayMax() - today;
    int leftThisWeek = rules.weekMax() - thisWeek;
    int points = Math.min(share, Math.min(leftToday, leftThisWeek));
    days.put(act.on(), today + points);
    weeks.put(act.week(), thisWeek + points);
    if (points == share) {
      return new Counted(percent, points, Cap.NONE);
    }
    return new Counted(percent, points, leftToday <= leftThisWeek ? Cap.DAY : Cap.WEEK);
  }

  /** How often the pair came together within the window before; counts this time too. */
  private int meetings(Act act, UUID voucher) {
    List<Instant> before = pairs.computeIfAbsent(voucher, unused -> new ArrayList<>());
    Instant since = act.at().minus(rules.pairWindow());
    int meetings = (int) before.stream().filter(at -> at.isAfter(since)).count();
    before.add(act.at());
    return meetings;
  }
}
