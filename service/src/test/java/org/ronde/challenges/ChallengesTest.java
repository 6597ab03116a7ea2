package org.ronde.challenges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ronde.challenges.Playground.faults;
import static org.ronde.challenges.Playground.refused;
import static org.ronde.challenges.Playground.words;

import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.ids.ChallengeId;

/** Launching, answering, changing, ending. */
@Tag("database")
class ChallengesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final BigDecimal FIVE = new BigDecimal(5000);

  private Playground play = new Playground(database);
  private Actor anne = play.person("Anne Martin");
  private Actor bruno = play.person("Bruno Petit");
  private Actor chloe = play.person("Chloé Roux");

  @BeforeEach
  void makeFriends() {
    play.befriend(anne, bruno, chloe);
  }

  private ChallengeId launch(Kind kind, Actor... invited) {
    return play.challenges.launch(anne, play.launch(kind, play.running, FIVE, invited));
  }

  @Test
  void duelsBeginWhenTheOtherSaysYes() {
    ChallengeId id = launch(Kind.DUEL, bruno);
    assertThat(play.see(bruno, id).next()).isEqualTo(Seen.Next.ANSWER);
    assertThat(play.state(id, anne)).isEqualTo(AttemptState.ACCEPTED);

    play.challenges.answers().accept(bruno, id, 1, "You will see!");

    assertThat(play.see(bruno, id).state()).isEqualTo(ChallengeState.RUNNING);
    assertThat(play.state(id, anne)).isEqualTo(AttemptState.ACTIVE);
    assertThat(play.state(id, bruno)).isEqualTo(AttemptState.ACTIVE);
    assertThat(play.told(bruno)).containsExactly("Anne Martin dares you: A little Running");
    assertThat(play.told(anne)).containsExactly("Bruno Petit is in: A little Running");
    assertThat(play.events)
        .extracting(ChallengeListener.Event::kind)
        .containsExactly(ChallengeListener.Kind.LAUNCHED, ChallengeListener.Kind.ACCEPTED);
    assertThat(play.see(anne, id).talk()).extracting(Seen.Said::words).contains("You will see!");
  }

  @Test
  void saysNoAndTheAuthorMayAskAnother() {
    ChallengeId id = launch(Kind.DUEL, bruno);

    play.challenges.answers().refuse(bruno, id, "My knee");
    play.challenges.invitations().inviteMore(anne, id, Set.of(chloe.memberId()), Set.of());
    play.challenges.answers().accept(chloe, id, 1, "");

    assertThat(play.told(anne)).contains("Bruno Petit: not this time");
    assertThat(play.see(chloe, id).parts())
        .extracting(part -> part.member().name())
        .containsExactly("Anne Martin", "Chloé Roux");
    assertThat(refused(() -> play.challenges.answers().refuse(bruno, id, "")))
        .isEqualTo(ProblemType.ATTEMPT_STATE);
    assertThat(refused(() -> play.challenges.answers().accept(bruno, id, 1, "")))
        .isEqualTo(ProblemType.ATTEMPT_STATE);
  }

  @Test
  void hidesAChallengeFromStrangers() {
    Actor stranger = play.person("Stranger");
    ChallengeId id = launch(Kind.DUEL, bruno);

    assertThat(refused(() -> play.see(stranger, id))).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> play.challenges.answers().accept(stranger, id, 1, "")))
        .isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> play.challenges.cancel(bruno, id))).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> play.challenges.attempts().prove(stranger, id, words("x"))))
        .isEqualTo(ProblemType.NOT_FOUND);
  }

  @Test
  void asksOnlyPeopleOneKnowsOf() {
    Actor stranger = play.person("Stranger");

    assertThat(faults(() -> launch(Kind.DUEL, stranger))).containsExactly("who");
    assertThat(faults(() -> launch(Kind.DUEL, anne))).containsExactly("who");
    assertThat(faults(() -> launch(Kind.DUEL, bruno, chloe))).containsExactly("who");
    assertThat(faults(() -> launch(Kind.SELF, bruno))).containsExactly("who");

    play.follow(play.running, stranger);
    assertThat(launch(Kind.DUEL, stranger)).isNotNull();
  }

  @Test
  void refusesFieldByField() {
    Launch fine = play.launch(Kind.STREAK, play.pancakes, null);
    Launch wrong =
        new Launch(
            Kind.STREAK,
            play.pancakes.id(),
            " ",
            new BigDecimal("-1"),
            play.now().minusSeconds(1),
            fine.zone(),
            fine.audience(),
            Set.of(),
            Set.of("nowhere"),
            "atlantis",
            new Launch.Options(
                "",
                new BigDecimal("1.2345"),
                null,
                999,
                null,
                null,
                1,
                Terms.Rhythm.DAY,
                99,
                0,
                0));

    assertThat(faults(() -> play.challenges.launch(anne, wrong)))
        .contains(
            "title",
            "endsAt",
            "target",
            "minimum",
            "times",
            "linkDays",
            "graceHours",
            "winnersMax",
            "placesMax",
            "who",
            "place");
    assertThat(
            faults(
                () ->
                    play.challenges.launch(
                        anne, play.launch(Kind.GROUP, play.running, null, bruno))))
        .containsExactly("target");
  }

  @Test
  void stopsADangerousIdeaWhenItIsWritten() {
    Launch fine = play.launch(Kind.SELF, play.pancakes, null);
    Launch dangerous =
        new Launch(
            fine.kind(),
            fine.activity(),
            "Juggle burning petrol cans",
            null,
            fine.endsAt(),
            fine.zone(),
            fine.audience(),
            Set.of(),
            Set.of(),
            "",
            fine.options());

    assertThat(faults(() -> play.challenges.launch(anne, dangerous))).containsExactly("title");
    ChallengeId id = launch(Kind.DUEL, bruno);
    assertThat(
            faults(
                () ->
                    play.challenges.edit(
                        anne, id, new Challenges.Edit("Fine", "with petrol", null, fine.endsAt()))))
        .containsExactly("details");
    assertThat(
            faults(
                () ->
                    play.challenges
                        .answers()
                        .counter(
                            bruno,
                            id,
                            new Answers.Counter(BigDecimal.ONE, fine.endsAt(), "petrol!"))))
        .containsExactly("words");
  }

  @Test
  void keepsOldAcceptancesOnOldTerms() {
    ChallengeId id = play.challenges.launch(anne, play.launch(Kind.OPEN, play.running, FIVE));
    play.challenges.answers().accept(bruno, id, 1, "");
    Seen.Whole before = play.see(bruno, id);

    int version =
        play.challenges.edit(
            anne,
            id,
            new Challenges.Edit("Longer", "", new BigDecimal(9000), before.terms().endsAt()));

    assertThat(version).isEqualTo(2);
    assertThat(play.part(bruno, id, bruno).termsVersion()).isEqualTo(1);
    assertThat(play.see(bruno, id).hash()).isNotEqualTo(before.hash());
    assertThat(refused(() -> play.challenges.answers().accept(chloe, id, 1, "")))
        .isEqualTo(ProblemType.TERMS_CHANGED);
    play.challenges.answers().accept(chloe, id, 2, "");
    // Five kilometres were enough for what Bruno accepted, not for what Chloé did.
    play.challenges.attempts().prove(bruno, id, Playground.measured("5000"));
    assertThat(
            faults(() -> play.challenges.attempts().prove(chloe, id, Playground.measured("5000"))))
        .containsExactly("measure");
    assertThat(refused(() -> play.challenges.answers().accept(bruno, id, 2, "")))
        .isEqualTo(ProblemType.ATTEMPT_STATE);
  }

  @Test
  void takesTheNewTermsWhenAskedTo() {
    ChallengeId id = play.duel(anne, bruno, play.running, FIVE);
    play.challenges.edit(
        anne,
        id,
        new Challenges.Edit("Six", "", new BigDecimal(6000), play.see(anne, id).terms().endsAt()));
    assertThat(play.part(anne, id, anne).termsVersion()).isEqualTo(1);

    play.challenges.answers().accept(bruno, id, 2, "");

    assertThat(play.part(bruno, id, bruno).termsVersion()).isEqualTo(2);
    assertThat(play.part(anne, id, anne).termsVersion()).isEqualTo(2);
  }

  @Test
  void negotiates() {
    ChallengeId id = launch(Kind.DUEL, bruno);
    var end = play.see(anne, id).terms().endsAt();
    assertThat(
            faults(
                () ->
                    play.challenges
                        .answers()
                        .counter(bruno, id, new Answers.Counter(FIVE, end, ""))))
        .containsExactly("target");

    play.challenges
        .answers()
        .counter(bruno, id, new Answers.Counter(new BigDecimal(3000), end, "My knee"));
    assertThat(play.see(anne, id).next()).isEqualTo(Seen.Next.ANSWER_COUNTER);
    assertThat(refused(() -> play.challenges.answers().accept(bruno, id, 1, "")))
        .isEqualTo(ProblemType.ATTEMPT_STATE);
    assertThat(
            refused(
                () ->
                    play.challenges.answers().answerCounter(bruno, play.attempt(id, bruno), true)))
        .isEqualTo(ProblemType.NOT_FOUND);
    play.challenges.answers().answerCounter(anne, play.attempt(id, bruno), false);
    assertThat(play.state(id, bruno)).isEqualTo(AttemptState.INVITED);
    play.challenges
        .answers()
        .counter(bruno, id, new Answers.Counter(new BigDecimal(4000), end, ""));
    play.challenges.answers().answerCounter(anne, play.attempt(id, bruno), true);

    assertThat(play.see(bruno, id).terms().target()).isEqualByComparingTo("4000");
    assertThat(play.state(id, bruno)).isEqualTo(AttemptState.ACTIVE);
    assertThat(play.part(anne, id, anne).termsVersion()).isEqualTo(3);
    assertThat(play.told(bruno)).contains("Anne Martin agrees: A little Running");
  }

  @Test
  void fixesAGroupsTargetOnceSomebodyIsIn() {
    ChallengeId id = launch(Kind.GROUP, bruno);
    var edit = new Challenges.Edit("More", "", FIVE, play.see(anne, id).terms().endsAt());
    play.challenges.edit(anne, id, edit);
    assertThat(
            refused(
                () ->
                    play.challenges
                        .answers()
                        .counter(bruno, id, new Answers.Counter(FIVE, edit.endsAt(), ""))))
        .isEqualTo(ProblemType.TERMS_FIXED);

    play.challenges.answers().accept(bruno, id, 2, "");

    assertThat(refused(() -> play.challenges.edit(anne, id, edit)))
        .isEqualTo(ProblemType.TERMS_FIXED);
  }

  @Test
  void callsOffOnlyWhatNobodyHasProved() {
    ChallengeId empty = play.duel(anne, bruno, play.pancakes, null);
    ChallengeId proved = play.duel(anne, bruno, play.pancakes, null);
    play.challenges.attempts().prove(bruno, proved, words("Here they are"));

    play.challenges.cancel(anne, empty);

    assertThat(play.see(anne, empty).state()).isEqualTo(ChallengeState.CANCELLED);
    assertThat(play.state(empty, bruno)).isEqualTo(AttemptState.LAPSED);
    assertThat(play.told(bruno)).contains("Called off: A little Pancakes");
    assertThat(refused(() -> play.challenges.cancel(anne, proved)))
        .isEqualTo(ProblemType.CHALLENGE_STATE);
    assertThat(refused(() -> play.challenges.cancel(anne, empty)))
        .isEqualTo(ProblemType.CHALLENGE_STATE);
  }

  @Test
  void closesAnOpenCallWhollyOrNotAtAll() {
    ChallengeId id = play.challenges.launch(anne, play.launch(Kind.OPEN, play.pancakes, null));
    play.challenges.answers().accept(bruno, id, 1, "");

    play.challenges.close(anne, id);

    assertThat(refused(() -> play.challenges.answers().accept(chloe, id, 1, "")))
        .isEqualTo(ProblemType.CHALLENGE_STATE);
    assertThat(play.state(id, bruno)).isEqualTo(AttemptState.ACTIVE);
    // Whoever hears of it and fails takes everything back with them: nothing is half awarded.
    play.challenges.listen(
        event -> {
          throw new IllegalStateException("The stream is away.");
        });
    play.challenges.attempts().prove(bruno, id, words("Golden"));
    assertThatThrownBy(() -> play.challenges.attempts().believe(anne, play.attempt(id, bruno)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(play.state(id, bruno)).isEqualTo(AttemptState.SUBMITTED);
  }

  @Test
  void takesNoMoreThanThereArePlaces() {
    Launch open = play.launch(Kind.OPEN, play.pancakes, null);
    Launch.Options one =
        new Launch.Options("", null, null, null, null, null, 1, Terms.Rhythm.DAY, 7, null, 1);
    ChallengeId id = play.challenges.launch(anne, Playground.with(open, one));

    play.challenges.answers().accept(bruno, id, 1, "");

    assertThat(play.see(bruno, id).state()).isEqualTo(ChallengeState.RUNNING);
    assertThat(refused(() -> play.challenges.answers().accept(chloe, id, 1, "")))
        .isEqualTo(ProblemType.CHALLENGE_STATE);
  }
}
