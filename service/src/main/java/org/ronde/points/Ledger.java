package org.ronde.points;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ronde.ids.MemberId;

/**
 * Writes lines so that what stands of each award is what {@link Tally} says of all that stand. Each
 * method runs in its caller's transaction and under the lock of its members' rows, and takes a
 * handful of statements however many lines it writes.
 */
final class Ledger {
  static final Comparator<MemberId> ORDER = Comparator.comparing(MemberId::value);

  /** Two zones may call one instant two days apart. */
  private static final Duration ZONES = Duration.ofDays(2);

  private final PointsDao dao;
  private final Scoring rules;

  /** An award with all that was written about it since. */
  record Stand(Line award, int points, boolean reversed) {
    static List<Stand> of(Collection<Line> lines) {
      Map<Long, List<Line>> byAward =
          lines.stream()
              .collect(Collectors.groupingBy(Line::award, TreeMap::new, Collectors.toList()));
      List<Stand> stands = new ArrayList<>();
      for (List<Line> about : byAward.values()) {
        about.stream()
            .filter(Line::isAward)
            .findFirst()
            .ifPresent(
                award ->
                    stands.add(
                        new Stand(
                            award,
                            about.stream().mapToInt(Line::points).sum(),
                            about.stream().anyMatch(l -> l.kind() == Line.Kind.REVERSAL))));
      }
      return stands;
    }
  }

  /** What makes two awards the same. */
  private record Told(MemberId member, Line.CauseId cause, String kind, int rulesVersion) {
    static Told of(Line line) {
      return new Told(line.memberId(), line.causeId(), line.causeKind(), line.rulesVersion());
    }
  }

  /**
   * The days whose awards may count otherwise because of some award, and what must be read to say.
   */
  private record Span(LocalDate first, LocalDate last) {
    static Span of(Collection<Line> awards, Scoring rules) {
      LocalDate first = awards.stream().map(Line::actedOn).min(LocalDate::compareTo).orElseThrow();
      LocalDate last = awards.stream().map(Line::actedOn).max(LocalDate::compareTo).orElseThrow();
      return new Span(
          Tally.week(first),
          Tally.week(last.plusDays(rules.pairWindow().plus(ZONES).toDays())).plusDays(6));
    }

    Instant from(Scoring rules) {
      return first.atStartOfDay(ZoneOffset.UTC).toInstant().minus(rules.pairWindow()).minus(ZONES);
    }

    Instant to() {
      return last.atStartOfDay(ZoneOffset.UTC).toInstant().plus(ZONES);
    }

    boolean judges(Line award) {
      return !award.actedOn().isBefore(first) && !award.actedOn().isAfter(last);
    }
  }

  Ledger(PointsDao dao, Scoring rules) {
    this.dao = dao;
    this.rules = rules;
  }

  Scoring rules() {
    return rules;
  }

  /** Puts the writers of these members in line; the database's time. */
  Instant lock(Collection<MemberId> members) {
    List<MemberId> asked = members.stream().distinct().sorted(ORDER).toList();
    List<PointsDao.Locked> locked = dao.lock(asked);
    if (locked.size() < asked.size()) {
      Set<MemberId> missing = new TreeSet<>(ORDER);
      missing.addAll(asked);
      locked.forEach(one -> missing.remove(one.memberId()));
      dao.open(missing);
      locked = dao.lock(missing);
    }
    return locked.get(0).at();
  }

  /**
   * Writes awards and what they move; one told before is returned as it was written.
   *
   * @return in the order asked
   */
  List<Line> award(List<Line> asked, Instant now) {
    if (asked.isEmpty()) {
      return List.of();
    }
    Map<MemberId, List<Line>> near = byMember(near(asked));
    Map<Told, Line> told = new HashMap<>();
    near.values().forEach(lines -> tell(told, lines));
    Map<Told, Line> fresh = new LinkedHashMap<>();
    asked.stream()
        .filter(line -> !told.containsKey(Told.of(line)))
        .forEach(line -> fresh.putIfAbsent(Told.of(line), line));
    List<Line> lines = new ArrayList<>();
    byMember(fresh.values())
        .forEach(
            (member, some) ->
                lines.addAll(judge(some, some, near.getOrDefault(member, List.of()), now)));
    tell(told, append(lines));
    return asked.stream().map(line -> told(told, line)).toList();
  }

  /** Takes back what stands of these awards of one member, and what that moves. */
  List<Line> reverse(Collection<Stand> stands, Instant now) {
    if (stands.isEmpty()) {
      return List.of();
    }
    List<Line> reversals =
        append(stands.stream().map(one -> one.award().reversal(one.points(), now)).toList());
    append(judge(List.of(), reversals, near(reversals), now));
    return reversals;
  }

  private static Map<MemberId, List<Line>> byMember(Collection<Line> lines) {
    return lines.stream()
        .collect(Collectors.groupingBy(Line::memberId, LinkedHashMap::new, Collectors.toList()));
  }

  private static void tell(Map<Told, Line> told, List<Line> lines) {
    lines.stream().filter(Line::isAward).forEach(line -> told.put(Told.of(line), line));
  }

  private static Line told(Map<Told, Line> told, Line asked) {
    Line line = told.get(Told.of(asked));
    if (line == null) {
      throw new IllegalStateException("The award for %s was not written.".formatted(asked.cause()));
    }
    return line;
  }

  /** All that may decide what these count, and whatever was told of their causes at any time. */
  private List<Line> near(Collection<Line> lines) {
    Span span = Span.of(lines, rules);
    Map<Long, Line> near = new LinkedHashMap<>();
    dao.near(
            lines.stream().map(Line::memberId).distinct().toList(),
            span.from(rules),
            span.to(),
            lines)
        .forEach(line -> near.put(line.entryId(), line));
    return List.copyOf(near.values());
  }

  /**
   * Counts one member's awards.
   *
   * @param asked awards to be written
   * @param about the awards, new or taken back, whose surroundings are judged again
   * @param near what was written before
   * @return what is to be written: the awards asked for in their order, then corrections wherever
   *     another award now counts otherwise
   */
  private List<Line> judge(List<Line> asked, Collection<Line> about, List<Line> near, Instant now) {
    Span span = Span.of(about, rules);
    List<Stand> standing = Stand.of(near).stream().filter(stand -> !stand.reversed()).toList();
    List<Tally.Act> acts = new ArrayList<>();
    standing.forEach(stand -> acts.add(stand.award().act()));
    for (int i = 0; i < asked.size(); i++) {
      // Not written yet, so told apart by numbers that no entry has.
      acts.add(asked.get(i).counted(-1 - i, 0).act());
    }
    Map<Long, Tally.Counted> counted = Tally.of(rules, acts);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      lines.add(asked.get(i).counted(0, points(counted, -1 - i)));
    }
    for (Stand stand : standing) {
      int difference = points(counted, stand.award().entryId()) - stand.points();
      if (difference != 0 && span.judges(stand.award())) {
        lines.add(stand.award().correction(difference, now));
      }
    }
    return lines;
  }

  private static int points(Map<Long, Tally.Counted> counted, long award) {
    Tally.Counted one = counted.get(award);
    if (one == null) {
      throw new IllegalStateException("The award %d was not counted.".formatted(award));
    }
    return one.points();
  }

  private List<Line> append(List<Line> lines) {
    if (lines.isEmpty()) {
      return lines;
    }
    List<Long> ids = dao.insert(lines);
    dao.pend(ids);
    List<Line> written = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      written.add(lines.get(i).counted(ids.get(i), lines.get(i).points()));
    }
    return written;
  }
}
