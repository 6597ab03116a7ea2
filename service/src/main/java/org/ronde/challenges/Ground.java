package org.ronde.challenges;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Words;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;
import org.ronde.points.ValidationLevel;

/** What all doors of this room stand on: the tables, the rights, the story, who is told. */
final class Ground {
  final ChallengeDao challenges;
  final AttemptDao attempts;
  final ClockDao clock;
  final AwardDao awarded;
  final LetterDao letters;
  final DraftDao drafts;
  final SearchDao search;
  final JoinDao join;
  final Transactions transactions;
  final Ids ids;
  final Neighbours neighbours;
  final Announcements announcements;
  final ChallengeSettings settings;
  final Words words;
  final Awards awards;
  final Rights rights;
  private final List<ChallengeListener> listeners = new CopyOnWriteArrayList<>();

  Ground(
      Jdbi jdbi,
      Transactions transactions,
      Ids ids,
      Neighbours neighbours,
      Announcements announcements,
      ChallengeSettings settings,
      Words words) {
    this.challenges = jdbi.onDemand(ChallengeDao.class);
    this.attempts = jdbi.onDemand(AttemptDao.class);
    this.clock = jdbi.onDemand(ClockDao.class);
    this.awarded = jdbi.onDemand(AwardDao.class);
    this.letters = jdbi.onDemand(LetterDao.class);
    this.drafts = jdbi.onDemand(DraftDao.class);
    this.search = jdbi.onDemand(SearchDao.class);
    this.join = jdbi.onDemand(JoinDao.class);
    this.transactions = transactions;
    this.ids = ids;
    this.neighbours = neighbours;
    this.announcements = announcements;
    this.settings = settings;
    this.words = words;
    this.awards = new Awards(awarded, ids, neighbours, words);
    this.rights = new Rights(neighbours.folk(), letters, attempts);
  }

  void listen(ChallengeListener listener) {
    listeners.add(listener);
  }

  /** The challenge, locked: every change begins here, so there is one order of locks. */
  ChallengeDao.Row locked(ChallengeId id) {
    return challenges.lock(id).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  /** The challenge, locked, for one who may see it. */
  Scene scene(Actor actor, ChallengeId id) {
    Scene scene = scene(locked(id));
    rights.requireSight(new Reading(this, actor), scene);
    return scene;
  }

  /** The challenge as it is now, unlocked, for one who may see it. */
  Scene seen(Actor actor, ChallengeId id) {
    Scene scene = scene(challenges.find(id).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND)));
    rights.requireSight(new Reading(this, actor), scene);
    return scene;
  }

  Scene scene(ChallengeDao.Row row) {
    return new Scene(row, attempts.of(row.challengeId()));
  }

  AttemptDao.Row attempt(AttemptId id) {
    return attempts.find(id).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  Terms terms(ChallengeId id, int version) {
    return challenges.terms(id, version).terms();
  }

  /** Writes one more set of terms and says which version it is. */
  int write(ChallengeId id, int version, MemberId by, Terms terms) {
    String canonical = terms.canonical();
    challenges.write(new ChallengeDao.TermsRow(id, version, by, canonical, Terms.hash(canonical)));
    return version;
  }

  /** When somebody who says yes now has to do it; the next of a chain has some days. */
  AttemptDao.Clock clock(ChallengeDao.Row row, int version, Terms terms) {
    Instant start = terms.startsAt();
    Instant end = terms.endsAt();
    if (row.kind() == Kind.CHAIN) {
      Instant own = challenges.now().plus(terms.linkDays(), ChronoUnit.DAYS);
      end = own.isBefore(end) ? own : end;
    }
    return new AttemptDao.Clock(
        version, start, end, end.plus(terms.graceHours(), ChronoUnit.HOURS));
  }

  void append(Scene scene, AttemptDao.@Nullable Row attempt, Story kind, @Nullable MemberId by) {
    append(scene, attempt, kind, by, "");
  }

  void append(
      Scene scene,
      AttemptDao.@Nullable Row attempt,
      Story kind,
      @Nullable MemberId by,
      String words) {
    challenges.append(
        new ChallengeDao.EventId(ids.next()),
        scene.id(),
        attempt == null ? null : attempt.attemptId(),
        kind,
        by,
        words);
  }

  /** Tells the rooms above. */
  void tell(
      ChallengeListener.Kind kind, Scene scene, AttemptDao.@Nullable Row attempt, MemberId by) {
    ChallengeListener.Event event =
        new ChallengeListener.Event(
            kind,
            scene.id(),
            attempt == null ? null : attempt.attemptId(),
            scene.row().title(),
            scene.row().activityId(),
            by,
            scene.people().stream().filter(member -> !member.equals(by)).toList(),
            scene.row().open());
    listeners.forEach(listener -> listener.happened(event));
  }

  /** A move that the table allows and that nobody made before. */
  static void require(AttemptDao.Row attempt, AttemptState next) {
    if (!attempt.state().mayBecome(next)) {
      throw wrongState(attempt);
    }
  }

  static Refusal wrongState(AttemptDao.Row attempt) {
    return new Refusal(ProblemType.ATTEMPT_STATE, Map.of("state", attempt.state().name()));
  }

  static void require(ChallengeDao.Row row, ChallengeState next) {
    if (!row.state().mayBecome(next)) {
      throw wrongState(row);
    }
  }

  static Refusal wrongState(ChallengeDao.Row row) {
    return new Refusal(ProblemType.CHALLENGE_STATE, Map.of("state", row.state().name()));
  }

  /** Under the lock of the challenge a guarded update changes exactly one row. */
  static void once(int rows, AttemptDao.Row attempt) {
    if (rows != 1) {
      throw new IllegalStateException(
          "Attempt %s moved while its challenge was locked.".formatted(attempt.attemptId()));
    }
  }

  /** After the time was over according to the database. */
  static void inTime(int rows) {
    if (rows != 1) {
      throw new Refusal(ProblemType.TOO_LATE);
    }
  }

  /** Lets those begin who said yes, as soon as all whom it needs have. */
  void start(ChallengeId id) {
    Optional<ChallengeDao.Row> row = challenges.find(id);
    if (row.isPresent()
        && row.get().state().alive()
        && row.get().state() != ChallengeState.INVITED) {
      attempts.start(id);
    }
  }

  /** Believed: points, story, news, and the end when this was the last. */
  void validate(
      Scene scene, AttemptDao.Row attempt, ValidationLevel level, @Nullable MemberId validator) {
    require(attempt, AttemptState.VALIDATED);
    once(
        attempts.validate(attempt.attemptId(), attempt.state(), level, settings.disputeDays()),
        attempt);
    awards.award(
        scene.row(),
        terms(scene.id(), attempt.termsVersion()),
        attempt,
        level,
        validator,
        scene.opponent(attempt));
    append(scene, attempt, Story.VALIDATED, validator);
    tell(ChallengeListener.Kind.VALIDATED, scene, attempt, attempt.memberId());
    announcements.validated(scene, attempt, validator);
    challenges.endWhenDone(scene.id());
  }
}
