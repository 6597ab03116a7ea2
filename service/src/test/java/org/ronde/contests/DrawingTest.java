package org.ronde.contests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.contests.Terms.Kind;
import org.ronde.contests.Terms.Source;
import org.ronde.contests.draw.Beacon;
import org.ronde.contests.draw.Bundle;
import org.ronde.contests.draw.Commitment;
import org.ronde.contests.draw.Draw;
import org.ronde.contests.draw.Hash;
import org.ronde.contests.draw.SealedList;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.ids.ContestId;

/** Prize draws from the seal to the last fresh draw. */
@Tag("database")
class DrawingTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String ROUND_1000 =
      "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";

  private Fair fair = new Fair(database);

  @BeforeEach
  void fresh() {
    fair = new Fair(database);
  }

  private ContestId drawn(int entrants, String... lots) {
    ContestDraft.PrizeDraft[] prizes =
        java.util.Arrays.stream(lots).map(Fair::lot).toArray(ContestDraft.PrizeDraft[]::new);
    ContestId id = fair.published(Kind.DRAW, Source.COMMITMENT, prizes);
    Drawing.crowd(fair, id, entrants);
    return id;
  }

  private Bundle bundle(ContestId id) {
    return fair.room.proofs().bundle(Optional.of(fair.operator), fair.contest(id));
  }

  private List<String> winners(ContestId id) {
    return Tables.of(database.jdbi()).results().winners(id).stream()
        .filter(winner -> winner.struckAt() == null)
        .map(winner -> winner.prize() + " " + winner.pseudonym())
        .toList();
  }

  private static ProblemType refused(Runnable attempt) {
    return Fair.refused(attempt);
  }

  @Test
  void drawsByTheLinkThatTheRulesCommittedTo() {
    ContestId id = drawn(8, "First", "Second");
    Drawing.toResult(fair, id);

    Bundle bundle = bundle(id);
    Bundle.Round round = bundle.draws().get(0);
    SealedList list =
        new SealedList(
            bundle.list().entries().stream()
                .map(
                    line ->
                        new org.ronde.contests.draw.Entry(
                            new Hash(line.pseudonym()), line.tickets()))
                .toList());
    assertThat(bundle.list().entries()).hasSize(8);
    assertThat(list.root().hex()).isEqualTo(bundle.list().root());
    assertThat(
            Commitment.holds(
                new Hash(bundle.rules().commitment()), 1, new Hash(round.randomness())))
        .isTrue();
    Hash seed = Draw.seed(id.value(), list.root(), new Hash(round.randomness()).bytes());
    assertThat(Draw.first(2, list, seed, Set.of()).stream().map(d -> d.entry().pseudonym().hex()))
        .containsExactlyElementsOf(round.winners().stream().map(Bundle.Winner::pseudonym).toList());
    assertThat(bundle.list().entries().stream().map(Bundle.Line::tickets))
        .allMatch(tickets -> Set.of(1, 2, 5, 10, 20).contains(tickets));
  }

  @Test
  void takesNoOtherLinkThanTheOneCommittedTo() {
    Hash secret = Hash.sha256("kept in a safe");
    Contest contest =
        fair.room
            .organising()
            .create(fair.operator, fair.draft(Kind.DRAW, Source.COMMITMENT, Fair.lot("A cake")));
    ContestId id = contest.id();
    fair.room.organising().publish(fair.operator, id, Commitment.published(secret).hex());
    Drawing.crowd(fair, id, 4);
    Drawing.toSeal(fair, id);
    assertThat(
            refused(
                () ->
                    fair.room
                        .organising()
                        .advance(fair.operator, id, Commitment.link(secret, 1).hex())))
        .isEqualTo(ProblemType.CONTEST_EARLY);
    fair.draw();
    assertThat(fair.state(id)).isEqualTo(ContestState.ENTRIES_SEALED);

    for (String wrong : List.of("", Hash.sha256("another").hex(), secret.hex(), "no link")) {
      assertThat(refused(() -> fair.room.organising().advance(fair.operator, id, wrong)))
          .isEqualTo(ProblemType.RANDOMNESS_WRONG);
    }
    fair.room.organising().advance(fair.operator, id, Commitment.link(secret, 1).hex());

    assertThat(fair.state(id)).isEqualTo(ContestState.DRAWN);
  }

  @Test
  void namesTheRoundInTheRulesAndTakesNoOtherRound() {
    ContestId id = fair.published(Kind.DRAW, Source.BEACON, Fair.lot("A cake"));
    Drawing.crowd(fair, id, 4);
    long round = Beacon.roundAt(fair.contest(id).terms().drawsAt());
    assertThat(fair.contest(id).round()).isEqualTo(round);
    assertThat(fair.room.contests().rules(id).get(0).textEn()).contains("round " + round);
    Drawing.toSeal(fair, id);
    fair.draw();
    assertThat(fair.state(id)).isEqualTo(ContestState.ENTRIES_SEALED);

    // Signed by the beacon, but another round.
    assertThat(refused(() -> fair.room.organising().advance(fair.operator, id, ROUND_1000)))
        .isEqualTo(ProblemType.RANDOMNESS_WRONG);
    assertThat(refused(() -> fair.room.organising().advance(fair.operator, id, "")))
        .isEqualTo(ProblemType.CONTEST_EARLY);
    // Silent for a day: the chain takes its place, as the rules say.
    fair.pass(Duration.ofHours(25));

    assertThat(fair.state(id)).isEqualTo(ContestState.DRAWN);
    assertThat(bundle(id).draws().get(0).source()).isEqualTo("commitment");
  }

  @Test
  void drawsByAPublishedRoundPastedWithoutANetwork() {
    // Round 1000 came out in August 2023: the clock goes back there.
    database.clock().moveTo(Beacon.timeOf(1000).minus(Duration.ofDays(6)));
    ContestId id = fair.published(Kind.DRAW, Source.BEACON, Fair.lot("A cake"));
    assertThat(fair.contest(id).round()).isBetween(995L, 1005L);
    Drawing.crowd(fair, id, 5);
    Drawing.toSeal(fair, id);
    Tables.of(database.jdbi()).contests().takeRound(id, 1000L, fair.contest(id).terms().drawsAt());
    fair.pass(Duration.ofDays(1).plusMinutes(1));

    fair.room
        .organising()
        .advance(fair.operator, id, "{\"round\":1000,\"signature\":\"" + ROUND_1000 + "\"}");

    Bundle.Round round = bundle(id).draws().get(0);
    assertThat(round.source()).isEqualTo("drand");
    assertThat(round.round()).isEqualTo(1000);
    assertThat(round.randomness()).isEqualTo(ROUND_1000);
  }

  @Test
  void fetchesTheRoundItselfWhenItMay() {
    fair = new Fair(database, round -> Optional.of(ROUND_1000));
    database.clock().moveTo(Beacon.timeOf(1000).minus(Duration.ofDays(6)));
    ContestId id = fair.published(Kind.DRAW, Source.BEACON, Fair.lot("A cake"));
    Drawing.crowd(fair, id, 5);
    Drawing.toSeal(fair, id);
    Tables.of(database.jdbi()).contests().takeRound(id, 1000L, fair.contest(id).terms().drawsAt());

    fair.pass(Duration.ofDays(1).plusMinutes(1));

    assertThat(fair.state(id)).isEqualTo(ContestState.DRAWN);
  }

  @Test
  void movesTheRoundOnWhenTheSealComesLate() {
    ContestId id = fair.published(Kind.DRAW, Source.BEACON, Fair.lot("A cake"));
    Drawing.crowd(fair, id, 4);
    long named = Beacon.roundAt(fair.contest(id).terms().drawsAt());
    fair.pass(Duration.ofDays(8));

    assertThat(fair.contest(id).sealedAt()).isNotNull();
    assertThat(fair.contest(id).round()).isGreaterThan(named);
    Long round = fair.contest(id).round();
    assertThat(Beacon.timeOf(round == null ? 0 : round)).isAfter(fair.contest(id).sealedAt());
  }

  @Test
  void amendsTheListBetweenSealAndDrawAndGivesADaysNotice() {
    ContestId id = drawn(6, "A cake");
    Drawing.toSeal(fair, id);
    fair.pass(Duration.ofHours(20));
    String first = fair.contest(id).root();
    Actor struck = fair.member("Unused");
    String pseudonym = Tables.of(database.jdbi()).results().sealed(id).get(2).pseudonym();
    assertThat(struck).isNotNull();

    fair.room.organising().strike(fair.operator, id, pseudonym, "Points taken back");

    assertThat(fair.contest(id).root()).isNotEqualTo(first);
    fair.pass(Duration.ofHours(5));
    assertThat(fair.state(id)).isEqualTo(ContestState.ENTRIES_SEALED);
    fair.pass(Duration.ofHours(20));
    assertThat(fair.state(id)).isEqualTo(ContestState.DRAWN);
    Bundle bundle = bundle(id);
    assertThat(bundle.list().root()).isEqualTo(first);
    assertThat(bundle.amendments())
        .singleElement()
        .satisfies(
            amendment -> {
              assertThat(amendment.root()).isEqualTo(fair.contest(id).root());
              assertThat(amendment.struck()).containsExactly(pseudonym);
            });
    assertThat(bundle.draws().get(0).root()).isEqualTo(fair.contest(id).root());
  }

  @Test
  void leavesTheWinnersAloneWhenALoserIsStruck() {
    ContestId id = drawn(8, "First", "Second");
    Drawing.toResult(fair, id);
    List<String> before = winners(id);
    Set<String> won = before.stream().map(w -> w.split(" ")[1]).collect(Collectors.toSet());
    bundle(id).list().entries().stream()
        .map(Bundle.Line::pseudonym)
        .filter(pseudonym -> !won.contains(pseudonym))
        .forEach(
            loser -> fair.room.organising().strike(fair.operator, id, loser, "A second account"));

    assertThat(winners(id)).isEqualTo(before);
  }

  @Test
  void drawsAgainByFreshChanceForAPrizeThatCameBack() {
    ContestId id = drawn(8, "First", "Second");
    Drawing.toResult(fair, id);
    List<String> before = winners(id);
    String winner = before.get(0).split(" ")[1];
    fair.room.organising().strike(fair.operator, id, winner, "Never answered");
    assertThat(winners(id)).containsExactly(before.get(1));
    assertThat(refused(() -> fair.room.organising().advance(fair.operator, id, "")))
        .isEqualTo(ProblemType.CONTEST_EARLY);
    Instant objections = fair.contest(id).objectionsUntil();
    fair.pass(Duration.ofMinutes(9));
    assertThat(bundle(id).draws()).hasSize(1);

    fair.pass(Duration.ofMinutes(2));

    Bundle bundle = bundle(id);
    assertThat(bundle.draws()).hasSize(2);
    assertThat(fair.contest(id).objectionsUntil()).isAfter(objections);
    Bundle.Round fresh = bundle.draws().get(1);
    assertThat(fresh.randomness()).isNotEqualTo(bundle.draws().get(0).randomness());
    assertThat(fresh.prizes()).containsExactly(1);
    assertThat(fresh.excluded()).contains(winner, before.get(1).split(" ")[1]);
    assertThat(winners(id)).hasSize(2).contains(before.get(1)).doesNotContain(before.get(0));
  }

  @Test
  void givesAPrizeBackWhenItsWinnerLeaves() {
    ContestId id = fair.published(Kind.DRAW, Source.COMMITMENT, Fair.lot("A cake"));
    List<Actor> crowd = Drawing.crowd(fair, id, 4);
    Drawing.toResult(fair, id);
    String winner = winners(id).get(0).split(" ")[1];
    Actor lucky =
        crowd.stream().filter(a -> fair.pseudonym(id, a).equals(winner)).findFirst().orElseThrow();

    fair.room.contests().leave(lucky, id);
    assertThat(winners(id)).isEmpty();
    fair.pass(Duration.ofHours(80));

    assertThat(winners(id)).hasSize(1).noneMatch(w -> w.endsWith(winner));
    assertThat(fair.state(id)).isEqualTo(ContestState.PROVISIONAL_RESULT);
    fair.pass(Duration.ofHours(73));
    assertThat(fair.state(id)).isEqualTo(ContestState.FINAL);
  }

  @Test
  void drawsAgainForAPrizeThatComesBackAfterTheResultIsFinal() {
    ContestId id = drawn(3, "A cake");
    Drawing.toResult(fair, id);
    fair.pass(Duration.ofHours(73));
    assertThat(fair.state(id)).isEqualTo(ContestState.FINAL);

    for (int draws = 2; draws <= 3; draws++) {
      fair.room
          .organising()
          .strike(fair.operator, id, winners(id).get(0).split(" ")[1], "Never answered");
      fair.pass(Duration.ofMinutes(11));
      assertThat(bundle(id).draws()).hasSize(draws);
    }
    fair.room
        .organising()
        .strike(fair.operator, id, winners(id).get(0).split(" ")[1], "Never answered");
    fair.pass(Duration.ofDays(2));

    assertThat(bundle(id).draws()).as("nobody is left").hasSize(3);
    fair.room.awarding().carryOver(fair.operator, id, 1);
    assertThat(fair.state(id)).isEqualTo(ContestState.PRIZES_AWARDED);
  }

  @Test
  void waitsForAnAlternatesRoundAndTakesTheChainWhenTheBeaconIsSilent() {
    ContestId id = fair.published(Kind.DRAW, Source.BEACON, Fair.lot("A cake"));
    Drawing.crowd(fair, id, 4);
    Drawing.toResult(fair, id);
    fair.pass(Duration.ofHours(25));
    long named = Objects.requireNonNull(fair.contest(id).round());
    fair.room
        .organising()
        .strike(fair.operator, id, winners(id).get(0).split(" ")[1], "Never answered");

    long fresh = Objects.requireNonNull(fair.contest(id).round());
    assertThat(fresh).isGreaterThan(named);
    fair.pass(Duration.ofHours(23));
    assertThat(bundle(id).draws()).hasSize(1);
    assertThat(refused(() -> fair.room.organising().advance(fair.operator, id, ROUND_1000)))
        .isEqualTo(ProblemType.RANDOMNESS_WRONG);
    fair.pass(Duration.ofHours(2));
    assertThat(bundle(id).draws()).hasSize(2);
  }

  @Test
  void waitsForTheAnswerToEveryObjection() {
    ContestId id = drawn(4, "A cake");
    Actor anne = fair.entered(id, "Anne");
    Drawing.toResult(fair, id);
    assertThat(refused(() -> fair.room.contests().object(anne, id, "short")))
        .isEqualTo(ProblemType.INVALID);
    fair.room.contests().object(anne, id, "My own tickets are missing.");
    fair.pass(Duration.ofHours(73));
    assertThat(fair.state(id)).isEqualTo(ContestState.PROVISIONAL_RESULT);
    ResultDao.Objection objection = fair.room.contests().objections(id).get(0);

    fair.room
        .awarding()
        .answer(fair.operator, id, objection.objectionId().value(), "You had no points.");
    fair.pass(Duration.ofMinutes(1));

    assertThat(fair.state(id)).isEqualTo(ContestState.FINAL);
    assertThat(refused(() -> fair.room.contests().object(anne, id, "Once more, please.")))
        .isEqualTo(ProblemType.CONTEST_STATE);
  }

  @Test
  void drawsNobodyWhenTooFewCame() {
    ContestId id = drawn(1, "A cake");
    fair.entered(id, "Without points");
    Drawing.toResult(fair, id);

    assertThat(winners(id)).isEmpty();
    assertThat(bundle(id).draws()).isEmpty();
    fair.pass(Duration.ofHours(73));
    assertThat(fair.room.contests().prizes(id).get(0).state()).isEqualTo(Prize.State.CARRIED_OVER);
  }
}
