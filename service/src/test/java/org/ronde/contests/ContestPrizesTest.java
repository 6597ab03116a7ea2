package org.ronde.contests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.contests.Terms.Kind;
import org.ronde.contests.Terms.Source;
import org.ronde.contests.draw.Bundle;
import org.ronde.contests.draw.Hash;
import org.ronde.contests.draw.SealedList;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.ids.ContestId;
import org.ronde.ids.ListingId;
import org.ronde.listings.Listing;

/** Who leaves and what is won. */
@Tag("database")
class ContestPrizesTest {
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

  // Leaving and erasing: E15, E16

  @Test
  void leavesTheBoardAndComesBack() {
    ContestId id = fair.published(Kind.MERIT, Source.BEACON);
    Actor anne = fair.entered(id, "Anne");
    Actor bruno = fair.entered(id, "Bruno");
    fair.open();
    fair.ledger.award(anne.memberId(), 30, fair.now());
    fair.ledger.award(bruno.memberId(), 20, fair.now());

    fair.room.contests().leave(anne, id);
    assertThat(board(id)).containsExactly("1 Bruno 20");
    fair.room.contests().enter(anne, id, "", true);
    assertThat(board(id)).containsExactly("1 Anne 30", "2 Bruno 20");
    assertThat(Fair.refused(() -> fair.room.contests().leave(fair.member("Nobody"), id)))
        .isEqualTo(ProblemType.NOT_FOUND);
  }

  @Test
  void erasesAMemberAndKeepsTheProofsOfOthersTrue() {
    ContestId id = fair.published(Kind.DRAW, Source.COMMITMENT, Fair.lot("A cake"));
    List<Actor> all = Drawing.crowd(fair, id, 9);
    Drawing.toResult(fair, id);
    Bundle before = fair.room.proofs().bundle(Optional.empty(), fair.contest(id));
    String winner = before.draws().get(0).winners().get(0).pseudonym();
    Actor erased =
        all.stream().filter(a -> !fair.pseudonym(id, a).equals(winner)).findFirst().orElseThrow();
    Actor other =
        all.stream()
            .filter(a -> !a.equals(erased) && !fair.pseudonym(id, a).equals(winner))
            .findFirst()
            .orElseThrow();
    String pseudonym = fair.pseudonym(id, erased);

    fair.room.contests().erase(erased.memberId());

    Bundle after = fair.room.proofs().bundle(Optional.empty(), fair.contest(id));
    SealedList.Proof proof = fair.room.proofs().inclusion(id, fair.pseudonym(id, other));
    assertThat(after).isEqualTo(before);
    assertThat(proof.holds(new Hash(after.list().root()))).isTrue();
    assertThat(fair.room.contests().findEntrant(Optional.of(erased), id)).isEmpty();
    Entrant left =
        Tables.of(database.jdbi()).entrants().findByPseudonym(id, pseudonym).orElseThrow();
    assertThat(left.memberId()).isNull();
    assertThat(lines(id))
        .filteredOn(line -> line.alias().equals(pseudonym.substring(0, 8)))
        .singleElement()
        .satisfies(line -> assertThat(line.name()).isNull());
  }

  // Prizes: E22, E26, E28

  private ContestDraft withGift(Listing listing) {
    return fair.draft(
        Kind.DRAW,
        Source.COMMITMENT,
        new ContestDraft.PrizeDraft("Two nights", 180_00L, listing.id(), 2L));
  }

  private long held(ListingId id) {
    return fair.listings.listing(id).held();
  }

  @Test
  void holdsAListingFromTheRulesToTheWinnersHands() {
    Actor hotel = fair.trader("Hôtel du Canal");
    Listing listing = fair.offer(hotel);
    ContestId id = fair.room.organising().create(fair.operator, withGift(listing)).id();
    assertThat(Fair.refused(() -> fair.room.organising().publish(fair.operator, id, "")))
        .isEqualTo(ProblemType.PRIZE_CONSENT);
    assertThat(fair.told(hotel)).anyMatch(title -> title.contains("Two nights"));
    assertThat(Fair.refused(() -> fair.room.awarding().agree(fair.trader("Another"), id, 1)))
        .isEqualTo(ProblemType.NOT_FOUND);

    fair.room.awarding().agree(hotel, id, 1);
    fair.room.organising().publish(fair.operator, id, "");
    assertThat(held(listing.id())).isEqualTo(2);
    Drawing.crowd(fair, id, 3);
    Drawing.toResult(fair, id);
    fair.pass(Duration.ofHours(73));
    assertThat(Fair.refused(() -> fair.room.awarding().handOver(fair.operator, id, 1, null)))
        .isEqualTo(ProblemType.INVALID);
    fair.room.awarding().handOver(fair.operator, id, 1, Prize.Guardian.CONSENT_KEPT);

    assertThat(held(listing.id())).isZero();
    assertThat(fair.listings.listing(listing.id()).delivered()).isEqualTo(2);
  }

  @Test
  void freesWhatItHeldWhenItIsCalledOffOrNobodyCame() {
    Actor hotel = fair.trader("Hôtel du Canal");
    Listing first = fair.offer(hotel);
    Listing second = fair.offer(hotel);
    ContestId off = fair.room.organising().create(fair.operator, withGift(first)).id();
    ContestId empty = fair.room.organising().create(fair.operator, withGift(second)).id();
    for (ContestId id : List.of(off, empty)) {
      fair.room.awarding().agree(hotel, id, 1);
      fair.room.organising().publish(fair.operator, id, "");
    }
    Actor anne = fair.entered(off, "Anne");

    fair.room.organising().cancel(fair.operator, off, "It rains");
    assertThat(held(first.id())).isZero();
    assertThat(fair.told(anne)).anyMatch(title -> title.contains("called off"));
    fair.entered(empty, "Alone");
    Drawing.toResult(fair, empty);
    fair.pass(Duration.ofHours(73));
    assertThat(fair.state(empty)).isEqualTo(ContestState.PRIZES_AWARDED);
    assertThat(held(second.id())).isZero();
    assertThat(fair.room.contests().prizes(empty).get(0).state())
        .isEqualTo(Prize.State.CARRIED_OVER);
  }

  @Test
  void replacesAPrizeByOneOfTheSameValue() {
    ContestId id = fair.published(Kind.DRAW, Source.COMMITMENT, Fair.lot("A cake"));

    assertThat(
            Fair.refused(
                () -> fair.room.awarding().substitute(fair.operator, id, 1, "A biscuit", 49_99)))
        .isEqualTo(ProblemType.INVALID);
    fair.room.awarding().substitute(fair.operator, id, 1, "A bigger cake", 50_00);

    assertThat(fair.room.contests().prizes(id).get(0).substitute()).isEqualTo("A bigger cake");
  }

  @Test
  void freesTheListingOfAPrizeThatIsReplaced() {
    Actor hotel = fair.trader("Hôtel du Canal");
    Listing listing = fair.offer(hotel);
    ContestId id = fair.room.organising().create(fair.operator, withGift(listing)).id();
    fair.room.awarding().agree(hotel, id, 1);
    fair.room.organising().publish(fair.operator, id, "");

    fair.room.awarding().substitute(fair.operator, id, 1, "Two nights elsewhere", 180_00L);
    assertThat(held(listing.id())).isZero();
    Drawing.crowd(fair, id, 3);
    Drawing.toResult(fair, id);
    fair.pass(Duration.ofHours(73));
    fair.room.awarding().handOver(fair.operator, id, 1, Prize.Guardian.OF_AGE);

    assertThat(fair.listings.listing(listing.id()).delivered()).isZero();
    assertThat(fair.state(id)).isEqualTo(ContestState.PRIZES_AWARDED);
  }
}
