package org.ronde.contests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.contests.Terms.Kind;
import org.ronde.contests.Terms.Source;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.ids.ActivityId;
import org.ronde.ids.ContestId;
import org.ronde.points.Cause;

/** Contests on the ledger and the boards as members have them. */
@Tag("database")
class ContestLedgerTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private Books books = new Books(database);
  private Fair fair = books.fair;

  @BeforeEach
  void fresh() {
    books = new Books(database);
    fair = books.fair;
  }

  private long own(ContestId id, Actor actor) {
    return fair.room
        .contests()
        .ownPoints(
            fair.contest(id),
            fair.room.contests().findEntrant(Optional.of(actor), id).orElseThrow());
  }

  private void reveal(ContestId id) {
    fair.close();
    fair.seal();
    fair.draw();
    fair.room.organising().advance(fair.operator, id, "");
  }

  @Test
  void countsInTheResultWhatWasWonWhileTheBoardStoodStill() {
    ContestId id = fair.published(Kind.MERIT, Source.COMMITMENT);
    Actor anne = fair.entered(id, "Anne");
    Actor bruno = fair.entered(id, "Bruno");
    fair.open();
    books.act(anne, fair.now());
    books.act(bruno, fair.now());
    Cause taken = books.act(bruno, fair.now());
    long each = own(id, anne);
    books.requireSound();
    fair.freeze();
    books.act(anne, fair.now());
    books.points.reverse(taken, "");
    books.catchUp();

    assertThat(books.board(id)).containsExactly("Bruno " + 2 * each, "Anne " + each);
    assertThat(own(id, anne)).isEqualTo(2 * each);
    books.requireSound();
    reveal(id);
    assertThat(books.board(id)).containsExactly("Anne " + 2 * each, "Bruno " + each);
    books.requireSound();
  }

  @Test
  void showsNothingOnAFrozenBoardOfWhatANewcomerDidSince() {
    ContestId id = fair.published(Kind.MERIT, Source.COMMITMENT);
    Actor anne = fair.entered(id, "Anne");
    fair.open();
    Actor bruno = fair.member("Bruno");
    books.act(anne, fair.now());
    books.act(bruno, fair.now());
    long each = own(id, anne);
    fair.freeze();
    books.act(bruno, fair.now());
    fair.room.contests().leave(anne, id);
    books.act(anne, fair.now());

    fair.room.contests().enter(bruno, id, "", true);
    fair.room.contests().enter(anne, id, "", true);

    assertThat(books.board(id)).containsExactlyInAnyOrder("Anne " + each, "Bruno " + each);
    assertThat(own(id, bruno)).isEqualTo(2 * each);
    books.requireSound();
    reveal(id);
    assertThat(books.board(id)).containsExactlyInAnyOrder("Anne " + 2 * each, "Bruno " + 2 * each);
    books.requireSound();
  }

  @Test
  void countsForOneContestWhatAnotherVeils() {
    ContestId frozen = fair.published(Kind.MERIT, Source.COMMITMENT);
    Actor anne = fair.entered(frozen, "Anne");
    fair.open();
    fair.freeze();
    ContestId other = fair.published(Kind.MERIT, Source.COMMITMENT);
    fair.open();
    books.act(anne, fair.now());

    fair.room.contests().enter(anne, other, "", true);

    assertThat(own(other, anne)).isEqualTo(own(frozen, anne)).isPositive();
    assertThat(books.board(other)).isEmpty();
    books.requireSound();
  }

  // Leaving: E15, E16

  @Test
  void erasesAMemberInTheMiddleAndKeepsTheOthersWhereTheyStand() {
    ContestId id = fair.published(Kind.DRAW, Source.COMMITMENT, Fair.lot("A cake"));
    Actor anne = fair.entered(id, "Anne");
    Actor bruno = fair.entered(id, "Bruno");
    Actor clara = fair.entered(id, "Clara");
    Actor david = fair.entered(id, "David");
    fair.open();
    for (Actor actor : List.of(anne, bruno, clara, david)) {
      books.act(actor, fair.now());
    }
    long each = own(id, anne);

    fair.room.contests().erase(anne.memberId());
    assertThat(books.board(id)).hasSize(3).doesNotContain("Anne " + each);
    fair.freeze();
    fair.room.contests().erase(bruno.memberId());
    assertThat(books.board(id)).containsExactlyInAnyOrder("Clara " + each, "David " + each);
    books.requireSound();
    fair.close();
    fair.seal();
    String pseudonym = fair.pseudonym(id, clara);
    String root = fair.contest(id).root();
    fair.room.contests().erase(clara.memberId());

    assertThat(fair.contest(id).root()).isNotEqualTo(root);
    assertThat(Tables.of(database.jdbi()).results().amendments(id))
        .singleElement()
        .satisfies(amendment -> assertThat(amendment.pseudonym()).isEqualTo(pseudonym));
    assertThat(Tables.of(database.jdbi()).results().sealed(id))
        .extracting(ResultDao.Sealed::pseudonym)
        .containsExactlyInAnyOrder(pseudonym, fair.pseudonym(id, david));
    books.requireSound();
  }

  // What can be won: E5

  @Test
  void saysThatAPrizeIsAtStakeWhileOneCanBeWonByIt() {
    ContestId honour = fair.published(Kind.MERIT, Source.COMMITMENT);
    ContestId prize = fair.published(Kind.DRAW, Source.COMMITMENT, Fair.lot("A cake"));
    Actor anne = fair.entered(honour, "Anne");
    Actor bruno = fair.entered(prize, "Bruno");
    Instant inTime = fair.contest(prize).terms().opensAt();
    Instant tooLate = fair.contest(prize).terms().closesAt();
    fair.open();

    assertThat(atStake(anne, inTime)).as("nothing to win").isFalse();
    assertThat(atStake(bruno, inTime)).isTrue();
    assertThat(atStake(bruno, inTime.minusMillis(1))).as("before it opened").isFalse();
    assertThat(atStake(bruno, tooLate)).as("at the close").isFalse();
    fair.freeze();
    fair.close();
    assertThat(atStake(bruno, inTime)).as("still settling").isTrue();
    fair.room.contests().leave(bruno, prize);
    assertThat(atStake(bruno, inTime)).as("left").isFalse();
    fair.room.organising().suspend(fair.operator, prize, "A storm");
    fair.room.organising().resume(fair.operator, prize);
    fair.seal();
    assertThat(atStake(bruno, inTime)).as("sealed").isFalse();
  }

  private boolean atStake(Actor actor, Instant at) {
    return books.tally.prizeAtStake(
        new Tally.Act(actor.memberId(), new ActivityId(UUID.randomUUID()), null, "31", at));
  }

  // Late words: E6, E8

  @Test
  void tellsTheOrganiserOfPointsTakenBackAfterTheSeal() {
    ContestId id = fair.published(Kind.DRAW, Source.COMMITMENT, Fair.lot("A cake"));
    Actor anne = fair.entered(id, "Anne");
    fair.open();
    Cause cause = books.act(anne, fair.now());
    long each = own(id, anne);
    fair.freeze();
    fair.close();
    fair.seal();
    books.points.reverse(cause, "");
    books.act(anne, fair.contest(id).terms().opensAt().plus(Duration.ofHours(2)));
    books.act(anne, fair.contest(id).terms().opensAt().plus(Duration.ofHours(3)));
    books.catchUp();

    assertThat(Tables.of(database.jdbi()).tally().beside(id))
        .singleElement()
        .satisfies(beside -> assertThat(beside.points()).isEqualTo(each));
    assertThat(own(id, anne)).isEqualTo(each);
    books.requireSound();
  }

  @Test
  void drawsFromWhatTheLedgerSaysToTheLastPrize() {
    ContestId id = fair.published(Kind.DRAW, Source.COMMITMENT, Fair.lot("A cake"));
    List<Actor> crowd =
        List.of(fair.entered(id, "Anne"), fair.entered(id, "Bruno"), fair.entered(id, "Clara"));
    fair.open();
    crowd.forEach(actor -> books.act(actor, fair.now()));
    fair.freeze();
    books.act(crowd.get(2), fair.now());
    reveal(id);
    Tables tables = Tables.of(database.jdbi());
    assertThat(tables.results().sealed(id))
        .extracting(ResultDao.Sealed::tickets)
        .containsExactly(5, 2, 2);

    fair.room
        .organising()
        .strike(
            fair.operator, id, tables.results().winners(id).get(0).pseudonym(), "Never answered");
    fair.pass(Duration.ofMinutes(11));
    books.requireSound();
    fair.pass(Duration.ofHours(73));
    fair.room.awarding().handOver(fair.operator, id, 1, Prize.Guardian.OF_AGE);

    assertThat(fair.state(id)).isEqualTo(ContestState.PRIZES_AWARDED);
    books.requireSound();
  }
}
