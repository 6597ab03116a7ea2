package org.ronde.challenges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.MemberId;
import org.ronde.members.Obstacle;
import org.ronde.members.Person;
import org.ronde.points.Award;
import org.ronde.points.ValidationLevel;

/** Two accounts of one person in challenges: E17. */
@Tag("database")
class TwoAccountsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private Playground play = new Playground(database);
  private Actor old = play.person("Hugo");
  private Actor hugo = play.person("Hugo Roux");
  private Actor anne = play.person("Anne");

  @BeforeEach
  void fresh() {
    play = new Playground(database);
    old = play.person("Hugo");
    hugo = play.person("Hugo Roux");
    anne = play.person("Anne");
  }

  private Person person(Actor actor) {
    return new Person(
        actor.memberId(),
        actor.memberName(),
        actor.memberId() + "@example.org",
        actor.locale(),
        null);
  }

  private void join() {
    database.transactions().run(() -> play.challenges.joining().merging(person(old), person(hugo)));
  }

  private List<Obstacle.Kind> obstacles() {
    return play.challenges.joining().obstacles(person(old), person(hugo)).stream()
        .map(Obstacle::kind)
        .toList();
  }

  private ChallengeId run(Actor doer, Actor other, String metres) {
    ChallengeId id = play.duel(other, doer, play.running, new BigDecimal(1000));
    play.challenges.attempts().prove(doer, id, Playground.measured(metres));
    play.challenges.attempts().believe(other, play.attempt(id, doer));
    return id;
  }

  /** Everything is over, and what was believed is so for good. */
  private void later() {
    database.clock().advance(Duration.ofDays(30));
    play.challenges.clockwork().runDue();
  }

  @Test
  void goesOnWithWhatRunsAndKeepsWhatIsOver() {
    ChallengeId launched = play.challenges.launch(old, play.launch(Kind.OPEN, play.plank, null));
    ChallengeId duel = play.duel(anne, old, play.running, new BigDecimal(5000));
    ChallengeId won = run(old, anne, "6000");

    assertThat(obstacles()).isEmpty();
    join();

    assertThat(play.see(hugo, launched).byAuthor()).isTrue();
    play.challenges.attempts().prove(hugo, duel, Playground.measured("5100"));
    play.challenges.attempts().believe(anne, play.attempt(duel, hugo));
    assertThat(play.state(duel, hugo)).isEqualTo(AttemptState.VALIDATED);
    assertThat(play.state(won, hugo)).isEqualTo(AttemptState.VALIDATED);
    assertThat(play.inForce(old)).isEmpty();
    assertThat(play.inForce(hugo)).hasSize(2);
  }

  @Test
  void waitsForAChallengeOfBoth() {
    ChallengeId duel = play.duel(old, hugo, play.running, null);

    assertThat(play.challenges.joining().obstacles(person(old), person(hugo)))
        .extracting(Obstacle::kind, Obstacle::title, Obstacle::path)
        .containsExactly(
            tuple(Obstacle.Kind.SHARED_CHALLENGE, "A little Running", "/challenges/" + duel));
    play.challenges.cancel(old, duel);
    assertThat(obstacles()).isEmpty();
  }

  @Test
  void waitsForAnInvitationFromOneToTheOtherUntilItIsTurnedDown() {
    play.befriend(old, hugo);
    ChallengeId id = play.challenges.launch(hugo, play.launch(Kind.OPEN, play.running, null, old));

    assertThat(obstacles()).containsExactly(Obstacle.Kind.SHARED_CHALLENGE);
    play.challenges.answers().refuse(old, id, "");
    assertThat(obstacles()).isEmpty();
  }

  @Test
  void waitsWhereTheAccountThatEndsIsTheReferee() {
    play.befriend(anne, old);
    Actor bruno = play.person("Bruno");
    play.befriend(anne, bruno);
    Launch launch =
        Playground.with(
            play.launch(Kind.DUEL, play.running, null, bruno),
            Playground.level(Kind.DUEL, ValidationLevel.OPPONENT, old.memberId()));
    ChallengeId id = play.challenges.launch(anne, launch);

    assertThat(obstacles()).containsExactly(Obstacle.Kind.REFEREE);
    play.challenges.cancel(anne, id);
    assertThat(obstacles()).isEmpty();
  }

  @Test
  void waitsWhereTheOneIsRefereeOfTheOther() {
    play.befriend(anne, hugo);
    play.befriend(anne, old);
    Launch launch =
        Playground.with(
            play.launch(Kind.DUEL, play.running, null, old),
            Playground.level(Kind.DUEL, ValidationLevel.OPPONENT, hugo.memberId()));
    play.challenges.launch(anne, launch);

    assertThat(obstacles()).containsExactly(Obstacle.Kind.SHARED_CHALLENGE);
  }

  @Test
  void waitsWhereOneBelievedAProofThatStillNeedsSomebodyElse() {
    play.befriend(anne, old);
    Actor bruno = play.person("Bruno");
    play.befriend(anne, bruno);
    Launch launch =
        Playground.with(
            play.launch(Kind.DUEL, play.pancakes, null, bruno),
            Playground.level(Kind.DUEL, ValidationLevel.WITNESSES, null));
    ChallengeId id = play.challenges.launch(anne, launch);
    play.challenges.answers().accept(bruno, id, 1, "");
    play.challenges.attempts().prove(anne, id, Playground.with(Playground.words("Twelve"), old));
    play.challenges.attempts().believe(old, play.attempt(id, anne));

    assertThat(obstacles()).containsExactly(Obstacle.Kind.WITNESS);
    play.challenges.attempts().believe(bruno, play.attempt(id, anne));
    assertThat(obstacles()).isEmpty();
  }

  @Test
  void countsFirstTimesAndBestsAsThoseOfOnePerson() {
    run(old, anne, "4000");
    database.clock().advance(Duration.ofHours(1));
    run(hugo, anne, "3000");
    database.clock().advance(Duration.ofHours(1));
    run(hugo, anne, "3500");
    database.clock().advance(Duration.ofHours(1));
    run(old, anne, "5000");

    join();

    List<Award> awards = play.inForce(hugo);
    assertThat(play.inForce(old)).isEmpty();
    assertThat(awards).hasSize(4);
    assertThat(awards).filteredOn(award -> award.effort().firstOfActivity()).hasSize(1);
    assertThat(awards).filteredOn(award -> award.effort().newOpponent()).hasSize(1);
    assertThat(awards).filteredOn(award -> award.effort().personalBest()).hasSize(1);
    assertThat(play.challenges.board().bests(hugo.memberId(), 5))
        .extracting(Board.Best::measure)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(new BigDecimal(5000));
  }

  @Test
  void countsOnceWhatIsFinalToo() {
    run(old, anne, "4000");
    database.clock().advance(Duration.ofHours(1));
    run(hugo, anne, "4000");
    later();

    join();

    assertThat(play.inForce(hugo)).hasSize(2);
    assertThat(play.inForce(hugo)).filteredOn(award -> award.effort().firstOfActivity()).hasSize(1);
  }

  @Test
  void givesNothingForWhatOneBelievedOfTheOther() {
    ChallengeId mine = run(hugo, old, "3000");
    ChallengeId theirs = run(old, hugo, "3000");
    run(old, anne, "3000");
    later();
    assertThat(obstacles()).isEmpty();

    join();

    assertThat(play.inForce(old)).isEmpty();
    assertThat(play.inForce(hugo))
        .singleElement()
        .satisfies(award -> assertThat(award.validator()).isEqualTo(anne.memberId()));
    assertThat(play.state(mine, hugo)).isEqualTo(AttemptState.REVOKED);
    assertThat(play.part(hugo, theirs, old).state()).isEqualTo(AttemptState.REVOKED);
  }

  @Test
  void leavesBothPartsOfAChallengeThatIsOverAndPaysOne() {
    ChallengeId id = launchForBoth();
    believed(old, id);
    believed(hugo, id);
    later();
    assertThat(play.see(anne, id).state()).isEqualTo(ChallengeState.ENDED);

    join();

    assertThat(play.state(id, hugo)).isEqualTo(AttemptState.FINAL);
    assertThat(play.part(hugo, id, old).state()).isEqualTo(AttemptState.REVOKED);
    assertThat(play.inForce(old)).isEmpty();
    assertThat(play.inForce(hugo)).hasSize(1);
  }

  @Test
  void givesNothingForAChallengeInWhichTheOtherWasTakenBack() {
    ChallengeId id = launchForBoth();
    believed(hugo, id);
    believed(old, id);
    later();
    Actor officer = play.officer("Olive");
    play.challenges.revocations().ask(officer, play.attempt(id, hugo), "The film is another's");
    assertThat(play.state(id, hugo)).isEqualTo(AttemptState.REVOKED);

    join();

    assertThat(play.part(hugo, id, old).state()).isEqualTo(AttemptState.REVOKED);
    assertThat(play.inForce(old)).isEmpty();
    assertThat(play.inForce(hugo)).isEmpty();
  }

  @Test
  void countsWhatOneAccountDidWhereTheOtherLetTheTimeRunOut() {
    ChallengeId id = launchForBoth();
    play.challenges.answers().accept(hugo, id, 1, "");
    believed(old, id);
    later();
    assertThat(play.state(id, hugo)).isEqualTo(AttemptState.EXPIRED);

    join();

    assertThat(play.state(id, hugo)).isEqualTo(AttemptState.FINAL);
    assertThat(play.part(hugo, id, old).state()).isEqualTo(AttemptState.EXPIRED);
    assertThat(play.inForce(hugo)).hasSize(1);
  }

  /** Anne dares both accounts to run. */
  private ChallengeId launchForBoth() {
    play.befriend(anne, old);
    play.befriend(anne, hugo);
    return play.challenges.launch(anne, play.launch(Kind.OPEN, play.running, null, old, hugo));
  }

  /** One of them runs, and Anne believes it. */
  private void believed(Actor actor, ChallengeId id) {
    play.challenges.answers().accept(actor, id, 1, "");
    play.challenges.attempts().prove(actor, id, Playground.measured("3000"));
    play.challenges.attempts().believe(anne, play.attempt(id, actor));
  }

  @Test
  void countsWhatOneAccountDidWhereTheOtherOnlyTurnedItDown() {
    ChallengeId id = launchForBoth();
    play.challenges.answers().refuse(hugo, id, "");
    believed(old, id);

    join();

    assertThat(play.state(id, hugo)).isEqualTo(AttemptState.VALIDATED);
    assertThat(play.inForce(hugo)).hasSize(1);
  }

  @Test
  void takesDraftsAndInvitationsByMailAlong() {
    play.challenges.drafts().keep(old, Kind.SELF, Map.of("title", "Hop"));
    Launch launch = play.launch(Kind.OPEN, play.running, null);
    ChallengeId mailed =
        play.challenges.launch(
            anne,
            new Launch(
                launch.kind(),
                launch.activity(),
                launch.title(),
                launch.target(),
                launch.endsAt(),
                launch.zone(),
                Kind.Audience.INVITED,
                Set.<MemberId>of(),
                Set.of(person(old).email()),
                "",
                launch.options()));

    join();

    assertThat(play.challenges.drafts().mine(hugo)).hasSize(1);
    assertThat(play.challenges.drafts().mine(old)).isEmpty();
    LetterDao letters = database.jdbi().onDemand(LetterDao.class);
    assertThat(letters.to(person(hugo).email())).containsExactly(mailed);
    assertThat(letters.to(person(old).email())).isEmpty();
  }
}
