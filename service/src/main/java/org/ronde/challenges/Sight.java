package org.ronde.challenges;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.ids.AttemptId;
import org.ronde.ids.MemberId;
import org.ronde.ids.Subject;
import org.ronde.places.Place;

/** Draws a challenge for one reader: who does what, what is next, what was said. */
final class Sight {
  private static final int TALK_MAX = 200;

  private final Ground ground;

  Sight(Ground ground) {
    this.ground = ground;
  }

  Seen.Whole whole(Reading reading, Locale locale, Scene scene) {
    Actor actor = reading.actor();
    ChallengeDao.Row row = scene.row();
    ChallengeDao.TermsRow offered = ground.challenges.terms(row.challengeId(), row.version());
    Terms terms = offered.terms();
    List<AttemptId> ids = scene.attempts().stream().map(AttemptDao.Row::attemptId).toList();
    List<AttemptDao.ActRow> acts = ids.isEmpty() ? List.of() : ground.attempts.acts(ids);
    List<ChallengeDao.EventRow> story = ground.challenges.story(row.challengeId(), TALK_MAX);
    reading.readValidations(scene.attempts());
    Drawn drawn =
        new Drawn(
            reading,
            scene,
            acts,
            names(locale, reading, scene, terms, story),
            winners(scene, terms),
            ids.isEmpty() ? Map.of() : ground.awarded.points(ids),
            ground.challenges.now());
    Names names = drawn.names();
    List<Seen.Part> parts = new ArrayList<>();
    for (AttemptDao.Row attempt : scene.attempts()) {
      if (shown(actor, row, attempt)) {
        parts.add(part(drawn, attempt));
      }
    }
    Seen.Part mine = parts.stream().filter(Seen.Part::mine).findFirst().orElse(null);
    boolean author = row.authorId().equals(actor.memberId());
    boolean alive = row.state().alive();
    Seen.Next next = next(reading, scene);
    return new Seen.Whole(
        row.challengeId(),
        row.kind(),
        row.state(),
        row.audience(),
        row.title(),
        row.activityId(),
        reading.activity(row.activityId()).name(locale),
        names.who(row.authorId()),
        placeName(row),
        row.version(),
        terms,
        offered.hash(),
        terms.referee() == null ? null : names.who(terms.referee()),
        parts,
        talk(actor, scene, story, names),
        next,
        mine,
        ProofRules.total(acts),
        author,
        alive && mayInvite(actor, scene),
        alive && author && acts.isEmpty(),
        mayRenew(alive, mine, row),
        disputePath(scene, mine));
  }

  private static boolean mayRenew(boolean alive, Seen.@Nullable Part mine, ChallengeDao.Row row) {
    return alive
        && mine != null
        && (mine.state() == AttemptState.ACCEPTED || mine.state() == AttemptState.ACTIVE)
        && mine.proofs() == 0
        && mine.termsVersion() < row.version();
  }

  private static boolean mayInvite(Actor actor, Scene scene) {
    Kind kind = scene.row().kind();
    boolean more = kind == Kind.OPEN || kind == Kind.GROUP || kind == Kind.STREAK;
    boolean author = scene.row().authorId().equals(actor.memberId());
    return more && (author || (scene.row().open() && scene.people().contains(actor.memberId())));
  }

  private @Nullable String disputePath(Scene scene, Seen.@Nullable Part mine) {
    Stream<Subject> questioned =
        scene.attempts().stream()
            .filter(AttemptDao.Row::dispute)
            .filter(
                a ->
                    a.state() == AttemptState.DISPUTED
                        || (mine != null && a.attemptId().equals(mine.id())))
            .map(a -> Subject.of(Attempts.SUBJECT, a.attemptId()));
    Stream<Subject> takenBack =
        mine != null && (mine.state().counts() || mine.state() == AttemptState.REVOKED)
            ? Stream.of(Subject.of(Revocations.SUBJECT, mine.id()))
            : Stream.of();
    return Stream.concat(questioned, takenBack)
        .flatMap(subject -> ground.neighbours.desk().about(subject).stream())
        .map(id -> "/disputes/" + id)
        .findFirst()
        .orElse(null);
  }

  /** Who said no, or nothing, is between them and the author. */
  private static boolean shown(Actor actor, ChallengeDao.Row row, AttemptDao.Row attempt) {
    return switch (attempt.state()) {
      case REFUSED, LAPSED, WITHDRAWN ->
          row.authorId().equals(actor.memberId())
              || attempt.memberId().equals(actor.memberId())
              || actor.operator();
      case INVITED,
          COUNTERED,
          ACCEPTED,
          ACTIVE,
          SUBMITTED,
          VALIDATED,
          REJECTED,
          DISPUTED,
          FINAL,
          EXPIRED,
          REVOKED ->
          true;
    };
  }

  /** All that the parts of one page are drawn from. */
  private record Drawn(
      Reading reading,
      Scene scene,
      List<AttemptDao.ActRow> acts,
      Names names,
      List<AttemptId> winners,
      Map<AttemptId, Integer> points,
      Instant now) {}

  private Seen.Part part(Drawn drawn, AttemptDao.Row attempt) {
    Actor actor = drawn.reading().actor();
    Scene scene = drawn.scene();
    Terms terms = drawn.reading().terms(scene.id(), attempt.termsVersion());
    List<AttemptDao.ActRow> own =
        drawn.acts().stream()
            .filter(a -> a.attemptId().equals(attempt.attemptId()) && a.round() == attempt.round())
            .toList();
    boolean voice = ground.rights.validators(scene, terms, attempt).contains(actor.memberId());
    boolean mine = attempt.memberId().equals(actor.memberId());
    List<MemberId> vouched = drawn.reading().vouched(attempt);
    Integer counter = attempt.counterVersion();
    boolean between = mine || scene.row().authorId().equals(actor.memberId());
    return new Seen.Part(
        attempt.attemptId(),
        drawn.names().who(attempt.memberId()),
        mine,
        attempt.state(),
        attempt.termsVersion(),
        counter == null || !between ? null : drawn.reading().terms(scene.id(), counter),
        attempt.answerBy(),
        attempt.startsAt(),
        attempt.endsAt(),
        attempt.submitBy(),
        own.size(),
        scene.row().kind() == Kind.STREAK ? ProofRules.run(own) : 0,
        measure(scene, attempt, own),
        attempt.actedAt(),
        attempt.level(),
        attempt.doubtful(),
        attempt.officerAskedAt() != null,
        mine || voice || actor.operator() ? attempt.reason() : null,
        attempt.windowUntil(),
        vouched.stream().map(drawn.names()::who).toList(),
        drawn.winners().contains(attempt.attemptId()),
        mine ? drawn.points().get(attempt.attemptId()) : null,
        voice
            && attempt.state() == AttemptState.SUBMITTED
            && !vouched.contains(actor.memberId())
            && scene.row().state() != ChallengeState.SUSPENDED,
        mayQuestion(attempt, mine, voice, drawn.now()));
  }

  private static @Nullable BigDecimal measure(
      Scene scene, AttemptDao.Row attempt, List<AttemptDao.ActRow> own) {
    return scene.row().kind() == Kind.GROUP && !own.isEmpty()
        ? ProofRules.total(own)
        : attempt.measure();
  }

  private static boolean mayQuestion(
      AttemptDao.Row attempt, boolean mine, boolean voice, Instant now) {
    boolean mineToo = attempt.state() == AttemptState.REJECTED && mine;
    boolean others = attempt.state() == AttemptState.VALIDATED && voice && !mine;
    return (mineToo || others)
        && !attempt.dispute()
        && attempt.windowUntil() != null
        && attempt.windowUntil().isAfter(now);
  }

  private List<AttemptId> winners(Scene scene, Terms terms) {
    return Winners.of(
        terms,
        scene.attempts().stream()
            .filter(a -> a.state().counts() && a.actedAt() != null)
            .map(
                a ->
                    new Winners.Done(
                        a.attemptId(), a.measure(), Objects.requireNonNull(a.actedAt())))
            .toList());
  }

  private List<Seen.Said> talk(
      Actor actor, Scene scene, List<ChallengeDao.EventRow> story, Names names) {
    List<Seen.Said> talk = new ArrayList<>();
    for (ChallengeDao.EventRow line : story) {
      AttemptDao.Row about =
          line.attemptId() == null ? null : scene.find(line.attemptId()).orElse(null);
      if (about == null || shown(actor, scene.row(), about)) {
        boolean open = line.kind() != Story.NOT_YET || between(actor, about);
        talk.add(
            new Seen.Said(
                line.kind(),
                line.memberId() == null ? null : names.who(line.memberId()),
                about == null ? null : names.who(about.memberId()),
                open ? line.words() : "",
                line.happenedAt()));
      }
    }
    return talk;
  }

  /** A “not yet” is for the one it helps. */
  private static boolean between(Actor actor, AttemptDao.@Nullable Row about) {
    return about != null
        && (about.memberId().equals(actor.memberId())
            || actor.memberId().equals(about.rejectedBy())
            || actor.operator());
  }

  /** What this reader can do next. */
  Seen.Next next(Reading reading, Scene scene) {
    ChallengeDao.Row row = scene.row();
    MemberId me = reading.me();
    if (row.state() == ChallengeState.SUSPENDED || row.state() == ChallengeState.CANCELLED) {
      return Seen.Next.NONE;
    }
    AttemptDao.Row mine = scene.findOf(me).orElse(null);
    if (row.state().alive()) {
      boolean asked = mine != null && mine.state() == AttemptState.INVITED;
      if (asked || (mine == null && reading.hasLetter(scene.id()))) {
        return Seen.Next.ANSWER;
      }
      if (row.authorId().equals(me)
          && scene.attempts().stream().anyMatch(a -> a.state() == AttemptState.COUNTERED)) {
        return Seen.Next.ANSWER_COUNTER;
      }
    }
    if (toLookAt(reading, scene)) {
      return Seen.Next.LOOK;
    }
    if (mine != null) {
      Seen.Next own = ofMine(scene, mine);
      if (own != Seen.Next.NONE || row.state() != ChallengeState.OPEN) {
        return own;
      }
    }
    if (row.state() == ChallengeState.OPEN
        && mine == null
        && (row.authorId().equals(me) || reading.inAudience(row))) {
      return row.authorId().equals(me) && !scene.attempts().isEmpty()
          ? Seen.Next.WAIT
          : Seen.Next.JOIN;
    }
    return row.state().alive() ? Seen.Next.WAIT : Seen.Next.NONE;
  }

  private boolean toLookAt(Reading reading, Scene scene) {
    MemberId me = reading.me();
    return scene.attempts().stream()
        .filter(a -> a.state() == AttemptState.SUBMITTED && !reading.vouched(a).contains(me))
        .anyMatch(
            a ->
                ground
                    .rights
                    .validators(scene, reading.terms(scene.id(), a.termsVersion()), a)
                    .contains(me));
  }

  private Seen.Next ofMine(Scene scene, AttemptDao.Row mine) {
    boolean chain =
        scene.row().kind() == Kind.CHAIN
            && scene.row().state().alive()
            && !Invitations.hasNext(scene, mine);
    return switch (mine.state()) {
      case ACTIVE -> Seen.Next.PROVE;
      case REJECTED -> mine.round() == 0 && !mine.dispute() ? Seen.Next.ADD_PROOF : Seen.Next.NONE;
      case SUBMITTED -> chain ? Seen.Next.PASS_ON : Seen.Next.WAIT;
      case VALIDATED, FINAL -> chain ? Seen.Next.PASS_ON : Seen.Next.NONE;
      case ACCEPTED, COUNTERED, DISPUTED -> Seen.Next.WAIT;
      case INVITED, REFUSED, LAPSED, EXPIRED, WITHDRAWN, REVOKED -> Seen.Next.NONE;
    };
  }

  String placeName(ChallengeDao.Row row) {
    return row.place().isEmpty()
        ? ""
        : ground.neighbours.towns().find(row.place()).map(Place::name).orElse("");
  }

  /**
   * Everybody’s name in one query.
   *
   * @param left what those are called who have left Ronde
   */
  record Names(Map<MemberId, String> names, String left) {
    Seen.Who who(MemberId member) {
      return new Seen.Who(member, names.getOrDefault(member, left));
    }
  }

  private Names names(
      Locale locale, Reading reading, Scene scene, Terms terms, List<ChallengeDao.EventRow> story) {
    Set<MemberId> all = new HashSet<>();
    all.add(scene.row().authorId());
    for (AttemptDao.Row attempt : scene.attempts()) {
      all.add(attempt.memberId());
      all.addAll(reading.vouched(attempt));
    }
    if (terms.referee() != null) {
      all.add(terms.referee());
    }
    for (ChallengeDao.EventRow line : story) {
      if (line.memberId() != null) {
        all.add(line.memberId());
      }
    }
    return names(locale, all);
  }

  Names names(Locale locale, Collection<MemberId> members) {
    return new Names(
        ground.neighbours.folk().names(members), ground.words.say(locale, "kit.formerMember"));
  }
}
