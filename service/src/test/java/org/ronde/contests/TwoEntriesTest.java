package org.ronde.contests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.contests.Terms.Source;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.ids.ContestId;
import org.ronde.members.Obstacle;
import org.ronde.members.Person;

/** Two accounts of one person in contests, on the ledger and the boards as members have them. */
@Tag("database")
class TwoEntriesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private Books books = new Books(database);
  private Fair fair = books.fair;
  private Actor old = fair.member("Hugo");
  private Actor hugo = fair.member("Hugo Roux");

  @BeforeEach
  void fresh() {
    books = new Books(database);
    fair = books.fair;
    old = fair.member("Hugo");
    hugo = fair.member("Hugo Roux");
  }

  private Person person(Actor actor) {
    return fair.member(actor.memberId());
  }

  private void join() {
    database
        .transactions()
        .run(
            () -> {
              fair.room.joining().merging(person(old), person(hugo));
              books.points.merge(old.memberId(), hugo.memberId(), "");
            });
    books.requireSound();
  }

  private List<Obstacle> obstacles() {
    return fair.room.joining().obstacles(person(old), person(hugo));
  }

  private Entrant entrant(ContestId id, Actor actor) {
    return fair.room.contests().findEntrant(Optional.of(actor), id).orElseThrow();
  }

  private void enter(ContestId id, Actor... actors) {
    for (Actor actor : actors) {
      fair.room.contests().enter(actor, id, "", true);
    }
  }

  @Test
  void takesThePlaceOfTheAccountThatEndsWithAllThatBothDid() {
    ContestId id = fair.published(Terms.Kind.MERIT, Source.BEACON);
    enter(id, old);
    Actor anne = fair.entered(id, "Anne");
    fair.open();
    books.act(old, fair.now());
    books.act(hugo, fair.now().minusSeconds(60));
    books.act(anne, fair.now());

    assertThat(obstacles()).isEmpty();
    join();

    long one = books.points.balance(anne.memberId());
    assertThat(books.board(id)).containsExactly("Hugo Roux " + 2 * one, "Anne " + one);
    assertThat(entrant(id, old).active()).isFalse();
    assertThat(entrant(id, hugo))
        .satisfies(
            entrant -> {
              assertThat(entrant.active()).isTrue();
              assertThat(entrant.shown()).isTrue();
              assertThat(entrant.enteredAt()).isEqualTo(entrant(id, old).enteredAt());
              assertThat(entrant.pseudonym()).isNotEqualTo(entrant(id, old).pseudonym());
            });
    assertThat(fair.room.contests().entrants(id)).isEqualTo(2);
  }

  @Test
  void keepsOneEntryOfTwoAndSealsIt() {
    ContestId id = fair.published(Terms.Kind.MERIT, Source.BEACON);
    enter(id, old, hugo);
    String own = entrant(id, hugo).pseudonym();
    Actor anne = fair.entered(id, "Anne");
    fair.open();
    books.act(old, fair.now());
    books.act(hugo, fair.now());
    books.act(anne, fair.now());
    long one = books.points.balance(anne.memberId());

    join();
    assertThat(books.board(id)).containsExactly("Hugo Roux " + 2 * one, "Anne " + one);
    fair.freeze();
    fair.close();
    fair.seal();
    fair.pass(Duration.ofDays(1));

    assertThat(entrant(id, hugo).pseudonym()).isEqualTo(own);
    assertThat(books.board(id)).hasSize(2).first().isEqualTo("Hugo Roux " + 2 * one);
  }

  @Test
  void doesNotBringAnEntryBackThatWasStruck() {
    ContestId id = fair.published(Terms.Kind.MERIT, Source.BEACON);
    enter(id, old, hugo);
    fair.open();
    fair.room
        .organising()
        .strike(fair.operator, id, entrant(id, hugo).pseudonym(), "Two accounts in one contest.");

    join();

    assertThat(entrant(id, hugo).active()).isFalse();
    assertThat(entrant(id, old).active()).isFalse();
  }

  @Test
  void waitsFromTheFreezeToTheResult() {
    ContestId id = fair.published(Terms.Kind.MERIT, Source.BEACON);
    enter(id, old);
    fair.entered(id, "Anne");
    fair.open();
    books.act(old, fair.now());
    assertThat(obstacles()).isEmpty();

    fair.freeze();
    assertThat(obstacles())
        .extracting(Obstacle::kind, Obstacle::title, Obstacle::path)
        .containsExactly(tuple(Obstacle.Kind.CONTEST, "The big day", "/contests/" + id));
    assertThat(Fair.refused(() -> fair.room.joining().merging(person(old), person(hugo))))
        .isEqualTo(ProblemType.ACCOUNTS_TIED);
    fair.close();
    assertThat(obstacles()).hasSize(1);
    fair.seal();
    assertThat(obstacles()).hasSize(1);
  }

  @Test
  void waitsWhileTheBoardOfTheAccountThatGoesOnIsFrozen() {
    ContestId id = fair.published(Terms.Kind.MERIT, Source.BEACON);
    enter(id, hugo);
    fair.open();
    fair.freeze();

    assertThat(obstacles()).extracting(Obstacle::kind).containsExactly(Obstacle.Kind.CONTEST);
    fair.room.contests().leave(hugo, id);
    assertThat(obstacles()).isEmpty();
  }

  @Test
  void waitsForAPrizeAndLeavesSealedListsAsTheyAre() {
    ContestId id =
        fair.published(Terms.Kind.DRAW, Source.COMMITMENT, Fair.lot("A cake"), Fair.lot("A pie"));
    enter(id, old);
    fair.open();
    books.act(old, fair.now());
    books.act(fair.entered(id, "Anne"), fair.now());
    fair.freeze();
    fair.close();
    fair.seal();
    fair.draw();
    fair.pass(Duration.ofHours(25));
    assertThat(fair.state(id)).isEqualTo(ContestState.PROVISIONAL_RESULT);
    assertThat(obstacles()).extracting(Obstacle::kind).containsExactly(Obstacle.Kind.CONTEST);
    fair.pass(Duration.ofDays(4));
    assertThat(fair.state(id)).isEqualTo(ContestState.FINAL);
    assertThat(obstacles()).extracting(Obstacle::kind).containsExactly(Obstacle.Kind.PRIZE);
    fair.room.awarding().handOver(fair.operator, id, 1, Prize.Guardian.OF_AGE);
    fair.room.awarding().handOver(fair.operator, id, 2, Prize.Guardian.OF_AGE);
    assertThat(obstacles()).isEmpty();
    Object before = fair.room.proofs().bundle(Optional.empty(), fair.contest(id));

    join();

    assertThat(fair.room.proofs().bundle(Optional.empty(), fair.contest(id))).isEqualTo(before);
    assertThat(entrant(id, old).active()).isTrue();
  }

  @Test
  void countsAllAsOneOnceItIsMerged() {
    books.act(old, fair.now());
    books.act(hugo, fair.now());
    long both = books.points.balance(old.memberId()) + books.points.balance(hugo.memberId());

    join();

    assertThat(books.points.balance(old.memberId())).isZero();
    assertThat(books.points.balance(hugo.memberId())).isEqualTo(both);
  }
}
