package org.ronde.challenges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.challenges.Playground.at;
import static org.ronde.challenges.Playground.faults;
import static org.ronde.challenges.Playground.measured;
import static org.ronde.challenges.Playground.refused;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ronde.http.ProblemType;
import org.ronde.ids.ChallengeId;

/** What time does, and what differs between kinds of challenges. */
class KindsTest extends AmongFriends {
  @Test
  void countsAnActByWhenItWasDone() {
    ChallengeId id = play.duel(anne, bruno, play.pancakes, null);
    Seen.Part mine = play.part(bruno, id, bruno);
    Instant start = java.util.Objects.requireNonNull(mine.startsAt());
    Instant end = java.util.Objects.requireNonNull(mine.endsAt());
    assertThat(faults(() -> attempts().prove(bruno, id, at(start.minusNanos(1000)))))
        .containsExactly("takenAt");
    assertThat(faults(() -> attempts().prove(bruno, id, at(play.now().plusSeconds(900)))))
        .containsExactly("takenAt");

    // Within the grace after the end: an act of before counts, one at the end does not.
    database.clock().moveTo(end.plus(Duration.ofHours(23)));
    assertThat(faults(() -> attempts().prove(bruno, id, at(end)))).containsExactly("takenAt");
    assertThat(faults(() -> attempts().prove(bruno, id, at(null)))).containsExactly("takenAt");
    attempts().prove(bruno, id, at(end.minusNanos(1000)));
    assertThat(play.part(bruno, id, bruno).actedAt()).isEqualTo(end.minusNanos(1000));
    database.clock().moveTo(end.plus(Duration.ofHours(24)));
    assertThat(refused(() -> attempts().prove(anne, id, at(end.minusSeconds(60)))))
        .isEqualTo(ProblemType.TOO_LATE);
    // Believed long after the end, it counts all the same.
    attempts().believe(anne, play.attempt(id, bruno));
    assertThat(play.awards.get(0).actedAt()).isEqualTo(end.minusNanos(1000));
  }

  @Test
  void remindsExpiresAndEnds() {
    ChallengeId id = play.duel(anne, bruno, play.pancakes, null);
    pass(Duration.ofDays(6).plusHours(1));
    play.challenges.clockwork().remindDue();
    assertThat(play.told(bruno)).filteredOn(t -> t.startsWith("Soon over")).hasSize(1);

    pass(Duration.ofDays(2));

    assertThat(play.state(id, bruno)).isEqualTo(AttemptState.EXPIRED);
    assertThat(play.told(bruno)).contains("Time is up: A little Pancakes");
    assertThat(play.see(anne, id).state()).isEqualTo(ChallengeState.ENDED);
  }

  @Test
  void lapsesWithoutAnAnswer() {
    ChallengeId id =
        play.challenges.launch(anne, play.launch(Kind.DUEL, play.pancakes, null, bruno));
    database.clock().advance(Duration.ofDays(7));
    assertThat(refused(() -> play.challenges.answers().accept(bruno, id, 1, "")))
        .isEqualTo(ProblemType.TOO_LATE);

    pass(Duration.ZERO);

    assertThat(play.state(id, bruno)).isEqualTo(AttemptState.LAPSED);
    assertThat(play.told(anne)).contains("Bruno Petit has not answered");
  }

  @Test
  void startsWhenTheTimeHasCome() {
    Launch base = play.launch(Kind.SELF, play.pancakes, null);
    Instant start = play.now().plus(Duration.ofDays(1));
    ChallengeId id =
        play.challenges.launch(
            anne,
            with(
                base,
                new Launch.Options(
                    "", null, start, null, null, null, 1, Terms.Rhythm.DAY, 7, null, null)));
    assertThat(refused(() -> provedBy(anne, id))).isEqualTo(ProblemType.ATTEMPT_STATE);

    pass(Duration.ofDays(1));

    assertThat(play.state(id, anne)).isEqualTo(AttemptState.ACTIVE);
    provedBy(anne, id);
  }

  @Test
  void addsUpToATargetTogether() {
    ChallengeId id =
        play.challenges.launch(
            anne, play.launch(Kind.GROUP, play.running, new BigDecimal(10_000), bruno, chloe));
    play.challenges.answers().accept(bruno, id, 1, "");
    play.challenges.answers().accept(chloe, id, 1, "");
    attempts().prove(anne, id, measured("3000"));
    attempts().prove(bruno, id, measured("2000"));
    attempts().prove(anne, id, measured("3000"));
    assertThat(play.see(bruno, id).percent()).isEqualTo(80);
    play.challenges.answers().withdraw(bruno, id);

    attempts().prove(anne, id, measured("2000.5"));

    assertThat(play.state(id, anne)).isEqualTo(AttemptState.SUBMITTED);
    // Who left keeps out; who has done nothing yet has until the end, and nothing is nothing.
    assertThat(play.state(id, bruno)).isEqualTo(AttemptState.WITHDRAWN);
    assertThat(play.state(id, chloe)).isEqualTo(AttemptState.ACTIVE);
    assertThat(faults(() -> attempts().prove(chloe, id, measured("0")))).containsExactly("measure");
    attempts().believe(chloe, play.attempt(id, anne));
    assertThat(play.part(anne, id, anne).measure()).isEqualByComparingTo("8000.5");
  }

  @Test
  void keepsAStreakDayAfterDayInWhateverOrderTheProofsCome() {
    Launch base = play.launch(Kind.STREAK, play.pancakes, null);
    Launch.Options three =
        new Launch.Options("", null, null, null, null, null, 3, Terms.Rhythm.DAY, 7, null, null);
    ChallengeId id = play.challenges.launch(anne, with(base, three));
    Instant first = play.now();
    attempts().prove(anne, id, at(null));
    assertThat(faults(() -> attempts().prove(anne, id, at(null)))).containsExactly("takenAt");
    database.clock().advance(Duration.ofDays(2));
    attempts().prove(anne, id, at(null));
    assertThat(play.part(anne, id, anne).inARow()).isEqualTo(1);

    // The day between comes last, still within its grace.
    database.clock().moveTo(first.plus(Duration.ofDays(2)));
    attempts().prove(anne, id, at(first.plus(Duration.ofDays(1))));

    assertThat(play.part(anne, id, anne).inARow()).isEqualTo(3);
    assertThat(play.state(id, anne)).isEqualTo(AttemptState.VALIDATED);
    assertThat(play.awards.get(0).actedAt()).isAfter(first.plus(Duration.ofDays(1)));
  }

  @Test
  void takesNoDayOfAStreakLongAfterIt() {
    ChallengeId id = play.challenges.launch(anne, play.launch(Kind.STREAK, play.pancakes, null));
    Instant first = play.now();
    database.clock().advance(Duration.ofDays(3));

    assertThat(faults(() -> attempts().prove(anne, id, at(first.plusSeconds(1)))))
        .containsExactly("takenAt");
  }

  @Test
  void passesAChainOn() {
    ChallengeId id = play.challenges.launch(anne, play.launch(Kind.CHAIN, play.pancakes, null));
    assertThat(
            refused(
                () ->
                    play.challenges
                        .invitations()
                        .passOn(anne, id, Set.of(bruno.memberId()), Set.of())))
        .isEqualTo(ProblemType.ATTEMPT_STATE);
    provedBy(anne, id);
    assertThat(play.see(anne, id).next()).isEqualTo(Seen.Next.PASS_ON);
    assertThat(faults(() -> play.challenges.invitations().passOn(anne, id, Set.of(), Set.of())))
        .containsExactly("who");

    play.challenges.invitations().passOn(anne, id, Set.of(bruno.memberId()), Set.of());
    assertThat(
            refused(
                () ->
                    play.challenges
                        .invitations()
                        .passOn(anne, id, Set.of(chloe.memberId()), Set.of())))
        .isEqualTo(ProblemType.CHALLENGE_STATE);
    assertThat(play.told(bruno)).containsExactly("Anne Martin passes it on to you");
    play.challenges.answers().refuse(bruno, id, "");
    play.challenges.invitations().passOn(anne, id, Set.of(chloe.memberId()), Set.of());
    play.challenges.answers().accept(chloe, id, 1, "");
    provedBy(chloe, id);
    assertThat(
            faults(
                () ->
                    play.challenges
                        .invitations()
                        .passOn(chloe, id, Set.of(anne.memberId()), Set.of())))
        .containsExactly("who");
    attempts().believe(anne, play.attempt(id, chloe));

    assertThat(play.inForce(chloe)).hasSize(1);
    assertThat(play.see(chloe, id).state()).isEqualTo(ChallengeState.RUNNING);
  }

  private static Launch with(Launch launch, Launch.Options options) {
    return Playground.with(launch, options);
  }
}
