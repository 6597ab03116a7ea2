package org.ronde.challenges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.challenges.Playground.faults;
import static org.ronde.challenges.Playground.refused;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.Subject;
import org.ronde.points.Cause;
import org.ronde.points.ValidationLevel;

/** When two do not agree about a proof, and what an officer may say. */
class AttemptsAtTheDeskTest extends AmongFriends {
  private final Actor olga = play.officer("Olga");

  @Test
  void goesToTheDeskOnceAndBelievesWhatItSays() {
    ChallengeId id = play.duel(anne, bruno, play.pancakes, null);
    provedBy(bruno, id);
    AttemptId attempt = play.attempt(id, bruno);
    attempts().notYet(anne, attempt, "No");
    assertThat(refused(() -> attempts().dispute(anne, attempt, "Me too")))
        .isEqualTo(ProblemType.NOT_YOUR_CALL);
    assertThat(faults(() -> attempts().dispute(bruno, attempt, ""))).containsExactly("statement");

    attempts().dispute(bruno, attempt, "They are pancakes!");
    assertThat(refused(() -> attempts().dispute(bruno, attempt, "Again")))
        .isEqualTo(ProblemType.ATTEMPT_STATE);
    Subject subject = Subject.of(Attempts.SUBJECT, attempt);
    assertThat(play.disputes).containsExactly(subject);
    attempts().decided(subject, true, false);
    attempts().decided(subject, true, false);

    assertThat(play.part(bruno, id, bruno).level()).isEqualTo(ValidationLevel.OFFICER);
    assertThat(play.inForce(bruno)).hasSize(1);
    // On appeal the desk thinks otherwise, and then again otherwise.
    attempts().decided(subject, false, true);
    assertThat(play.state(id, bruno)).isEqualTo(AttemptState.REJECTED);
    assertThat(play.inForce(bruno)).isEmpty();
    attempts().decided(subject, true, true);
    assertThat(play.state(id, bruno)).isEqualTo(AttemptState.FINAL);
    assertThat(play.inForce(bruno)).hasSize(1);
  }

  @Test
  void letsOthersQuestionAValidationForSomeDays() {
    ChallengeId id = play.duel(anne, bruno, play.pancakes, null);
    provedBy(bruno, id);
    AttemptId attempt = play.attempt(id, bruno);
    attempts().believe(anne, attempt);
    assertThat(refused(() -> attempts().dispute(bruno, attempt, "Mine")))
        .isEqualTo(ProblemType.NOT_YOUR_CALL);

    attempts().dispute(anne, attempt, "They were from the shop");
    attempts().decided(Subject.of(Attempts.SUBJECT, attempt), true, true);

    assertThat(play.state(id, bruno)).isEqualTo(AttemptState.REJECTED);
    assertThat(play.inForce(bruno)).isEmpty();
    ChallengeId other = play.duel(anne, bruno, play.pancakes, null);
    provedBy(bruno, other);
    attempts().believe(anne, play.attempt(other, bruno));
    database.clock().advance(Duration.ofDays(3));
    assertThat(refused(() -> attempts().dispute(anne, play.attempt(other, bruno), "Late")))
        .isEqualTo(ProblemType.TOO_LATE);
  }

  @Test
  void takesBackByTheOnlyOfficerAtOnce() {
    ChallengeId id = play.duel(anne, bruno, play.pancakes, null);
    provedBy(bruno, id);
    AttemptId attempt = play.attempt(id, bruno);
    attempts().believe(anne, attempt);
    Cause cause = play.awards.get(0).cause();
    assertThat(play.challenges.board().questionable(bruno.memberId())).containsExactly(cause);
    pass(Duration.ofDays(4));
    assertThat(play.state(id, bruno)).isEqualTo(AttemptState.FINAL);
    assertThat(play.challenges.board().questionable(bruno.memberId())).isEmpty();
    Revocations revocations = play.challenges.revocations();
    assertThat(refused(() -> revocations.ask(anne, attempt, "x"))).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(faults(() -> revocations.ask(olga, attempt, ""))).containsExactly("reason");

    assertThat(revocations.ask(olga, attempt, "It was last year's picture.")).isTrue();

    assertThat(play.inForce(bruno)).isEmpty();
    assertThat(play.events)
        .extracting(ChallengeListener.Event::kind)
        .contains(ChallengeListener.Kind.REVOKED);
    assertThat(refused(() -> revocations.ask(olga, attempt, "Again")))
        .isEqualTo(ProblemType.ATTEMPT_STATE);
  }

  @Test
  void takesBackByTheLastWordOfTheDeskWhereAnotherOfficerCanDecide() {
    play.officer("Paul");
    ChallengeId id = play.duel(anne, bruno, play.pancakes, null);
    provedBy(bruno, id);
    AttemptId attempt = play.attempt(id, bruno);
    attempts().believe(anne, attempt);
    Revocations revocations = play.challenges.revocations();
    Subject subject = Subject.of(Revocations.SUBJECT, attempt);

    assertThat(revocations.ask(olga, attempt, "It was last year's picture.")).isFalse();

    assertThat(play.disputes).containsExactly(subject);
    assertThat(play.see(bruno, id).disputePath()).isNotNull();
    revocations.decided(subject, true, false);
    revocations.decided(subject, false, true);
    assertThat(play.inForce(bruno)).hasSize(1);
    revocations.decided(subject, true, true);
    revocations.decided(subject, true, true);
    assertThat(play.state(id, bruno)).isEqualTo(AttemptState.REVOKED);
    assertThat(play.inForce(bruno)).isEmpty();
  }

  @Test
  void asksAnOfficerNeverAboutTheirOwn() {
    Actor judge =
        play.put(
            new Actor(bruno.memberId(), "Bruno Petit", bruno.locale(), true, bruno.acting(), null));
    ChallengeId id = play.duel(anne, bruno, play.pancakes, null);
    provedBy(bruno, id);

    assertThat(refused(() -> attempts().decide(judge, play.attempt(id, bruno), true, "")))
        .isEqualTo(ProblemType.NOT_YOUR_CALL);
  }
}
