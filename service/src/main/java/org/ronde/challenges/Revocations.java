package org.ronde.challenges;

import org.ronde.disputes.DisputeListener;
import org.ronde.http.Actor;
import org.ronde.http.Refusal;
import org.ronde.ids.AttemptId;
import org.ronde.ids.MemberId;
import org.ronde.ids.Subject;

/**
 * Taking back what was believed, also when it was final: never one officer’s word alone. Whoever
 * finds that something was not so says it at the desk; another officer hears the doer and decides,
 * and there is one appeal. Nothing changes before the last word. Where there is but one officer who
 * could, theirs is the last word.
 */
public final class Revocations implements DisputeListener {
  /** The kind of subject under which the desk knows what may be taken back; by the attempt’s id. */
  public static final String SUBJECT = "revocation";

  private final Ground ground;

  Revocations(Ground ground) {
    this.ground = ground;
  }

  /**
   * An officer finds that an attempt should not have been believed.
   *
   * @return whether it was taken back at once, for want of another officer
   * @throws Refusal NOT_FOUND for all but operators, NOT_YOUR_CALL for the doer’s own or a
   *     colleague’s, ATTEMPT_STATE when there is nothing to take back, DISPUTE_OPEN when this is at
   *     the desk already, INVALID without a reason
   */
  public boolean ask(Actor officer, AttemptId id, String reason) {
    officer.requireOperator();
    Attempts.requireReason(reason);
    return ground.transactions.in(
        () -> {
          Scene scene = ground.scene(officer, ground.attempt(id).challengeId());
          AttemptDao.Row attempt = scene.find(id).orElseThrow();
          ground.rights.requireOfficer(officer, attempt);
          Ground.require(attempt, AttemptState.REVOKED);
          if (!anotherDecides(officer.memberId(), attempt)) {
            revoke(scene, attempt, reason);
            return true;
          }
          ground
              .neighbours
              .desk()
              .open(
                  Subject.of(SUBJECT, id),
                  officer.memberId(),
                  attempt.memberId(),
                  scene.row().title(),
                  "/challenges/" + scene.id(),
                  reason);
          ground.append(scene, attempt, Story.DISPUTED, officer.memberId());
          return false;
        });
  }

  private boolean anotherDecides(MemberId officer, AttemptDao.Row attempt) {
    return ground.neighbours.folk().officers().stream()
        .anyMatch(each -> !each.equals(officer) && !each.equals(attempt.memberId()));
  }

  /** The desk’s decision; only the last one counts. */
  @Override
  public void decided(Subject subject, boolean upheld, boolean last) {
    if (!upheld || !last) {
      return;
    }
    ground.transactions.run(
        () -> {
          AttemptId id = new AttemptId(subject.id());
          Scene scene = ground.scene(ground.locked(ground.attempt(id).challengeId()));
          AttemptDao.Row attempt = scene.find(id).orElseThrow();
          if (attempt.state().mayBecome(AttemptState.REVOKED)) {
            revoke(scene, attempt, "");
          }
        });
  }

  /** Inside a change of the challenge, with its lock. */
  void revoke(Scene scene, AttemptDao.Row attempt, String reason) {
    Ground.require(attempt, AttemptState.REVOKED);
    Ground.once(ground.attempts.revoke(attempt.attemptId(), attempt.state(), reason), attempt);
    ground.awards.reverse(attempt, reason.isEmpty() ? scene.row().title() : reason);
    ground.append(scene, attempt, Story.REVOKED, null, reason);
    ground.tell(ChallengeListener.Kind.REVOKED, scene, attempt, attempt.memberId());
    ground.announcements.revoked(scene, attempt, reason);
    ground.challenges.endWhenDone(scene.id());
  }
}
