package org.ronde.challenges;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronde.activities.Activity;
import org.ronde.http.Words;
import org.ronde.ids.AttemptId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;
import org.ronde.places.Place;
import org.ronde.points.Award;
import org.ronde.points.Cause;
import org.ronde.points.ValidationLevel;

/**
 * Asks for points when an attempt is validated, and takes them back. When an act comes in later
 * than one done after it, what the later act was given for being new or best is put right by a
 * reversal and a new award, until it is final.
 */
final class Awards {
  /** The kind of the causes that this room gives the ledger. */
  static final String CAUSE = "attempt-award";

  private final AwardDao dao;
  private final Ids ids;
  private final Neighbours neighbours;
  private final Words words;

  Awards(AwardDao dao, Ids ids, Neighbours neighbours, Words words) {
    this.dao = dao;
    this.ids = ids;
    this.neighbours = neighbours;
    this.words = words;
  }

  /** Awards an attempt that was just validated; told again, it does nothing. */
  void award(
      ChallengeDao.Row challenge,
      Terms terms,
      AttemptDao.Row attempt,
      ValidationLevel level,
      @Nullable MemberId validator,
      @Nullable MemberId opponent) {
    lock(attempt.memberId());
    if (dao.findInForce(attempt.attemptId()).isPresent()) {
      return;
    }
    Activity activity = neighbours.atlas().known(challenge.activityId());
    AwardDao.Row fresh =
        new AwardDao.Row(
            new AwardDao.AwardId(attempt.attemptId().value()),
            attempt.attemptId(),
            0,
            attempt.memberId(),
            challenge.activityId(),
            attempt.companyId(),
            neighbours.towns().find(challenge.place()).map(Place::departement).orElse(""),
            opponent,
            activity.difficulty(),
            terms.moreIsBetter(),
            attempt.measure(),
            acted(attempt),
            terms.zone(),
            level,
            validator,
            false,
            false,
            false,
            0,
            0,
            false);
    restate(attempt.memberId(), List.of(fresh));
  }

  /** Takes back what an attempt was given; done before, it does nothing. */
  void reverse(AttemptDao.Row attempt, String reason) {
    lock(attempt.memberId());
    dao.findInForce(attempt.attemptId())
        .ifPresent(
            row -> {
              takeBack(row, reason);
              restate(attempt.memberId(), List.of());
            });
  }

  /** Takes back all that an account was given that joins another, to give it to that one. */
  List<AwardDao.Row> release(MemberId from, String reason) {
    List<AwardDao.Row> rows = dao.inForce(from);
    rows.forEach(row -> takeBack(row, reason));
    return rows;
  }

  /** Gives what another account was given to this one, counted among all that it did. */
  void regain(MemberId into, List<AwardDao.Row> rows) {
    restate(into, rows.stream().map(row -> row.by(into)).toList());
  }

  private void lock(MemberId member) {
    dao.ensureCareer(member);
    dao.lockCareer(member);
  }

  private static Instant acted(AttemptDao.Row attempt) {
    if (attempt.actedAt() == null) {
      throw new IllegalStateException("%s was never proved.".formatted(attempt.attemptId()));
    }
    return attempt.actedAt();
  }

  private void restate(MemberId member, List<AwardDao.Row> fresh) {
    List<AwardDao.Row> rows = dao.inForce(member);
    List<Merit.Done> acts = new ArrayList<>();
    rows.forEach(row -> acts.add(row.done()));
    fresh.forEach(row -> acts.add(row.done()));
    Map<AttemptId, Merit> merits = Merit.of(acts);
    for (AwardDao.Row row : rows) {
      Merit merit = merit(merits, row);
      if (!merit.equals(row.merit())) {
        takeBack(row, restated(member));
        give(row, merit);
      }
    }
    fresh.forEach(row -> give(row, merit(merits, row)));
  }

  private static Merit merit(Map<AttemptId, Merit> merits, AwardDao.Row row) {
    Merit merit = merits.get(row.attemptId());
    if (merit == null) {
      throw new IllegalStateException("%s was forgotten.".formatted(row.attemptId()));
    }
    return merit;
  }

  private String restated(MemberId member) {
    return words.say(neighbours.folk().person(member).locale(), "challenges.restated");
  }

  private void takeBack(AwardDao.Row row, String reason) {
    if (dao.reverse(row.awardId()) == 1) {
      neighbours.points().reverse(cause(row.awardId()), reason);
    }
  }

  private void give(AwardDao.Row row, Merit merit) {
    int generation = dao.nextGeneration(row.attemptId());
    AwardDao.AwardId id =
        new AwardDao.AwardId(generation == 0 ? row.attemptId().value() : ids.next());
    int points =
        neighbours
            .points()
            .award(
                new Award(
                    cause(id),
                    row.memberId(),
                    merit.effort(row.difficulty()),
                    row.level(),
                    row.validatorId(),
                    row.actedAt(),
                    row.zone(),
                    row.activityId(),
                    row.companyId(),
                    row.departement(),
                    true));
    dao.insert(row.again(id, generation, merit, points));
  }

  static Cause cause(AwardDao.AwardId id) {
    return new Cause(CAUSE, id.value());
  }
}
