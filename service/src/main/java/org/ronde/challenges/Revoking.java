package org.ronde.challenges;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ronde.disputes.DisputeListener;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.MemberId;
import org.ronde.ids.Subject;

/**
 * A challenge found dangerous after all: everything stands still and nobody is awarded, its author
 * may ask the desk, and when the desk agrees with the report, what was believed is taken back.
 */
public final class Revoking implements DisputeListener {
  /** The kind of subject under which reports and the desk know a challenge. */
  public static final String SUBJECT = "challenge";

  private static final Set<AttemptState> PROVED =
      EnumSet.of(
          AttemptState.SUBMITTED,
          AttemptState.VALIDATED,
          AttemptState.REJECTED,
          AttemptState.DISPUTED);

  private final Ground ground;

  Revoking(Ground ground) {
    this.ground = ground;
  }

  /** An officer upheld a report: stops the challenge. Told again, it does nothing. */
  public void suspend(Subject subject, MemberId officer) {
    ground.transactions.run(
        () -> {
          Scene scene = ground.scene(ground.locked(new ChallengeId(subject.id())));
          if (!scene.row().state().mayBecome(ChallengeState.SUSPENDED)) {
            return;
          }
          ground.challenges.suspend(scene.id(), scene.row().state());
          ground.append(scene, null, Story.SUSPENDED, officer);
          ground.announcements.suspended(scene);
        });
  }

  /**
   * The author asks the desk whether it was dangerous. The other side is the officer who stopped
   * it, so another one decides, if there is another.
   *
   * @throws Refusal NOT_FOUND for all but the author, CHALLENGE_STATE when it is not suspended or
   *     was at the desk before
   */
  public void appeal(Actor author, ChallengeId id, String statement) {
    ground.transactions.run(
        () -> {
          Scene scene = ground.scene(author, id);
          if (!scene.row().authorId().equals(author.memberId())) {
            throw new Refusal(ProblemType.NOT_FOUND);
          }
          Subject subject = Subject.of(SUBJECT, id);
          if (scene.row().state() != ChallengeState.SUSPENDED
              || ground.neighbours.desk().about(subject).isPresent()) {
            throw Ground.wrongState(scene.row());
          }
          ground
              .neighbours
              .desk()
              .open(
                  subject,
                  author.memberId(),
                  otherSide(scene),
                  scene.row().title(),
                  "/challenges/" + id,
                  statement);
          ground.append(scene, null, Story.DISPUTED, author.memberId());
        });
  }

  private MemberId otherSide(Scene scene) {
    MemberId author = scene.row().authorId();
    List<MemberId> officers = ground.neighbours.folk().officers();
    return ground
        .challenges
        .findStopper(scene.id())
        .filter(
            stopper ->
                officers.stream().anyMatch(each -> !each.equals(stopper) && !each.equals(author)))
        .orElse(author);
  }

  @Override
  public void decided(Subject subject, boolean upheld, boolean last) {
    ground.transactions.run(
        () -> {
          Scene scene = ground.scene(ground.locked(new ChallengeId(subject.id())));
          ChallengeState before = scene.row().suspendedFrom();
          if (scene.row().state() != ChallengeState.SUSPENDED || before == null) {
            return;
          }
          if (upheld) {
            ground.challenges.resume(scene.id(), before);
            ground.clock.extend(scene.id(), ground.settings.disputeDays());
            ground.append(scene, null, Story.RESUMED, null);
            ground.announcements.resumed(scene);
          } else if (last) {
            stop(scene);
          }
        });
  }

  private void stop(Scene scene) {
    for (AttemptDao.Row attempt : scene.attempts()) {
      if (PROVED.contains(attempt.state())) {
        new Revocations(ground).revoke(scene, attempt, scene.row().title());
      } else if (attempt.state().mayBecome(AttemptState.LAPSED)) {
        Ground.once(
            ground.attempts.move(attempt.attemptId(), attempt.state(), AttemptState.LAPSED),
            attempt);
      }
    }
    ground.challenges.end(scene.id(), ChallengeState.SUSPENDED, ChallengeState.CANCELLED);
    ground.append(scene, null, Story.CANCELLED, null);
    ground.announcements.cancelled(scene, List.copyOf(scene.people()));
  }
}
