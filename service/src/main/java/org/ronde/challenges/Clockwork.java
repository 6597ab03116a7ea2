package org.ronde.challenges;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.ronde.ids.ChallengeId;
import org.ronde.points.ValidationLevel;

/**
 * What happens because time passes. A job calls {@link #runDue} every few seconds, on any node:
 * each step locks its challenge, asks the database’s clock, and happens once.
 */
public final class Clockwork {
  private static final int BATCH = 100;

  private final Ground ground;

  Clockwork(Ground ground) {
    this.ground = ground;
  }

  /** Lapses, starts, expiries, silence, finals, ends: all that decides. */
  public void runDue() {
    each(ground.clock::starting, (scene, attempt) -> ground.start(scene.id()));
    each(ground.clock::unanswered, this::lapse);
    each(ground.clock::late, this::expire);
    each(ground.clock::silent, this::silence);
    each(ground.clock::settled, this::settle);
    List<ChallengeId> over;
    do {
      over = ground.challenges.over(BATCH);
      over.forEach(this::end);
    } while (over.size() == BATCH);
  }

  /** One day left, a proof nobody has looked at: all that reminds. */
  public void remindDue() {
    each(
        max -> ground.clock.endingSoon(ground.settings.reminderHours(), max),
        (scene, attempt) -> {
          Instant endsAt = attempt.endsAt();
          if (endsAt != null && ground.clock.remind(attempt.attemptId()) == 1) {
            ground.announcements.endsSoon(scene, attempt, endsAt);
          }
        });
    each(
        max -> ground.clock.unseen(ground.settings.validationDays() * 12, max),
        (scene, attempt) -> {
          if (ground.clock.nudge(attempt.attemptId()) == 1) {
            Terms terms = ground.terms(scene.id(), attempt.termsVersion());
            ground.announcements.proofToLookAt(
                scene, attempt, ground.rights.validators(scene, terms, attempt));
          }
        });
  }

  private void each(
      Function<Integer, List<ClockDao.Due>> find, BiConsumer<Scene, AttemptDao.Row> step) {
    List<ClockDao.Due> due;
    do {
      due = find.apply(BATCH);
      for (ClockDao.Due one : due) {
        ground.transactions.run(
            () -> {
              Scene scene = ground.scene(ground.locked(one.challengeId()));
              if (scene.row().state() != ChallengeState.SUSPENDED) {
                scene.find(one.attemptId()).ifPresent(attempt -> step.accept(scene, attempt));
              }
            });
      }
    } while (due.size() == BATCH);
  }

  private void lapse(Scene scene, AttemptDao.Row attempt) {
    if (ground.clock.lapse(attempt.attemptId()) == 1) {
      ground.append(scene, attempt, Story.LAPSED, null);
      ground.announcements.lapsed(scene, attempt);
      ground.challenges.endWhenDone(scene.id());
    }
  }

  private void expire(Scene scene, AttemptDao.Row attempt) {
    if (ground.clock.expire(attempt.attemptId()) == 1) {
      ground.append(scene, attempt, Story.EXPIRED, null);
      if (attempt.state() == AttemptState.ACTIVE) {
        ground.announcements.expired(scene, attempt);
      }
      ground.challenges.endWhenDone(scene.id());
    }
  }

  /**
   * Nobody said anything: with nothing to win but points that is a yes, else an officer is asked.
   */
  private void silence(Scene scene, AttemptDao.Row attempt) {
    if (!ground.clock.isSilent(attempt.attemptId())) {
      return;
    }
    boolean stake =
        Facts.find(ground, attempt.attemptId())
            .map(ground.neighbours.stakes()::prizeAtStake)
            .orElse(false);
    if (stake || attempt.doubtful()) {
      if (ground.attempts.askOfficer(attempt.attemptId()) == 1) {
        ground.announcements.officerAsked(scene, attempt);
      }
    } else {
      ground.validate(scene, attempt, ValidationLevel.SELF, null);
    }
  }

  private void settle(Scene scene, AttemptDao.Row attempt) {
    if (attempt.state() == AttemptState.VALIDATED) {
      if (ground.clock.makeFinal(attempt.attemptId()) == 1) {
        ground.append(scene, attempt, Story.FINAL, null);
      }
    } else if (ground.clock.giveUp(attempt.attemptId()) == 1) {
      ground.append(scene, attempt, Story.EXPIRED, null);
      ground.challenges.endWhenDone(scene.id());
    }
  }

  private void end(ChallengeId id) {
    ground.transactions.run(
        () -> {
          Scene scene = ground.scene(ground.locked(id));
          if (ground.challenges.endWhenDone(id) == 1) {
            ground.append(scene, null, Story.ENDED, null);
          }
        });
  }
}
