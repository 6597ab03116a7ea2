package org.ronde.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ActivityId;

/**
 * What a member's lines tell: how many points when, badges, weeks in a row, bests. A function of
 * the lines alone: told twice it says the same, and what is taken back was never there.
 */
public final class Story {
  private final List<Line> awards;
  private final NavigableMap<LocalDate, Long> weeks;
  private final Map<Cause, Long> causes;
  private final long balance;

  /**
   * A badge with what was done for it.
   *
   * @param done at most {@code badge.needed()}
   * @param earnedOn the day it was earned, null while it is not
   */
  public record Earned(Badge badge, int done, @Nullable LocalDate earnedOn) {
    public boolean earned() {
      return earnedOn != null;
    }
  }

  /**
   * One week of the curve.
   *
   * @param monday its first day
   * @param won in that week
   * @param total up to its end
   */
  public record Week(LocalDate monday, long won, long total) {}

  private Story(
      List<Line> awards,
      NavigableMap<LocalDate, Long> weeks,
      Map<Cause, Long> causes,
      long balance) {
    this.awards = awards;
    this.weeks = weeks;
    this.causes = causes;
    this.balance = balance;
  }

  static Story of(Collection<Line> lines) {
    List<Line> awards = new ArrayList<>();
    TreeMap<LocalDate, Long> weeks = new TreeMap<>();
    Map<Cause, Long> causes = new HashMap<>();
    long balance = 0;
    for (Ledger.Stand stand : Ledger.Stand.of(lines)) {
      if (!stand.reversed()) {
        awards.add(stand.award());
        weeks.merge(Tally.week(stand.award().actedOn()), (long) stand.points(), Long::sum);
        causes.merge(stand.award().cause(), (long) stand.points(), Long::sum);
        balance += stand.points();
      }
    }
    awards.sort(Comparator.comparing(Line::effectiveAt).thenComparing(Line::entryId));
    return new Story(List.copyOf(awards), weeks, causes, balance);
  }

  /** All points, at least 0. */
  public long points() {
    return Math.max(0, balance);
  }

  /** What stands of the points for some causes. */
  public long points(Set<Cause> some) {
    return some.stream().mapToLong(cause -> causes.getOrDefault(cause, 0L)).sum();
  }

  public Level level() {
    return Level.of(points());
  }

  /** How many awards stand. */
  public int awards() {
    return awards.size();
  }

  /** How many different activities. */
  public int activities() {
    Set<ActivityId> different = new HashSet<>();
    awards.forEach(
        award -> {
          if (award.activityId() != null) {
            different.add(award.activityId());
          }
        });
    return different.size();
  }

  /** How often somebody never met was met. */
  public int people() {
    return (int) awards.stream().filter(Line::newOpponent).count();
  }

  /** The best week, null before the first award. */
  public @Nullable Week bestWeek() {
    return weeks.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(week -> new Week(week.getKey(), week.getValue(), 0))
        .orElse(null);
  }

  /** Points won in the week of this day. */
  public long wonInWeekOf(LocalDate day) {
    return weeks.getOrDefault(Tally.week(day), 0L);
  }

  /** Weeks in a row up to this day's; a week that is not over yet breaks nothing. */
  public int weeksInARow(LocalDate today) {
    LocalDate week = Tally.week(today);
    if (!weeks.containsKey(week)) {
      week = week.minusWeeks(1);
    }
    int row = 0;
    while (weeks.containsKey(week)) {
      row++;
      week = week.minusWeeks(1);
    }
    return row;
  }

  /** The last weeks up to this day's, the oldest first, quiet ones included. */
  public List<Week> curve(LocalDate today, int count) {
    LocalDate first = Tally.week(today).minusWeeks(count - 1L);
    long total = weeks.headMap(first).values().stream().mapToLong(Long::longValue).sum();
    List<Week> curve = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      LocalDate monday = first.plusWeeks(i);
      long won = weeks.getOrDefault(monday, 0L);
      total += won;
      curve.add(new Week(monday, won, total));
    }
    return curve;
  }

  /** Every badge, with the day it was earned or how far it is. */
  public List<Earned> badges() {
    Map<Badge.Counts, List<LocalDate>> reached = reached();
    List<Earned> badges = new ArrayList<>();
    for (Badge badge : Badge.all()) {
      List<LocalDate> days = reached.getOrDefault(badge.counts(), List.of());
      badges.add(
          new Earned(
              badge,
              Math.min(days.size(), badge.needed()),
              days.size() < badge.needed() ? null : days.get(badge.needed() - 1)));
    }
    return badges;
  }

  /** For each count, on which day it became 1, 2, 3… */
  private Map<Badge.Counts, List<LocalDate>> reached() {
    Map<Badge.Counts, List<LocalDate>> reached = new EnumMap<>(Badge.Counts.class);
    Set<ActivityId> activities = new HashSet<>();
    for (Line award : awards) {
      LocalDate day = award.actedOn();
      reach(reached, Badge.Counts.AWARDS, true, day);
      reach(
          reached,
          Badge.Counts.ACTIVITIES,
          award.activityId() != null && activities.add(award.activityId()),
          day);
      reach(reached, Badge.Counts.PEOPLE, award.newOpponent(), day);
      reach(reached, Badge.Counts.BESTS, award.personalBest(), day);
      reach(
          reached,
          Badge.Counts.WITNESSED,
          award.level() >= ValidationLevel.WITNESSES.number() && award.eligible(),
          day);
      reach(reached, Badge.Counts.SWAPS, award.causeKind().equals("exchange-closed"), day);
      reach(reached, Badge.Counts.ON_TIME, award.causeKind().equals("leg-on-time"), day);
    }
    reached.put(Badge.Counts.WEEKS, weeksReached());
    return reached;
  }

  private List<LocalDate> weeksReached() {
    Map<LocalDate, LocalDate> firstDays = new HashMap<>();
    awards.forEach(
        award ->
            firstDays.merge(
                Tally.week(award.actedOn()), award.actedOn(), (a, b) -> a.isBefore(b) ? a : b));
    List<LocalDate> reached = new ArrayList<>();
    int row = 0;
    LocalDate before = null;
    for (LocalDate week : new TreeSet<>(firstDays.keySet())) {
      row = before != null && before.plusWeeks(1).equals(week) ? row + 1 : 1;
      if (row > reached.size()) {
        reached.add(firstDays.getOrDefault(week, week));
      }
      before = week;
    }
    return reached;
  }

  private static void reach(
      Map<Badge.Counts, List<LocalDate>> reached, Badge.Counts what, boolean done, LocalDate day) {
    if (done) {
      reached.computeIfAbsent(what, unused -> new ArrayList<>()).add(day);
    }
  }

  /** When the first of the awards was done, null before it. */
  public @Nullable Instant since() {
    return awards.isEmpty() ? null : awards.get(0).effectiveAt();
  }
}
