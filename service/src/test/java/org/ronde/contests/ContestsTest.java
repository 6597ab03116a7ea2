package org.ronde.contests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.contests.Terms.Kind;
import org.ronde.contests.Terms.Source;
import org.ronde.contests.draw.Hash;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.ids.ActivityId;
import org.ronde.ids.ContestId;
import org.ronde.points.Entry;
import org.ronde.points.ValidationLevel;

@Tag("database")
class ContestsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private Fair fair = new Fair(database);

  @BeforeEach
  void fresh() {
    fair = new Fair(database);
  }

  private List<Standings.Line> lines(ContestId id) {
    return fair.room.standings().page(Optional.empty(), fair.contest(id), 1).lines();
  }

  private List<String> board(ContestId id) {
    return lines(id).stream()
        .map(line -> line.rank() + " " + line.name() + " " + line.points())
        .toList();
  }

  // The way of a contest

  @Test
  void runsByTheClockFromRulesToArchive() {
    ContestId id = fair.published(Kind.MERIT, Source.COMMITMENT, Fair.lot("A paddle board"));
    Actor anne = fair.entered(id, "Anne");
    Actor bruno = fair.entered(id, "Bruno");
    assertThat(fair.state(id)).isEqualTo(ContestState.RULES_PUBLISHED);

    fair.open();
    assertThat(fair.state(id)).isEqualTo(ContestState.OPEN);
    fair.ledger.award(anne.memberId(), 40, fair.now());
    fair.ledger.award(bruno.memberId(), 30, fair.now());
    fair.freeze();
    assertThat(fair.state(id)).isEqualTo(ContestState.FROZEN);
    fair.close();
    assertThat(fair.state(id)).isEqualTo(ContestState.SETTLING);
    fair.seal();
    assertThat(fair.state(id)).isEqualTo(ContestState.ENTRIES_SEALED);
    fair.draw();
    assertThat(fair.state(id)).isEqualTo(ContestState.RANKED);
    fair.pass(Duration.ofDays(1));
    assertThat(fair.state(id)).isEqualTo(ContestState.PROVISIONAL_RESULT);
    assertThat(fair.told(anne)).anyMatch(title -> title.contains("A paddle board"));
    assertThat(fair.told(bruno)).noneMatch(title -> title.contains("A paddle board"));
    fair.pass(Duration.ofHours(73));
    assertThat(fair.state(id)).isEqualTo(ContestState.FINAL);
    fair.room.awarding().handOver(fair.operator, id, 1, Prize.Guardian.OF_AGE);
    assertThat(fair.state(id)).isEqualTo(ContestState.PRIZES_AWARDED);
    fair.pass(Duration.ofDays(90));
    assertThat(fair.state(id)).isEqualTo(ContestState.ARCHIVED);
    assertThat(lines(id)).allMatch(line -> line.name() == null);
  }

  @Test
  void movesNothingBeforeItsTimeNotEvenForTheOperator() {
    ContestId id = fair.published(Kind.DRAW, Source.COMMITMENT, Fair.lot("A cake"));

    assertThat(Fair.refused(() -> fair.room.organising().advance(fair.operator, id, "")))
        .isEqualTo(ProblemType.CONTEST_EARLY);
    assertThat(Fair.refused(() -> fair.room.organising().resume(fair.operator, id)))
        .isEqualTo(ProblemType.CONTEST_STATE);
    assertThat(Fair.refused(() -> fair.room.organising().publish(fair.operator, id, "")))
        .isEqualTo(ProblemType.CONTEST_STATE);
    assertThat(
            Fair.refused(
                () -> fair.room.awarding().handOver(fair.operator, id, 1, Prize.Guardian.OF_AGE)))
        .isEqualTo(ProblemType.CONTEST_STATE);
  }

  @Test
  void existsForOperatorsAloneWhileADraft() {
    Contest draft =
        fair.room.organising().create(fair.operator, fair.draft(Kind.MERIT, Source.BEACON));
    Actor anne = fair.member("Anne");

    assertThat(Fair.refused(() -> fair.room.contests().contest(Optional.of(anne), draft.id())))
        .isEqualTo(ProblemType.NOT_FOUND);
    assertThat(Fair.refused(() -> fair.room.contests().enter(anne, draft.id(), "", true)))
        .isEqualTo(ProblemType.NOT_FOUND);
    assertThat(
            Fair.refused(
                () -> fair.room.organising().create(anne, fair.draft(Kind.MERIT, Source.BEACON))))
        .isEqualTo(ProblemType.NOT_FOUND);
    assertThat(Fair.refused(() -> fair.room.organising().publish(anne, draft.id(), "")))
        .isEqualTo(ProblemType.NOT_FOUND);
  }

  @Test
  void publishesRulesThatCanBeHashedAgain() {
    ContestId id = fair.published(Kind.DRAW, Source.BEACON, Fair.lot("A cake"));

    Rules rules = fair.room.contests().rules(id).get(0);
    assertThat(rules.sha256()).isEqualTo(Hash.sha256(rules.textEn() + '\0' + rules.textFr()).hex());
    assertThat(rules.textEn())
        .contains("The big day", "1 place du Capitole", "asks for no fee", "A cake", "€50")
        .contains("UTC", "drand quicknet", "72 hours", "contest@ronde.example");
    assertThat(rules.textFr())
        .contains("La Grosse Journée", "sans obligation d’achat", "50", "72 heures", "UTC");
  }

  @Test
  void pausesAndGoesOnWhereItWas() {
    ContestId id = fair.published(Kind.MERIT, Source.BEACON);
    fair.open();
    fair.room.organising().suspend(fair.operator, id, "A storm");
    fair.freeze();
    assertThat(fair.state(id)).isEqualTo(ContestState.SUSPENDED);

    fair.room.organising().resume(fair.operator, id);
    assertThat(fair.state(id)).isEqualTo(ContestState.OPEN);
    fair.pass(Duration.ZERO);
    assertThat(fair.state(id)).isEqualTo(ContestState.FROZEN);
  }

  // Entering

  @Test
  void takesStaffAndStrangersOfAnInvitedCompanyOut() {
    Actor paul = fair.trader("Boulangerie Paul");
    ContestDraft open = fair.draft(Kind.MERIT, Source.BEACON);
    Contest contest =
        fair.room
            .organising()
            .create(fair.operator, Drafts.of(open).companies(paul.company().companyId()));
    fair.room.organising().publish(fair.operator, contest.id(), "");

    assertThat(
            Fair.refused(() -> fair.room.contests().enter(fair.operator, contest.id(), "", true)))
        .isEqualTo(ProblemType.STAFF_EXCLUDED);
    assertThat(
            Fair.refused(
                () -> fair.room.contests().enter(fair.member("Anne"), contest.id(), "", true)))
        .isEqualTo(ProblemType.NOT_ELIGIBLE);
    assertThat(fair.room.contests().enter(paul, contest.id(), "", true).active()).isTrue();
  }

  @Test
  void countsWhatWasDoneInTheWindowBeforeEntering() {
    ContestId id = fair.published(Kind.MERIT, Source.BEACON);
    fair.open();
    Actor anne = fair.member("Anne");
    fair.ledger.award(anne.memberId(), 25, fair.now());
    fair.ledger.award(anne.memberId(), 99, fair.now().minus(Duration.ofDays(1)));

    fair.room.contests().enter(anne, id, "", true);

    assertThat(board(id)).containsExactly("1 Anne 25");
    fair.close();
    fair.seal();
    assertThat(Fair.refused(() -> fair.room.contests().enter(fair.member("Late"), id, "", true)))
        .isEqualTo(ProblemType.CONTEST_STATE);
  }

  @Test
  void entersOncePerPersonAndShowsOnlyWhoWantsIt() {
    ContestId id = fair.published(Kind.MERIT, Source.BEACON);
    Actor anne = fair.member("Anne");
    Entrant first = fair.room.contests().enter(anne, id, "", true);
    Entrant again = fair.room.contests().enter(anne, id, "", false);
    fair.open();
    fair.ledger.award(anne.memberId(), 5, fair.now());

    assertThat(again.entrantId()).isEqualTo(first.entrantId());
    assertThat(fair.room.contests().entrants(id)).isEqualTo(1);
    assertThat(lines(id).get(0).name()).isNull();
    assertThat(lines(id).get(0).alias()).isEqualTo(first.pseudonym().substring(0, 8));
  }

  @Test
  void takesNoPointsFromTradeIntoContests() {
    ContestId id = fair.published(Kind.DRAW, Source.BEACON, Fair.lot("A cake"));
    Actor anne = fair.entered(id, "Anne");
    fair.open();

    fair.ledger.award(anne.memberId(), 500, fair.now(), ValidationLevel.WITNESSES, false);

    assertThat(board(id)).isEmpty();
  }

  // Windows: E18, E19

  @Test
  void holdsTheFirstMomentAndNotTheLast() {
    ContestId id = fair.published(Kind.MERIT, Source.BEACON);
    Terms terms = fair.contest(id).terms();
    Actor anne = fair.entered(id, "Anne");
    fair.open();
    fair.ledger.award(anne.memberId(), 1, terms.opensAt());
    fair.ledger.award(anne.memberId(), 10, terms.opensAt().minusMillis(1));
    fair.ledger.award(anne.memberId(), 100, terms.closesAt());
    fair.ledger.award(anne.memberId(), 1000, terms.closesAt().minusMillis(1));

    assertThat(board(id)).containsExactly("1 Anne 1001");
  }

  @Test
  void givesEverybodyTheirOwnDaysAcrossTheNightWhenClocksChange() {
    Terms terms = Drafts.localDays("2026-10-25", "2026-10-25");
    Terms.Window paris = terms.window(Fair.PARIS, Instant.EPOCH);
    Terms.Window tokyo = terms.window(ZoneId.of("Asia/Tokyo"), Instant.EPOCH);

    assertThat(Duration.between(paris.start(), paris.end())).isEqualTo(Duration.ofHours(25));
    assertThat(Duration.between(tokyo.start(), tokyo.end())).isEqualTo(Duration.ofHours(24));
    assertThat(paris.start()).isEqualTo(Instant.parse("2026-10-24T22:00:00Z"));
    assertThat(terms.opensAt()).isEqualTo(Instant.parse("2026-10-24T10:00:00Z"));
    assertThat(terms.closesAt()).isEqualTo(Instant.parse("2026-10-26T12:00:00Z"));
    Terms.Window kiritimati = terms.window(ZoneId.of("Pacific/Kiritimati"), Instant.EPOCH);
    assertThat(kiritimati.start()).isEqualTo(terms.opensAt());
  }

  @Test
  void keepsTheDaysOfATravellerWhereTheyEntered() {
    ContestDraft days =
        Drafts.of(fair.draft(Kind.MERIT, Source.BEACON)).mode(Terms.ZoneMode.LOCAL_DAY);
    ContestId id = fair.room.organising().create(fair.operator, days).id();
    database.clock().moveTo(fair.now().minus(Duration.ofDays(3)));
    fair.room.organising().publish(fair.operator, id, "");
    Actor anne = fair.member("Anne");
    Terms terms = fair.contest(id).terms();
    ZoneId tokyo = ZoneId.of("Asia/Tokyo");
    Instant end = terms.window(tokyo, Instant.EPOCH).end();

    fair.room.contests().enter(anne, id, "Asia/Tokyo", true);
    Entrant travelled = fair.room.contests().enter(anne, id, "America/Los_Angeles", true);
    database.clock().moveTo(end);
    fair.room.course().advance();
    fair.ledger.award(anne.memberId(), 10, end);
    fair.ledger.award(anne.memberId(), 1, end.minusMillis(1));

    assertThat(travelled.zone()).isEqualTo("Asia/Tokyo");
    assertThat(fair.room.contests().ownPoints(fair.contest(id), travelled)).isEqualTo(1);
  }

  // Ties and ranks: E1, E2

  @Test
  void breaksTiesByThePublishedOrderAndSharesPlaces() {
    ContestId id = fair.published(Kind.MERIT, Source.BEACON, Fair.lot("First"), Fair.lot("Second"));
    Actor late = fair.entered(id, "Late");
    Actor early = fair.entered(id, "Early");
    Actor varied = fair.entered(id, "Varied");
    Actor strong = fair.entered(id, "Strong");
    Actor last = fair.entered(id, "Last");
    fair.open();
    Instant at = fair.now();
    ActivityId one = new ActivityId(UUID.randomUUID());
    ActivityId two = new ActivityId(UUID.randomUUID());
    award(late, 20, at.plusSeconds(60), ValidationLevel.OPPONENT, one);
    award(early, 20, at, ValidationLevel.OPPONENT, one);
    // Worth nothing, so it decides no tie.
    award(early, 0, at.plusSeconds(600), ValidationLevel.OFFICER, two);
    award(varied, 10, at.plusSeconds(90), ValidationLevel.OPPONENT, one);
    award(varied, 10, at.plusSeconds(90), ValidationLevel.OPPONENT, two);
    award(strong, 20, at.plusSeconds(300), ValidationLevel.WITNESSES, one);
    award(last, 5, at, ValidationLevel.OFFICER, one);
    fair.freeze();
    fair.close();
    fair.seal();
    fair.draw();
    fair.room.organising().advance(fair.operator, id, "");

    assertThat(board(id))
        .containsExactly("1 Strong 20", "1 Varied 20", "1 Early 20", "1 Late 20", "5 Last 5");
  }

  private void award(Actor actor, int points, Instant at, ValidationLevel level, ActivityId what) {
    fair.ledger.write(actor.memberId(), points, at, level, true, what, 1, null);
  }

  // Evidence and validation after the window: E3, E4, E6, E7

  @Test
  void countsWhatWasDoneInTimeHoweverLateItWasValidatedUntilTheSeal() {
    ContestId id = fair.published(Kind.MERIT, Source.BEACON);
    Actor anne = fair.entered(id, "Anne");
    Actor bruno = fair.entered(id, "Bruno");
    fair.open();
    Instant act = fair.now();
    Entry taken = fair.ledger.award(bruno.memberId(), 70, act);
    fair.freeze();
    fair.close();
    fair.ledger.award(anne.memberId(), 30, act);
    fair.ledger.reverse(taken);
    fair.seal();
    fair.ledger.award(anne.memberId(), 500, act);
    fair.draw();
    fair.room.organising().advance(fair.operator, id, "");

    assertThat(board(id)).containsExactly("1 Anne 30", "2 Bruno 0");
    assertThat(Tables.of(database.jdbi()).tally().beside(id))
        .singleElement()
        .satisfies(beside -> assertThat(beside.points()).isEqualTo(500));
  }

  // The rules of points are corrected: E32

  @Test
  void countsEntriesOfANewVersionOfThePointsAndNoneOfTheOld() {
    ContestId id = fair.published(Kind.MERIT, Source.BEACON);
    Actor anne = fair.entered(id, "Anne");
    fair.open();
    fair.ledger.award(anne.memberId(), 30, fair.now());
    fair.ledger.write(
        anne.memberId(), 20, fair.now(), ValidationLevel.WITNESSES, true, null, 2, null);
    assertThat(board(id)).containsExactly("1 Anne 30");

    fair.room.organising().rescore(fair.operator, id, 2, "A bonus was counted twice");

    assertThat(board(id)).containsExactly("1 Anne 20");
    assertThat(
            Tables.of(database.jdbi()).tally().points(id, 2).stream().map(TallyDao.Point::points))
        .as("what the seal will reckon with")
        .containsExactly(20);
    assertThat(fair.room.contests().rules(id)).hasSize(2);
    assertThat(
            Fair.refused(
                () -> fair.room.organising().rescore(fair.operator, id, 2, "The same again")))
        .isEqualTo(ProblemType.INVALID);
  }

  // Drafts that do not fit

  @Test
  void saysWhatDoesNotFit() {
    ContestDraft good = fair.draft(Kind.DRAW, Source.BEACON, Fair.lot("A cake"));
    Map<String, ContestDraft> wrong =
        Map.of(
            "zoneMode", Drafts.of(good).mode(Terms.ZoneMode.LOCAL_DAY),
            "closes", Drafts.of(good).closes(good.opens()),
            "prizeTitle-1", Drafts.of(good).prizes(List.of()),
            "ticketCap", Drafts.of(good).cap(7),
            "zone", Drafts.of(good).zone("Europe/Atlantis"),
            "titleFr", Drafts.of(good).titleFr(" "),
            "levelMin", Drafts.of(good).level(ValidationLevel.SELF));

    wrong.forEach(
        (field, draft) ->
            assertThat(Drafts.faults(() -> fair.room.organising().create(fair.operator, draft)))
                .as(field)
                .contains(field));
  }
}
