package org.ronde.contests;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronde.contests.ResultDao.Sealed;
import org.ronde.contests.draw.Beacon;
import org.ronde.contests.draw.Entry;
import org.ronde.contests.draw.Hash;
import org.ronde.contests.draw.SealedList;
import org.ronde.ids.ContestId;
import org.ronde.ids.MemberId;

/** The sealed list: who is on it with how many tickets, and what amendments made of it. */
final class Sealing {
  /** A new round is at least so far away: nobody can know it yet. */
  static final Duration FRESH = Duration.ofMinutes(10);

  private final Tables tables;
  private final Chronicle chronicle;
  private final Scores scores;
  private final Naming naming;

  Sealing(Tables tables, Chronicle chronicle, Scores scores, Naming naming) {
    this.tables = tables;
    this.chronicle = chronicle;
    this.scores = scores;
    this.naming = naming;
  }

  /**
   * Seals the list: everybody who takes part, in the order of merit, with their tickets. The
   * beacon's round moves on when it would be out already: the seal comes before the chance.
   */
  void seal(Contest contest, @Nullable MemberId member) {
    ContestId id = contest.id();
    scores.catchUp();
    List<Sealed> lines = lines(contest);
    SealedList list = sealedList(lines, Set.of());
    if (!lines.isEmpty()) {
      tables.results().seal(id, lines);
    }
    tables.contests().noteSealed(id, list.root().hex());
    chronicle.move(contest, ContestState.ENTRIES_SEALED, list.root().hex(), member);
    Instant now = tables.contests().now();
    Long round = contest.round();
    if (round != null && !Beacon.timeOf(round).isAfter(now)) {
      postpone(contest, now.plus(FRESH), member);
    }
  }

  private List<Sealed> lines(Contest contest) {
    Map<EntrantId, List<TallyDao.Point>> points =
        tables.tally().points(contest.id(), contest.terms().scoringVersion()).stream()
            .collect(Collectors.groupingBy(TallyDao.Point::entrantId));
    Set<MemberId> operators = naming.operators();
    List<Score> scored = new ArrayList<>();
    for (Entrant entrant : tables.entrants().active(contest.id())) {
      MemberId member = entrant.memberId();
      if (member != null && !operators.contains(member)) {
        scored.add(
            Score.of(entrant.pseudonym(), points.getOrDefault(entrant.entrantId(), List.of())));
      }
    }
    scored.sort(Score.ORDER);
    List<Sealed> lines = new ArrayList<>();
    for (int i = 0; i < scored.size(); i++) {
      Score score = scored.get(i);
      boolean tied = i > 0 && scored.get(i - 1).points() == score.points();
      lines.add(
          new Sealed(
              score.pseudonym(),
              i + 1,
              tied ? lines.get(i - 1).standing() : i + 1,
              score.points(),
              score.level(),
              score.activities(),
              score.people(),
              score.reachedAt(),
              tickets(contest.terms(), score.points())));
    }
    return lines;
  }

  private static int tickets(Terms terms, long points) {
    if (points < terms.pointsMin()) {
      return 0;
    }
    return terms.kind() == Terms.Kind.DRAW ? terms.ticketing().tickets(points) : 1;
  }

  private static SealedList sealedList(List<Sealed> lines, Set<String> struck) {
    return new SealedList(
        lines.stream()
            .filter(line -> line.tickets() > 0 && !struck.contains(line.pseudonym()))
            .map(line -> new Entry(new Hash(line.pseudonym()), line.tickets()))
            .toList());
  }

  /** The list in force: sealed, less what amendments struck. */
  SealedList list(ContestId id) {
    return sealedList(
        tables.results().sealed(id),
        tables.results().amendments(id).stream()
            .map(ResultDao.Amendment::pseudonym)
            .collect(Collectors.toSet()));
  }

  /** Moves the draw, and the round with it. */
  void postpone(Contest contest, Instant at, @Nullable MemberId member) {
    Long round = contest.round() == null ? null : Long.valueOf(Beacon.roundAt(at));
    tables.contests().takeRound(contest.id(), round, at);
    chronicle.write(contest.id(), "POSTPONED", round == null ? "" : "round " + round, member);
  }

  /** Those on the list who have left or were struck since it was sealed and drawn. */
  Set<Hash> gone(ContestId id, SealedList list) {
    Set<String> gone = tables.entrants().gone(id);
    return list.entries().stream()
        .map(Entry::pseudonym)
        .filter(pseudonym -> gone.contains(pseudonym.hex()))
        .collect(Collectors.toSet());
  }
}
