package org.ronde.points;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.ronde.db.SqlFailures;
import org.ronde.ids.MemberId;

/**
 * Writes lines so that what stands of each award is what {@link Tally} says of all that stand. Each
 * method runs in its caller's transaction and under the lock of the member's row.
 */
final class Ledger {
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

  /** Puts this member's writers in line; the database's time. */
  Instant lock(MemberId member) {
    Optional<Instant> known = dao.lock(member);
    if (known.isPresent()) {
      return known.get();
    }
    dao.open(member);
    return dao.lock(member).orElseThrow();
  }

  /** Writes an award and what it moves; one told before is returned as it was written. */
  Line award(Line asked) {
    List<Line> near = near(List.of(asked));
    for (Line line : near) {
      if (line.isAward() && sameAward(line, asked)) {
        return line;
      }
    }
    try {
      return write(List.of(asked), near, asked.recordedAt()).get(0);
    } catch (UnableToExecuteStatementException e) {
      if (SqlFailures.duplicateKey(e)) {
        // Told before with another time of the act: what was written first stands.
        return dao.findAward(
                asked.causeId(), asked.memberId(), asked.causeKind(), asked.rulesVersion())
            .orElseThrow();
      }
      throw e;
    }
  }

  /** Takes back what stands of these awards of one member, and what that moves. */
  List<Line> reverse(Collection<Stand> stands, Instant now) {
    List<Line> reversals = new ArrayList<>();
    for (Stand stand : stands) {
      reversals.add(append(stand.award().reversal(stand.points(), now)));
    }
    if (!reversals.isEmpty()) {
      write(List.of(), near(reversals), now, reversals);
    }
    return reversals;
  }

  /** Writes several awards of one member at once. */
  List<Line> awardAll(List<Line> asked, Instant now) {
    return asked.isEmpty() ? List.of() : write(asked, near(asked), now);
  }

  private static boolean sameAward(Line line, Line asked) {
    return line.causeId().equals(asked.causeId())
        && line.causeKind().equals(asked.causeKind())
        && line.rulesVersion() == asked.rulesVersion();
  }

  private List<Line> near(Collection<Line> awards) {
    Span span = Span.of(awards, rules);
    MemberId member = awards.iterator().next().memberId();
    return dao.between(member, span.from(rules), span.to());
  }

  private List<Line> write(List<Line> asked, List<Line> near, Instant now) {
    return write(asked, near, now, asked);
  }

  /**
   * Writes the awards asked for, and corrections wherever another award now counts otherwise.
   *
   * @param about the awards, new or taken back, whose surroundings are judged again
   */
  private List<Line> write(List<Line> asked, List<Line> near, Instant now, Collection<Line> about) {
    Span span = Span.of(about, rules);
    List<Stand> standing = Stand.of(near).stream().filter(stand -> !stand.reversed()).toList();
    List<Tally.Act> acts = new ArrayList<>();
    standing.forEach(stand -> acts.add(stand.award().act()));
    for (int i = 0; i < asked.size(); i++) {
      // Not written yet, so told apart by numbers that no entry has.
      acts.add(asked.get(i).counted(-1 - i, 0).act());
    }
    Map<Long, Tally.Counted> counted = Tally.of(rules, acts);
    List<Line> written = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      written.add(append(asked.get(i).counted(0, points(counted, -1 - i))));
    }
    for (Stand stand : standing) {
      int difference = points(counted, stand.award().entryId()) - stand.points();
      if (difference != 0 && span.judges(stand.award())) {
        append(stand.award().correction(difference, now));
      }
    }
    return written;
  }

  private static int points(Map<Long, Tally.Counted> counted, long award) {
    Tally.Counted one = counted.get(award);
    if (one == null) {
      throw new IllegalStateException("The award %d was not counted.".formatted(award));
    }
    return one.points();
  }

  private Line append(Line line) {
    long id = dao.insert(line);
    dao.pend(id);
    return line.counted(id, line.points());
  }
}
