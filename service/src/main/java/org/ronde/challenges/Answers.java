package org.ronde.challenges;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.activities.Activity;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.MemberId;

/** Saying yes, no, “on other terms”, or leaving again. */
public final class Answers {
  static final int WORDS_MAX = 500;
  private static final int PROOFS_SHOWN_MAX = 200;

  private final Ground ground;
  private final LaunchRules rules;
  private final Invitations invitations;

  Answers(Ground ground, LaunchRules rules, Invitations invitations) {
    this.ground = ground;
    this.rules = rules;
    this.invitations = invitations;
  }

  /**
   * Says yes: to an invitation, to an open call, or, once more, to newer terms.
   *
   * @param version the terms that were read
   * @param words to the author, or empty
   * @throws Refusal NOT_FOUND, TERMS_CHANGED when these are not the terms any more, TOO_LATE,
   *     ATTEMPT_STATE when it was answered before or something was proved on the old terms,
   *     CHALLENGE_STATE, NO_PLACE_LEFT, INVALID
   */
  public void accept(Actor actor, ChallengeId id, int version, String words) {
    requireWords(words);
    ground.transactions.run(
        () -> {
          Scene scene = ground.scene(actor, id);
          Challenges.requireAlive(scene.row());
          Optional<LetterDao.Row> letter = ground.rights.findLetter(actor, scene);
          if (letter.isPresent() && scene.findOf(actor.memberId()).isEmpty()) {
            invitations.claim(actor, scene, letter.get());
            scene = ground.scene(scene.row());
          }
          if (version != scene.row().version()) {
            throw new Refusal(ProblemType.TERMS_CHANGED, Map.of("version", scene.row().version()));
          }
          accept(actor, scene, words);
        });
  }

  private void accept(Actor actor, Scene scene, String words) {
    Terms terms = ground.terms(scene.id(), scene.row().version());
    AttemptDao.Clock clock = ground.clock(scene.row(), scene.row().version(), terms);
    Optional<AttemptDao.Row> found = scene.findOf(actor.memberId());
    boolean again = found.isPresent() && found.get().state().takesPart();
    if (found.isEmpty()) {
      join(actor, scene, terms, clock);
    } else if (again) {
      renew(found.get(), clock);
    } else {
      Ground.require(found.get(), AttemptState.ACCEPTED);
      if (found.get().state() == AttemptState.COUNTERED) {
        // The author's turn; the doer's own counter-offer is not theirs to accept.
        throw Ground.wrongState(found.get());
      }
      requirePlace(scene, terms);
      Ground.inTime(
          ground.attempts.accept(
              found.get().attemptId(), found.get().state(), Challenges.companyOf(actor), clock));
    }
    afterYes(actor, scene, again, clock, words);
  }

  private void join(Actor actor, Scene scene, Terms terms, AttemptDao.Clock clock) {
    ChallengeDao.Row row = scene.row();
    boolean author = row.authorId().equals(actor.memberId());
    if (row.state() != ChallengeState.OPEN) {
      throw Ground.wrongState(row);
    }
    if (!author && !new Reading(ground, actor).inAudience(row)) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    if (!clock.endsAt().isAfter(ground.challenges.now())) {
      throw new Refusal(ProblemType.TOO_LATE);
    }
    requirePlace(scene, terms);
    ground.attempts.join(
        new AttemptId(ground.ids.next()),
        scene.id(),
        actor.memberId(),
        Challenges.companyOf(actor),
        clock);
  }

  private void renew(AttemptDao.Row mine, AttemptDao.Clock clock) {
    if (mine.termsVersion() == clock.version()
        || ground.attempts.renew(mine.attemptId(), clock) == 0) {
      throw Ground.wrongState(mine);
    }
  }

  private void requirePlace(Scene scene, Terms terms) {
    Integer places = terms.placesMax();
    int max = places == null ? ground.settings.participantsMax() : places;
    if (scene.attempts().stream().filter(a -> a.state().takesPart()).count() >= max) {
      throw new Refusal(ProblemType.NO_PLACE_LEFT);
    }
  }

  private void afterYes(
      Actor actor, Scene before, boolean again, AttemptDao.Clock clock, String words) {
    ChallengeId id = before.id();
    if (before.row().state() == ChallengeState.INVITED) {
      ground.challenges.move(id, ChallengeState.INVITED, ChallengeState.RUNNING);
    }
    if (before.row().kind() == Kind.DUEL) {
      before
          .findOf(before.row().authorId())
          .filter(mine -> mine.termsVersion() != clock.version())
          .ifPresent(mine -> ground.attempts.renew(mine.attemptId(), clock));
    }
    ground.start(id);
    Scene scene = ground.scene(ground.locked(id));
    AttemptDao.Row mine = scene.findOf(actor.memberId()).orElseThrow();
    Story story = before.findOf(actor.memberId()).isEmpty() ? Story.JOINED : Story.ACCEPTED;
    ground.append(scene, mine, story, actor.memberId(), words);
    if (!again) {
      ground.tell(ChallengeListener.Kind.ACCEPTED, scene, mine, actor.memberId());
      if (ground.terms(id, clock.version()).referee() == null) {
        // Whoever takes part may believe the others, so they see what these have sent.
        ground
            .neighbours
            .proofs()
            .show(ground.search.proofs(id, PROOFS_SHOWN_MAX), actor.memberId());
      }
    }
    ground.announcements.accepted(scene, actor.memberId());
    Integer places = ground.terms(id, clock.version()).placesMax();
    if (places != null
        && scene.attempts().stream().filter(a -> a.state().takesPart()).count() >= places) {
      ground.challenges.move(id, ChallengeState.OPEN, ChallengeState.RUNNING);
    }
  }

  /**
   * Says no, without a reason or with some words.
   *
   * @throws Refusal NOT_FOUND, ATTEMPT_STATE when it was answered before, INVALID
   */
  public void refuse(Actor actor, ChallengeId id, String words) {
    requireWords(words);
    ground.transactions.run(
        () -> {
          Scene scene = ground.scene(actor, id);
          Optional<LetterDao.Row> letter = ground.rights.findLetter(actor, scene);
          if (letter.isPresent() && scene.findOf(actor.memberId()).isEmpty()) {
            invitations.claim(actor, scene, letter.get());
            scene = ground.scene(scene.row());
          }
          AttemptDao.Row mine = mine(actor, scene);
          Ground.require(mine, AttemptState.REFUSED);
          Ground.once(
              ground.attempts.move(mine.attemptId(), mine.state(), AttemptState.REFUSED), mine);
          ground.append(scene, mine, Story.REFUSED, actor.memberId(), words);
          ground.announcements.refused(scene, actor.memberId(), mine.invitedBy());
        });
  }

  /** What somebody invited asks to be different. */
  public record Counter(@Nullable BigDecimal target, Instant endsAt, String words) {}

  /**
   * Asks for other terms: another target, another end. The author says whether they hold.
   *
   * @throws Refusal NOT_FOUND, TERMS_FIXED where nothing can be negotiated, ATTEMPT_STATE,
   *     TOO_LATE, INVALID
   */
  public void counter(Actor actor, ChallengeId id, Counter counter) {
    requireWords(counter.words());
    ground.transactions.run(
        () -> {
          Scene scene = ground.scene(actor, id);
          Challenges.requireAlive(scene.row());
          AttemptDao.Row mine = mine(actor, scene);
          if (!scene.row().kind().negotiable()) {
            throw new Refusal(ProblemType.TERMS_FIXED);
          }
          Ground.require(mine, AttemptState.COUNTERED);
          Terms terms = countered(actor, scene, counter);
          int version = ground.challenges.nextVersion(id);
          ground.write(id, version, actor.memberId(), terms);
          Ground.inTime(ground.attempts.counter(mine.attemptId(), version));
          ground.append(scene, mine, Story.COUNTERED, actor.memberId(), counter.words());
          ground.announcements.countered(scene, actor.memberId());
        });
  }

  private Terms countered(Actor actor, Scene scene, Counter counter) {
    Terms offered = ground.terms(scene.id(), scene.row().version());
    List<Fault> faults = new ArrayList<>();
    if (counter.target() != null) {
      LaunchRules.number("target", counter.target(), faults);
      if (offered.measure() == Activity.Measure.NONE) {
        faults.add(Fault.of("target", "challenges.fault.notMeasured"));
      }
    }
    rules.window(offered.startsAt(), counter.endsAt(), ground.challenges.now(), faults);
    Terms terms =
        faults.isEmpty() ? offered.countered(counter.target(), counter.endsAt()) : offered;
    if (faults.isEmpty() && terms.equals(offered)) {
      faults.add(Fault.of("target", "challenges.fault.sameTerms"));
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    if (!counter.words().isEmpty()) {
      ground.neighbours.atlas().requireSafe(actor, "words", counter.words());
    }
    return terms;
  }

  /**
   * The author’s answer to a counter-offer. Yes makes them the terms of the challenge and the other
   * is in; no leaves the invitation as it was.
   *
   * @throws Refusal NOT_FOUND for all but the author, ATTEMPT_STATE, TOO_LATE
   */
  public void answerCounter(Actor author, AttemptId attemptId, boolean yes) {
    ground.transactions.run(
        () -> {
          Scene scene = ground.scene(author, ground.attempt(attemptId).challengeId());
          AttemptDao.Row asked =
              scene
                  .find(attemptId)
                  .filter(a -> scene.row().authorId().equals(author.memberId()))
                  .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
          Challenges.requireAlive(scene.row());
          Integer version = asked.counterVersion();
          if (asked.state() != AttemptState.COUNTERED || version == null) {
            throw Ground.wrongState(asked);
          }
          if (yes) {
            agree(author, scene, asked, version);
          } else {
            Ground.once(ground.attempts.decline(attemptId, ground.settings.answerDays()), asked);
            ground.append(scene, asked, Story.DECLINED, author.memberId());
          }
          ground.announcements.counterAnswered(scene, asked.memberId(), yes);
        });
  }

  private void agree(Actor author, Scene scene, AttemptDao.Row asked, int version) {
    ChallengeId id = scene.id();
    Terms terms = ground.terms(id, version);
    AttemptDao.Clock clock = ground.clock(scene.row(), version, terms);
    MemberId member = asked.memberId();
    requirePlace(scene, terms);
    Ground.inTime(
        ground.attempts.accept(
            asked.attemptId(),
            AttemptState.COUNTERED,
            ground.neighbours.folk().companies(member).stream()
                .min(Comparator.comparing(c -> c.value()))
                .orElse(null),
            clock));
    ground.challenges.renew(id, version, terms.title(), terms.endsAt());
    ground.challenges.move(id, ChallengeState.INVITED, ChallengeState.RUNNING);
    scene
        .findOf(author.memberId())
        .ifPresent(mine -> ground.attempts.renew(mine.attemptId(), clock));
    ground.start(id);
    Scene after = ground.scene(ground.locked(id));
    ground.append(after, asked, Story.ACCEPTED, author.memberId());
    ground.tell(ChallengeListener.Kind.ACCEPTED, after, asked, member);
  }

  /**
   * Leaves a challenge: nobody asks why.
   *
   * @throws Refusal NOT_FOUND, ATTEMPT_STATE when it is decided already
   */
  public void withdraw(Actor actor, ChallengeId id) {
    ground.transactions.run(
        () -> {
          Scene scene = ground.scene(actor, id);
          AttemptDao.Row mine = mine(actor, scene);
          Ground.require(mine, AttemptState.WITHDRAWN);
          Ground.once(
              ground.attempts.move(mine.attemptId(), mine.state(), AttemptState.WITHDRAWN), mine);
          ground.append(scene, mine, Story.WITHDRAWN, actor.memberId());
          ground.challenges.endWhenDone(id);
        });
  }

  static AttemptDao.Row mine(Actor actor, Scene scene) {
    return scene.findOf(actor.memberId()).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  static void requireWords(String words) {
    if (words.length() > WORDS_MAX) {
      throw Refusal.invalid(
          new Fault("words", "challenges.fault.length", Map.of("length", WORDS_MAX)));
    }
  }
}
