package org.ronde.contests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ronde.db.Invariant;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.ids.ContestId;
import org.ronde.ids.MemberId;
import org.ronde.points.Award;
import org.ronde.points.Boards;
import org.ronde.points.Cause;
import org.ronde.points.Effort;
import org.ronde.points.Points;
import org.ronde.points.Scorekeeper;
import org.ronde.points.Scoring;
import org.ronde.points.ValidationLevel;

/** A fair whose points stand in the ledger and on the boards as members have them. */
final class Books {
  final Tally tally;
  final Points points;
  final Fair fair;
  private final Boards boards;
  private final TestDatabase database;

  Books(TestDatabase database) {
    this.database = database;
    tally = new Tally(database.jdbi(), database.transactions());
    points = new Points(database.jdbi(), database.transactions(), Scoring.V1);
    boards =
        new Boards(
            database.jdbi(), new Scorekeeper(database.jdbi(), database.transactions(), tally));
    fair =
        new Fair(
            database,
            BeaconSource.NONE,
            new Ledger(tally, database.clock()),
            Scores.of(points, boards));
  }

  /** Something that two witnesses vouched for, on the boards at once. */
  Cause act(Actor actor, Instant at) {
    Cause cause = new Cause("attempt-award", UUID.randomUUID());
    points.award(
        new Award(
            cause,
            actor.memberId(),
            new Effort(2, false, false, false, 0),
            ValidationLevel.WITNESSES,
            new MemberId(UUID.randomUUID()),
            at,
            ZoneOffset.UTC,
            null,
            null,
            "31",
            true));
    catchUp();
    return cause;
  }

  void catchUp() {
    boards.catchUp();
  }

  /** The first page as a stranger reads it: names and points. */
  List<String> board(ContestId id) {
    return fair.room.standings().page(Optional.empty(), fair.contest(id), 1).lines().stream()
        .map(line -> line.name() + " " + line.points())
        .toList();
  }

  /** Boards and contests say what the ledger says. */
  void requireSound() {
    catchUp();
    List<Invariant> invariants =
        List.of("points", "contests").stream()
            .flatMap(room -> Invariant.of(room).stream())
            .toList();
    assertThat(database.open().verification().report(invariants).broken()).isEmpty();
  }
}
