package org.ronde.challenges;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.disputes.DisputeListener;
import org.ronde.evidence.Submission;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.MemberId;
import org.ronde.ids.Subject;
import org.ronde.points.ValidationLevel;

/**
 * Proving it, believing it, and what follows: “not yet”, the desk, an officer’s word.
 *
 * <p>An attempt is validated once whoever clicks together; the second signs with the first. Points
 * are written in the same transaction.
 */
public final class Attempts implements DisputeListener {
  /** The kind of subject under which evidence and the desk know an attempt. */
  public static final String SUBJECT = "attempt";

  static final int REASON_MAX = 500;

  private final Ground ground;
  private final ProofRules rules;

  /**
   * What a doer sends.
   *
   * @param measure in the activity’s unit, or null
   * @param takenAt when it was done, or null: just now
   * @param place code of a town, or empty
   * @param witnesses who was there, of those the doer may invite
   */
  public record Sent(
      String text,
      @Nullable BigDecimal measure,
      @Nullable Instant takenAt,
      String place,
      SentFiles files,
      Set<MemberId> witnesses) {
    public Sent {
      witnesses = Set.copyOf(witnesses);
    }
  }

  Attempts(Ground ground) {
    this.ground = ground;
    this.rules = new ProofRules(ground);
  }

  /**
   * Takes a proof: of an act within the window, received within the grace after it. A streak or a
   * group needs more than one; when nothing is missing any more, others are asked to look.
   *
   * @throws Refusal NOT_FOUND, ATTEMPT_STATE when there is nothing to prove now, CHALLENGE_STATE
   *     while it is suspended, TOO_LATE, INVALID with a fault per field, evidence’s among them
   */
  public EvidenceId prove(Actor actor, ChallengeId id, Sent sent) {
    return ground.transactions.in(
        () -> {
          Scene scene = ground.scene(actor, id);
          ground.start(id);
          scene = ground.scene(scene.row());
          AttemptDao.Row mine = Answers.mine(actor, scene);
          rules.requireOpen(scene, mine);
          Terms terms = ground.terms(id, mine.termsVersion());
          ProofRules.Act act = rules.check(actor, scene, mine, terms, sent);
          sent.witnesses().forEach(w -> ground.attempts.nameWitness(mine.attemptId(), w));
          Set<MemberId> validators = ground.rights.validators(scene, terms, mine);
          EvidenceId evidence =
              ground
                  .neighbours
                  .proofs()
                  .submit(
                      new Submission(
                          Subject.of(SUBJECT, mine.attemptId()),
                          actor.memberId(),
                          new HashSet<>(validators),
                          sent.text(),
                          sent.measure(),
                          sent.place(),
                          act.actedAt(),
                          sent.files().fresh(),
                          sent.files().altText(),
                          sent.files().kept()));
          rules.keep(mine, act, evidence);
          ground.append(scene, mine, Story.PROVED, actor.memberId());
          afterProof(scene, mine, terms);
          return evidence;
        });
  }

  /** Whose proof is complete by this one: the doer’s, or, in a group, everybody’s. */
  private void afterProof(Scene scene, AttemptDao.Row mine, Terms terms) {
    Collection<AttemptDao.Row> whose =
        scene.row().kind() == Kind.GROUP
            ? scene.attempts().stream()
                .filter(a -> a.state() == AttemptState.ACTIVE || a.equals(mine))
                .toList()
            : List.of(mine);
    List<AttemptId> ids = scene.attempts().stream().map(AttemptDao.Row::attemptId).toList();
    List<AttemptDao.ActRow> acts = ground.attempts.acts(ids);
    for (AttemptDao.Row attempt : whose) {
      rules
          .findWhole(scene, attempt, terms, acts)
          .ifPresent(whole -> submit(scene, attempt, terms, whole));
    }
  }

  private void submit(Scene scene, AttemptDao.Row attempt, Terms terms, ProofRules.Whole whole) {
    Ground.require(attempt, AttemptState.SUBMITTED);
    Ground.once(
        ground.attempts.submit(
            attempt.attemptId(),
            attempt.state(),
            rules.round(attempt),
            whole.measure(),
            whole.actedAt(),
            whole.doubtful(),
            ground.settings.validationDays()),
        attempt);
    AttemptDao.Row now = ground.attempt(attempt.attemptId());
    if (needed(terms, now) == ValidationLevel.SELF) {
      ground.validate(scene, now, ValidationLevel.SELF, null);
    } else {
      ground.announcements.proofToLookAt(scene, now, ground.rights.validators(scene, terms, now));
    }
  }

  /** A measure beyond what is plausible needs somebody else’s eyes. */
  static ValidationLevel needed(Terms terms, AttemptDao.Row attempt) {
    return attempt.doubtful() && terms.level() == ValidationLevel.SELF
        ? ValidationLevel.OPPONENT
        : terms.level();
  }

  /**
   * “Bravo, I believe it.” The first word that suffices validates and awards; one that comes after
   * is kept beside it. Told again, it does nothing.
   *
   * @throws Refusal NOT_FOUND, NOT_YOUR_CALL for the doer and all who are not asked, ATTEMPT_STATE
   *     when there is nothing to look at, CHALLENGE_STATE while it is suspended
   */
  public void believe(Actor actor, AttemptId id) {
    ground.transactions.run(
        () -> {
          Scene scene = ground.scene(actor, ground.attempt(id).challengeId());
          AttemptDao.Row attempt = scene.find(id).orElseThrow();
          Terms terms = ground.terms(scene.id(), attempt.termsVersion());
          ground.rights.requireVoice(actor, scene, terms, attempt);
          requireNotSuspended(scene);
          if (attempt.state().counts()) {
            if (ground.attempts.vouch(id, attempt.round(), actor.memberId(), true)) {
              ground.append(scene, attempt, Story.COSIGNED, actor.memberId());
            }
            return;
          }
          if (attempt.state() != AttemptState.SUBMITTED) {
            throw Ground.wrongState(attempt);
          }
          ground.attempts.vouch(id, attempt.round(), actor.memberId(), false);
          if (enough(terms, attempt)) {
            ValidationLevel level =
                terms.level() == ValidationLevel.WITNESSES
                    ? ValidationLevel.WITNESSES
                    : ValidationLevel.OPPONENT;
            ground.validate(scene, attempt, level, actor.memberId());
          }
        });
  }

  private boolean enough(Terms terms, AttemptDao.Row attempt) {
    List<MemberId> vouched =
        ground.attempts.validations(List.of(attempt.attemptId())).stream()
            .filter(v -> v.round() == attempt.round())
            .map(AttemptDao.ValidationRow::memberId)
            .toList();
    return terms.level() != ValidationLevel.WITNESSES || ground.rights.twoUnrelated(vouched);
  }

  /**
   * “Not yet”, with a reason the doer can do something with. They may add a proof once, or ask the
   * desk.
   *
   * @throws Refusal NOT_FOUND, NOT_YOUR_CALL, ATTEMPT_STATE, CHALLENGE_STATE, INVALID without a
   *     reason
   */
  public void notYet(Actor actor, AttemptId id, String reason) {
    requireReason(reason);
    ground.transactions.run(
        () -> {
          Scene scene = ground.scene(actor, ground.attempt(id).challengeId());
          AttemptDao.Row attempt = scene.find(id).orElseThrow();
          Terms terms = ground.terms(scene.id(), attempt.termsVersion());
          ground.rights.requireVoice(actor, scene, terms, attempt);
          requireNotSuspended(scene);
          reject(scene, attempt, actor.memberId(), reason);
        });
  }

  private void reject(Scene scene, AttemptDao.Row attempt, MemberId by, String reason) {
    if (attempt.state() != AttemptState.SUBMITTED) {
      throw Ground.wrongState(attempt);
    }
    Ground.once(
        ground.attempts.reject(
            attempt.attemptId(), attempt.state(), by, reason, ground.settings.disputeDays()),
        attempt);
    ground.append(scene, attempt, Story.NOT_YET, by, reason);
    ground.announcements.notYet(scene, attempt, by, reason);
  }

  /**
   * Takes an attempt to the desk: its doer after a “not yet”, anybody else who could have vouched
   * after a validation; once, and for some days.
   *
   * @param statement what happened, in the member’s words
   * @throws Refusal NOT_FOUND, NOT_YOUR_CALL, ATTEMPT_STATE when there is nothing to question or it
   *     was at the desk before, TOO_LATE
   */
  public void dispute(Actor actor, AttemptId id, String statement) {
    if (statement.isBlank() || statement.length() > 4000) {
      throw Refusal.invalid(
          new Fault("statement", "challenges.fault.statement", Map.of("length", 4000)));
    }
    ground.transactions.run(
        () -> {
          Scene scene = ground.scene(actor, ground.attempt(id).challengeId());
          AttemptDao.Row attempt = scene.find(id).orElseThrow();
          boolean doer = attempt.memberId().equals(actor.memberId());
          if (attempt.dispute() || !attempt.state().mayBecome(AttemptState.DISPUTED)) {
            throw Ground.wrongState(attempt);
          }
          Terms terms = ground.terms(scene.id(), attempt.termsVersion());
          boolean allowed =
              attempt.state() == AttemptState.REJECTED
                  ? doer
                  : ground.rights.validators(scene, terms, attempt).contains(actor.memberId());
          if (!allowed) {
            throw new Refusal(ProblemType.NOT_YOUR_CALL);
          }
          Ground.inTime(ground.attempts.dispute(id, attempt.state()));
          MemberId rejected = attempt.rejectedBy();
          MemberId against =
              doer ? (rejected == null ? scene.row().authorId() : rejected) : attempt.memberId();
          ground
              .neighbours
              .desk()
              .open(
                  Subject.of(SUBJECT, id),
                  actor.memberId(),
                  against,
                  scene.row().title(),
                  "/challenges/" + scene.id(),
                  statement);
          ground.append(scene, attempt, Story.DISPUTED, actor.memberId());
        });
  }

  /** The desk’s decision, the first and the one on appeal; told again, it changes nothing. */
  @Override
  public void decided(Subject subject, boolean upheld, boolean last) {
    ground.transactions.run(
        () -> {
          AttemptId id = new AttemptId(subject.id());
          Scene scene = ground.scene(ground.locked(ground.attempt(id).challengeId()));
          AttemptDao.Row attempt = scene.find(id).orElseThrow();
          AttemptState from = attempt.disputeFrom();
          if (from == null) {
            throw new IllegalStateException("%s was never at the desk.".formatted(id));
          }
          boolean believed = (from == AttemptState.REJECTED) == upheld;
          if (believed) {
            believeByDesk(scene, attempt, last);
          } else {
            rejectByDesk(scene, attempt);
          }
        });
  }

  private void believeByDesk(Scene scene, AttemptDao.Row attempt, boolean last) {
    if (attempt.state().mayBecome(AttemptState.VALIDATED)) {
      ground.validate(scene, attempt, ValidationLevel.OFFICER, null);
      ground.append(scene, attempt, Story.DECIDED, null);
    }
    AttemptDao.Row now = ground.attempt(attempt.attemptId());
    if (last && now.state() == AttemptState.VALIDATED) {
      ground.attempts.move(now.attemptId(), now.state(), AttemptState.FINAL);
    }
    ground.announcements.decided(scene, attempt, true);
  }

  private void rejectByDesk(Scene scene, AttemptDao.Row attempt) {
    if (attempt.state() == AttemptState.FINAL) {
      new Revocations(ground).revoke(scene, attempt, "");
      return;
    }
    if (!attempt.state().mayBecome(AttemptState.REJECTED)) {
      return;
    }
    Ground.once(
        ground.attempts.reject(
            attempt.attemptId(),
            attempt.state(),
            attempt.rejectedBy(),
            attempt.reason() == null ? "" : attempt.reason(),
            ground.settings.disputeDays()),
        attempt);
    ground.awards.reverse(attempt, scene.row().title());
    ground.append(scene, attempt, Story.DECIDED, null);
    ground.announcements.decided(scene, attempt, false);
    ground.challenges.endWhenDone(scene.id());
  }

  /**
   * An officer’s word on a proof that waits for it.
   *
   * @param reason for the doer when it is no; empty when it is yes
   * @throws Refusal NOT_FOUND for all but operators, NOT_YOUR_CALL for the doer’s own or a
   *     colleague’s, ATTEMPT_STATE, CHALLENGE_STATE, INVALID
   */
  public void decide(Actor officer, AttemptId id, boolean believed, String reason) {
    officer.requireOperator();
    if (!believed) {
      requireReason(reason);
    }
    ground.transactions.run(
        () -> {
          Scene scene = ground.scene(officer, ground.attempt(id).challengeId());
          AttemptDao.Row attempt = scene.find(id).orElseThrow();
          ground.rights.requireOfficer(officer, attempt);
          requireNotSuspended(scene);
          if (!believed) {
            reject(scene, attempt, officer.memberId(), reason);
            return;
          }
          if (attempt.state() != AttemptState.SUBMITTED) {
            throw Ground.wrongState(attempt);
          }
          ground.attempts.vouch(id, attempt.round(), officer.memberId(), false);
          ground.validate(scene, attempt, ValidationLevel.OFFICER, officer.memberId());
        });
  }

  static void requireNotSuspended(Scene scene) {
    if (scene.row().state() == ChallengeState.SUSPENDED) {
      throw Ground.wrongState(scene.row());
    }
  }

  static void requireReason(String reason) {
    if (reason.isBlank() || reason.length() > REASON_MAX) {
      throw Refusal.invalid(
          new Fault("reason", "challenges.fault.reason", Map.of("length", REASON_MAX)));
    }
  }
}
