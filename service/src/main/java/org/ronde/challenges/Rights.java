package org.ronde.challenges;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.MemberId;
import org.ronde.points.ValidationLevel;

/** Who may see a challenge, and who may say of a proof that they believe it. */
final class Rights {
  private final Folk folk;
  private final LetterDao letters;
  private final AttemptDao attempts;

  Rights(Folk folk, LetterDao letters, AttemptDao attempts) {
    this.folk = folk;
    this.letters = letters;
    this.attempts = attempts;
  }

  /**
   * Lets those pass who may see the challenge.
   *
   * @throws Refusal NOT_FOUND: what one may not see does not exist
   */
  void requireSight(Reading reading, Scene scene) {
    if (!maySee(reading, scene)) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
  }

  boolean maySee(Reading reading, Scene scene) {
    ChallengeDao.Row row = scene.row();
    return reading.actor().operator()
        || row.authorId().equals(reading.me())
        || scene.findOf(reading.me()).isPresent()
        || (row.state() != ChallengeState.SUSPENDED && reading.inAudience(row))
        || reading.witnesses(scene)
        || reading.hasLetter(scene.id());
  }

  /** The invitation that was mailed to the actor’s own address and not taken up yet. */
  Optional<LetterDao.Row> findLetter(Actor actor, Scene scene) {
    return letters.find(scene.id(), folk.person(actor.memberId()).email());
  }

  /**
   * Who may vouch for an attempt: the referee alone when one was agreed, else everybody else in the
   * challenge; also the witnesses whom the doer named, where witnesses or nobody else are asked.
   * Never the doer; where more than an opponent’s word is needed, never somebody of their company.
   */
  Set<MemberId> validators(Scene scene, Terms terms, AttemptDao.Row attempt) {
    Set<MemberId> all = new LinkedHashSet<>();
    MemberId referee = terms.referee();
    if (referee != null) {
      all.add(referee);
    } else {
      all.addAll(scene.people());
    }
    all.remove(attempt.memberId());
    if (terms.level() == ValidationLevel.WITNESSES || all.isEmpty()) {
      all.addAll(attempts.witnesses(attempt.attemptId()));
      all.remove(attempt.memberId());
    }
    if (terms.level().number() > ValidationLevel.OPPONENT.number()) {
      all.removeIf(member -> folk.related(member, attempt.memberId()));
    }
    return all;
  }

  /**
   * Lets those pass who may vouch.
   *
   * @throws Refusal NOT_YOUR_CALL
   */
  void requireVoice(Actor actor, Scene scene, Terms terms, AttemptDao.Row attempt) {
    if (!validators(scene, terms, attempt).contains(actor.memberId())) {
      throw new Refusal(ProblemType.NOT_YOUR_CALL);
    }
  }

  /** An officer decides for others, never for themselves or a colleague. */
  void requireOfficer(Actor actor, AttemptDao.Row attempt) {
    actor.requireOperator();
    if (actor.memberId().equals(attempt.memberId())
        || folk.related(actor.memberId(), attempt.memberId())) {
      throw new Refusal(ProblemType.NOT_YOUR_CALL);
    }
  }

  /** Whether two of those who vouched have nothing to do with each other. */
  boolean twoUnrelated(List<MemberId> vouched) {
    return vouched.stream()
        .anyMatch(
            one ->
                vouched.stream()
                    .anyMatch(other -> !other.equals(one) && !folk.related(one, other)));
  }
}
