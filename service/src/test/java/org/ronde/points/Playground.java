package org.ronde.points;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ronde.db.TestDatabase;
import org.ronde.ids.ActivityId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ContestId;
import org.ronde.ids.MemberId;

/** A ledger, its boards, and one contest that a test may enter people into and freeze. */
final class Playground implements Contesting {
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  final Points points;
  final Scorekeeper keeper;
  final Boards boards;
  final Verifier verifier;
  final Heads heads;
  final List<String> alarms = new ArrayList<>();

  final BoardKey contest = BoardKey.of(BoardKey.Kind.CONTEST, new ContestId(id()));
  private final Map<MemberId, Boolean> entrants = new HashMap<>();
  private Predicate<Entry> veil = entry -> false;
  private boolean sealed;

  Playground(TestDatabase database) {
    this(database, Scoring.V1);
  }

  Playground(TestDatabase database, Scoring rules) {
    points = new Points(database.jdbi(), database.transactions(), rules);
    keeper = new Scorekeeper(database.jdbi(), database.transactions(), this);
    boards = new Boards(database.jdbi(), keeper);
    heads = new Heads(database.jdbi());
    verifier =
        new Verifier(
            database.jdbi(),
            database.transactions(),
            database.open().verification(),
            alarms::addAll,
            List.of("points"));
  }

  static UUID id() {
    return UUID.randomUUID();
  }

  static MemberId member() {
    return new MemberId(id());
  }

  void enter(MemberId member) {
    entrants.put(member, true);
  }

  /** The contest takes no more entries into account. */
  void seal() {
    sealed = true;
  }

  void veil(Predicate<Entry> those) {
    veil = those;
  }

  @Override
  public List<BoardKey> boards(Entry entry) {
    return !sealed && entrants.containsKey(entry.member()) && entry.eligible()
        ? List.of(contest)
        : List.of();
  }

  @Override
  public boolean veiled(Entry entry) {
    return veil.test(entry);
  }

  /** An easy act on the first Monday of March 2026, vouched for by somebody never seen again. */
  static Act act(MemberId member) {
    return new Act(
        new Cause("attempt-award", id()),
        member,
        1,
        ValidationLevel.OPPONENT,
        member(),
        MONDAY,
        null,
        true);
  }

  /** What a test says of an act, turned into the award. */
  record Act(
      Cause cause,
      MemberId member,
      int difficulty,
      ValidationLevel level,
      @Nullable MemberId by,
      Instant at,
      @Nullable ActivityId activity,
      boolean eligible) {
    Act worth(int points) {
      int step = Scoring.V1.ground().indexOf(points) + 1;
      return new Act(cause, member, step, level, by, at, activity, eligible);
    }

    Act by(@Nullable MemberId validator) {
      return new Act(cause, member, difficulty, level, validator, at, activity, eligible);
    }

    Act level(ValidationLevel other) {
      return new Act(cause, member, difficulty, other, by, at, activity, eligible);
    }

    Act at(Instant instant) {
      return new Act(cause, member, difficulty, level, by, instant, activity, eligible);
    }

    Act in(ActivityId other) {
      return new Act(cause, member, difficulty, level, by, at, other, eligible);
    }

    Act because(Cause other) {
      return new Act(other, member, difficulty, level, by, at, activity, eligible);
    }

    Act neverEligible() {
      return new Act(cause, member, difficulty, level, by, at, activity, false);
    }

    /** A trade that says it counts in contests. */
    Award eligibleOnlyByMistake() {
      return because(new Cause("exchange-closed", id())).award();
    }

    Award award() {
      return award(null, "31");
    }

    Award award(@Nullable CompanyId company, String departement) {
      return new Award(
          cause,
          member,
          new Effort(difficulty, false, false, false, 0),
          level,
          by,
          at,
          PARIS,
          activity,
          company,
          departement,
          eligible);
    }
  }
}
