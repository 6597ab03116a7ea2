package org.ronde.challenges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.challenges.Playground.faults;
import static org.ronde.challenges.Playground.measured;
import static org.ronde.challenges.Playground.refused;
import static org.ronde.challenges.Playground.words;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.Subject;
import org.ronde.points.Award;
import org.ronde.points.ValidationLevel;

/** Proving, believing, doubting, and what time does. */
class AttemptsTest extends AmongFriends {
  private static final BigDecimal FIVE = new BigDecimal(5000);

  private final Actor olga = play.officer("Olga");

  @Test
  void awardsOnceWhenTheOpponentBelievesIt() {
    ChallengeId id = play.duel(anne, bruno, play.running, FIVE);

    attempts().prove(bruno, id, measured("5200"));
    assertThat(play.see(anne, id).next()).isEqualTo(Seen.Next.LOOK);
    attempts().believe(anne, play.attempt(id, bruno));
    attempts().believe(anne, play.attempt(id, bruno));

    Seen.Part part = play.part(anne, id, bruno);
    assertThat(part.state()).isEqualTo(AttemptState.VALIDATED);
    assertThat(part.level()).isEqualTo(ValidationLevel.OPPONENT);
    assertThat(part.points()).as("others’ points may be veiled").isNull();
    assertThat(play.part(bruno, id, bruno).points()).isEqualTo(20);
    assertThat(play.challenges.board().bests(bruno.memberId(), 5))
        .singleElement()
        .satisfies(best -> assertThat(best.measure()).isEqualByComparingTo("5200"));
    Award award = play.awards.get(0);
    assertThat(play.awards).hasSize(1);
    assertThat(award.validator()).isEqualTo(anne.memberId());
    assertThat(award.effort().firstOfActivity()).isTrue();
    assertThat(award.effort().newOpponent()).isTrue();
    assertThat(award.actedAt()).isEqualTo(part.actedAt());
    assertThat(play.told(bruno)).contains("Anne Martin says bravo!");
    AttemptFacts facts = play.challenges.board().findFacts(play.attempt(id, bruno)).orElseThrow();
    assertThat(play.challenges.board().won(List.of(award.cause())))
        .containsOnly(Map.entry(award.cause(), new Board.Won(id, facts.title())));
    assertThat(facts.member()).isEqualTo(bruno.memberId());
    assertThat(facts.opponent()).isEqualTo(anne.memberId());
    assertThat(facts.provisional()).isTrue();
    assertThat(play.challenges.board().gallerySubjects(id, 9))
        .containsExactly(Subject.of(Attempts.SUBJECT, play.attempt(id, bruno)));
  }

  @Test
  void asksNeverOneself() {
    ChallengeId id = play.duel(anne, bruno, play.pancakes, null);
    provedBy(bruno, id);

    assertThat(refused(() -> attempts().believe(bruno, play.attempt(id, bruno))))
        .isEqualTo(ProblemType.NOT_YOUR_CALL);
    assertThat(refused(() -> attempts().notYet(bruno, play.attempt(id, bruno), "No")))
        .isEqualTo(ProblemType.NOT_YOUR_CALL);
    assertThat(faults(() -> attempts().prove(anne, id, Playground.with(words("Done"), anne))))
        .containsExactly("witnesses");
  }

  @Test
  void asksTheRefereeAlone() {
    Launch launch =
        with(
            play.launch(Kind.DUEL, play.pancakes, null, bruno),
            Playground.level(Kind.DUEL, ValidationLevel.OPPONENT, chloe.memberId()));
    ChallengeId id = play.challenges.launch(anne, launch);
    play.challenges.answers().accept(bruno, id, 1, "");
    provedBy(bruno, id);

    assertThat(refused(() -> attempts().believe(anne, play.attempt(id, bruno))))
        .isEqualTo(ProblemType.NOT_YOUR_CALL);
  }

  @Test
  void letsNobodyWhoTakesPartBeTheReferee() {
    for (Actor part : List.of(anne, bruno)) {
      Launch launch =
          with(
              play.launch(Kind.DUEL, play.pancakes, null, bruno),
              Playground.level(Kind.DUEL, ValidationLevel.OPPONENT, part.memberId()));

      assertThat(faults(() -> play.challenges.launch(anne, launch))).contains("referee");
    }
  }

  private static Launch with(Launch launch, Launch.Options options) {
    return Playground.with(launch, options);
  }

  @Test
  void needsTwoUnrelatedWitnessesWhereTheTermsSaySo() {
    CompanyId company = chloe.company().companyId();
    Actor colleague = play.colleague("Colleague of Chloé", company);
    Actor mate = play.colleague("Colleague of Bruno", bruno.company().companyId());
    play.befriend(bruno, colleague, mate, chloe);
    ChallengeId id =
        play.challenges.launch(
            anne,
            with(
                play.launch(Kind.OPEN, play.pancakes, null),
                Playground.level(Kind.OPEN, ValidationLevel.WITNESSES, null)));
    play.challenges.answers().accept(bruno, id, 1, "");
    attempts().prove(bruno, id, Playground.with(words("They saw it"), chloe, colleague, mate));
    AttemptId attempt = play.attempt(id, bruno);

    assertThat(refused(() -> attempts().believe(mate, attempt)))
        .isEqualTo(ProblemType.NOT_YOUR_CALL);
    attempts().believe(chloe, attempt);
    attempts().believe(colleague, attempt);
    assertThat(play.state(id, bruno)).isEqualTo(AttemptState.SUBMITTED);
    attempts().believe(anne, attempt);

    assertThat(play.part(bruno, id, bruno).level()).isEqualTo(ValidationLevel.WITNESSES);
    assertThat(play.awards).hasSize(1);
  }

  @Test
  void letsAColleagueVouchWhereAnOpponentIsEnough() {
    Actor colleague = play.colleague("Denis", anne.company().companyId());
    ChallengeId id = play.duel(anne, colleague, play.pancakes, null);
    provedBy(colleague, id);

    attempts().believe(anne, play.attempt(id, colleague));

    assertThat(play.state(id, colleague)).isEqualTo(AttemptState.VALIDATED);
  }

  @Test
  void saysNotYetAndTakesOneMoreProof() {
    ChallengeId id = play.duel(anne, bruno, play.pancakes, null);
    provedBy(bruno, id);
    AttemptId attempt = play.attempt(id, bruno);
    assertThat(faults(() -> attempts().notYet(anne, attempt, " "))).containsExactly("reason");

    attempts().notYet(anne, attempt, "I only see the pan");
    assertThat(play.see(bruno, id).next()).isEqualTo(Seen.Next.ADD_PROOF);
    assertThat(play.awards).isEmpty();
    provedBy(bruno, id);
    attempts().notYet(anne, attempt, "Still only the pan");

    assertThat(refused(() -> provedBy(bruno, id))).isEqualTo(ProblemType.ATTEMPT_STATE);
    pass(Duration.ofDays(4));
    assertThat(play.state(id, bruno)).isEqualTo(AttemptState.EXPIRED);
  }

  @Test
  void givesNothingForBelieving() {
    ChallengeId id = play.duel(anne, bruno, play.pancakes, null);
    provedBy(bruno, id);

    attempts().believe(anne, play.attempt(id, bruno));

    assertThat(play.awards).extracting(Award::member).containsExactly(bruno.memberId());
  }

  @Test
  void believesSilenceUnlessSomethingIsAtStake() {
    ChallengeId quiet = play.duel(anne, bruno, play.pancakes, null);
    provedBy(bruno, quiet);
    pass(Duration.ofDays(2));
    assertThat(play.told(anne)).filteredOn(t -> t.contains("says it is done")).hasSize(2);
    pass(Duration.ofDays(1));
    assertThat(play.part(bruno, quiet, bruno).level()).isEqualTo(ValidationLevel.SELF);
    assertThat(play.inForce(bruno)).extracting(Award::validator).containsOnlyNulls();

    play.prizes = true;
    ChallengeId stake = play.duel(anne, bruno, play.pancakes, null);
    provedBy(bruno, stake);
    AttemptId attempt = play.attempt(stake, bruno);
    pass(Duration.ofDays(3));

    pass(Duration.ofDays(300));
    // Neither lost nor won by silence, however long it lasts.
    assertThat(play.state(stake, bruno)).isEqualTo(AttemptState.SUBMITTED);
    assertThat(play.inForce(bruno)).hasSize(1);
    assertThat(play.told(olga)).containsExactly("A proof waits: A little Pancakes");
    assertThat(play.challenges.board().forOfficers(olga, olga.locale())).hasSize(1);
    assertThat(refused(() -> attempts().decide(anne, attempt, true, "")))
        .isEqualTo(ProblemType.NOT_FOUND);
    attempts().decide(olga, attempt, true, "");
    assertThat(play.part(bruno, stake, bruno).level()).isEqualTo(ValidationLevel.OFFICER);
    assertThat(play.challenges.board().forOfficers(olga, olga.locale())).isEmpty();
  }

  @Test
  void doubtsWhatNobodyManagesAndLetsSomebodyElseLook() {
    ChallengeId id = play.challenges.launch(anne, play.launch(Kind.SELF, play.running, null));
    attempts().prove(anne, id, Playground.with(measured("900000"), chloe));

    assertThat(play.part(anne, id, anne).doubtful()).isTrue();
    assertThat(play.state(id, anne)).isEqualTo(AttemptState.SUBMITTED);
    attempts().believe(chloe, play.attempt(id, anne));
    assertThat(play.part(anne, id, anne).level()).isEqualTo(ValidationLevel.OPPONENT);
  }

  @Test
  void believesOneselfAgainstOneself() {
    ChallengeId first = play.challenges.launch(anne, play.launch(Kind.SELF, play.running, null));
    attempts().prove(anne, first, measured("5000"));
    assertThat(play.part(anne, first, anne).level()).isEqualTo(ValidationLevel.SELF);
    assertThat(play.see(anne, first).state()).isEqualTo(ChallengeState.ENDED);

    ChallengeId next = play.challenges.launch(anne, play.launch(Kind.SELF, play.running, null));

    assertThat(play.see(anne, next).terms().target()).isEqualByComparingTo("5000");
    attempts().prove(anne, next, measured("5100"));
    assertThat(play.inForce(anne))
        .extracting(a -> a.effort().personalBest())
        .containsExactly(false, true);
  }

  @Test
  void asksForWhatTheActivityNeeds() {
    ChallengeId throwing = play.duel(anne, bruno, play.throwing, null);
    ChallengeId running = play.duel(anne, bruno, play.running, FIVE);
    ChallengeId pancakes = play.duel(anne, bruno, play.pancakes, null);

    assertThat(faults(() -> provedBy(bruno, throwing))).containsExactly("files");
    assertThat(faults(() -> provedBy(bruno, running))).containsExactly("measure");
    assertThat(faults(() -> attempts().prove(bruno, running, measured("4999.999"))))
        .containsExactly("measure");
    assertThat(faults(() -> attempts().prove(bruno, pancakes, words("")))).containsExactly("text");
    assertThat(faults(() -> attempts().prove(bruno, pancakes, measured("3"))))
        .containsExactly("measure");
  }

  @Test
  void keepsOpponentsPointsWhenSomebodyLeaves() {
    ChallengeId id = play.duel(anne, bruno, play.pancakes, null);
    provedBy(bruno, id);
    attempts().believe(anne, play.attempt(id, bruno));

    play.challenges.answers().withdraw(anne, id);

    assertThat(play.inForce(bruno)).hasSize(1);
    assertThat(play.see(bruno, id).state()).isEqualTo(ChallengeState.ENDED);
    assertThat(refused(() -> play.challenges.answers().withdraw(bruno, id)))
        .isEqualTo(ProblemType.ATTEMPT_STATE);
  }

  @Test
  void goesOnWhenItsActivityLeavesTheCatalogue() {
    ChallengeId id = play.duel(anne, bruno, play.running, FIVE);

    play.retire(play.running);

    attempts().prove(bruno, id, measured("5200"));
    attempts().believe(anne, play.attempt(id, bruno));
    assertThat(play.inForce(bruno)).hasSize(1);
    assertThat(play.challenges.board().mine(anne, anne.locale()))
        .extracting(Seen.Line::activity)
        .containsExactly("Running");
    assertThat(play.challenges.board().bests(bruno.memberId(), 5))
        .extracting(best -> best.activity().name(bruno.locale()))
        .hasSize(1);
    assertThat(
            refused(() -> play.challenges.launch(anne, play.launch(Kind.SELF, play.running, null))))
        .isEqualTo(ProblemType.NOT_FOUND);
  }
}
