package org.ronde.exchanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.ronde.exchanges.Square.company;
import static org.ronde.exchanges.Square.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.TestServer;
import org.ronde.ids.ExchangeId;
import org.ronde.ids.LegId;
import org.ronde.ids.ListingId;
import org.ronde.listings.Listing;

@Tag("database")
class ExchangesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Square square = new Square(database);
  private final Exchanges exchanges = square.exchanges;
  private final Actor anne = square.trader("Boulangerie Anne");
  private final Actor bruno = square.trader("Atelier Bruno");
  private final Actor chloe = square.trader("Studio Chloé");

  private List<String> told(Actor actor) {
    return square.told(actor);
  }

  private Listing listing(ListingId id) {
    return square.listings.listing(id);
  }

  // Agreeing

  @Test
  void opensWithAllHoldsTakenAndTheTermsOfTheAgreement() {
    ExchangeId id = square.agreed(anne, bruno, chloe);

    Exchange exchange = exchanges.exchange(bruno, id);
    assertThat(exchange.state()).isEqualTo(Exchange.State.OPEN);
    assertThat(exchange.parties()).containsExactly(company(anne), company(bruno), company(chloe));
    assertThat(exchange.topUps())
        .extracting(Exchange.TopUp::payer, Exchange.TopUp::payee, t -> t.amount().amountCents())
        .containsExactly(tuple(company(anne), company(bruno), 3_000L));
    assertThat(exchange.legs())
        .allSatisfy(
            leg -> {
              assertThat(leg.state()).isEqualTo(LegState.AGREED);
              assertThat(leg.dueOn()).isEqualTo(square.listings.today().plusDays(30));
              assertThat(leg.unit()).isEqualTo(Listing.Unit.HOUR);
              assertThat(listing(leg.offer()).held()).isEqualTo(4);
              assertThat(listing(leg.need()).held()).isEqualTo(4);
            });
    assertThat(exchange.givenBy(company(anne)).offerTitle()).isEqualTo("Work of Boulangerie Anne");
    assertThat(exchange.givenBy(company(anne)).needTitle()).isEqualTo("Wish of Atelier Bruno");
  }

  @Test
  void holdsNothingWhenOneListingHasChanged() {
    Agreement agreement = square.agreement(anne, bruno, chloe);
    square.listings.pause(chloe, agreement.legs().get(2).offer());

    assertThat(refused(() -> exchanges.open(agreement))).isEqualTo(ProblemType.LISTING_CHANGED);

    assertThat(listing(agreement.legs().get(0).offer()).held()).isZero();
    assertThat(exchanges.count()).isZero();
  }

  @Test
  void holdsNothingWhenTooLittleIsLeft() {
    Agreement once = square.agreement(anne, bruno);
    List<Agreement.Leg> greedy = new ArrayList<>();
    for (Agreement.Leg leg : once.legs()) {
      greedy.add(
          new Agreement.Leg(
              leg.offer(),
              leg.offerRevision(),
              leg.need(),
              leg.needRevision(),
              leg.giver(),
              leg.receiver(),
              11,
              leg.value()));
    }

    assertThat(refused(() -> exchanges.open(new Agreement(once.origin(), greedy, List.of()))))
        .isEqualTo(ProblemType.QUANTITY_GONE);
    assertThat(exchanges.count()).isZero();
  }

  @Test
  void becomesOneExchangeOnlyForACycle() {
    Agreement agreement = square.agreement(anne, bruno);
    exchanges.open(agreement);

    assertThatThrownBy(() -> exchanges.open(agreement)).hasMessageContaining("once_per_cycle");

    assertThat(exchanges.count()).isEqualTo(1);
    assertThat(listing(agreement.legs().get(0).offer()).held()).isEqualTo(4);
  }

  @Test
  void disappearsWithTheTransactionThatOpenedIt() {
    Agreement agreement = square.agreement(anne, bruno);

    assertThatThrownBy(
            () ->
                database
                    .transactions()
                    .run(
                        () -> {
                          exchanges.open(agreement);
                          throw new IllegalStateException("the cycle thinks again");
                        }))
        .hasMessageContaining("thinks again");

    assertThat(exchanges.count()).isZero();
    assertThat(listing(agreement.legs().get(0).offer()).held()).isZero();
  }

  // Asking

  @Test
  void isSeenByItsPartiesOnly() {
    ExchangeId id = square.agreed(anne, bruno);

    assertThat(refused(() -> exchanges.exchange(chloe, id))).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> exchanges.exchange(anne, new ExchangeId(UUID.randomUUID()))))
        .isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> exchanges.exchange(TestServer.operator(), id)))
        .isEqualTo(ProblemType.NO_COMPANY);
    assertThat(exchanges.page(chloe, 1).items()).isEmpty();
  }

  @Test
  void listsOpenOnesFirstAndTheNewestFirst() {
    ExchangeId done = square.agreed(anne, bruno);
    square.receive(anne, done);
    square.receive(bruno, done);
    ExchangeId older = square.agreed(anne, chloe);
    ExchangeId newer = square.agreed(bruno, anne);

    assertThat(exchanges.page(anne, 1).items())
        .extracting(Exchange::id)
        .containsExactly(newer, older);
    assertThat(exchanges.page(anne, 7).items()).extracting(Exchange::id).containsExactly(done);
    assertThat(exchanges.page(anne, 1).lastPage()).isEqualTo(2);
  }

  // Carrying out

  @Test
  void goesFromSentToReceivedAndTellsTheOtherSideEachTime() {
    ExchangeId id = square.agreed(anne, bruno, chloe);
    Exchange.Leg leg = square.given(anne, id);

    exchanges.send(anne, id, leg.id(), "With the van on Tuesday");
    Exchange.Leg sent = square.received(bruno, id);
    exchanges.receive(bruno, id, leg.id());

    assertThat(sent.state()).isEqualTo(LegState.SENT);
    assertThat(sent.sentNote()).isEqualTo("With the van on Tuesday");
    assertThat(square.given(anne, id).state()).isEqualTo(LegState.RECEIVED);
    assertThat(told(bruno)).contains("Boulangerie Anne has sent you “Work of Boulangerie Anne”");
    assertThat(told(anne)).contains("Atelier Bruno has received “Work of Boulangerie Anne”");
    assertThat(told(chloe)).isEmpty();
  }

  @Test
  void deliversWhatTheReceivedLegHeldAndNothingElse() {
    ExchangeId id = square.agreed(anne, bruno, chloe);

    Exchange exchange = square.receive(bruno, id);

    Exchange.Leg received = exchange.receivedBy(company(bruno));
    assertThat(listing(received.offer()).delivered()).isEqualTo(4);
    assertThat(listing(received.offer()).held()).isZero();
    assertThat(listing(received.need()).delivered()).isEqualTo(4);
    assertThat(listing(exchange.givenBy(company(bruno)).offer()).held()).isEqualTo(4);
  }

  @Test
  void mayArriveWithoutHavingBeenSent() {
    ExchangeId id = square.agreed(anne, bruno);

    square.receive(bruno, id);

    assertThat(square.received(bruno, id).state()).isEqualTo(LegState.RECEIVED);
    assertThat(square.received(bruno, id).sentAt()).isNull();
  }

  @Test
  void closesWithTheLastReceiptAndTellsEverybodyAndItsListeners() {
    List<Exchange> heard = new ArrayList<>();
    exchanges.listen(heard::add);
    ExchangeId id = square.agreed(anne, bruno, chloe);
    square.receive(anne, id);
    square.receive(bruno, id);
    assertThat(exchanges.exchange(anne, id).closed()).isFalse();
    assertThat(heard).isEmpty();

    Exchange closed = square.receive(chloe, id);

    assertThat(closed.state()).isEqualTo(Exchange.State.CLOSED);
    assertThat(closed.closedAt()).isNotNull();
    assertThat(heard).containsExactly(closed);
    for (Actor actor : List.of(anne, bruno, chloe)) {
      assertThat(told(actor)).containsOnlyOnce("Your exchange is complete");
    }
  }

  @Test
  void undoesTheLastReceiptWhenAListenerFails() {
    ExchangeId id = square.agreed(anne, bruno);
    square.receive(anne, id);
    exchanges.listen(
        exchange -> {
          throw new IllegalStateException("no points today");
        });

    assertThatThrownBy(() -> square.receive(bruno, id)).hasMessage("no points today");

    assertThat(exchanges.exchange(anne, id).closed()).isFalse();
    assertThat(square.received(bruno, id).state()).isEqualTo(LegState.AGREED);
    assertThat(listing(square.received(bruno, id).offer()).held()).isEqualTo(4);
    assertThat(told(bruno)).doesNotContain("Your exchange is complete");
  }

  @Test
  void refusesToSendOrReceiveTwice() {
    ExchangeId id = square.agreed(anne, bruno);
    square.send(anne, id);

    assertThat(refused(() -> square.send(anne, id))).isEqualTo(ProblemType.LEG_STATE);
    square.receive(bruno, id);
    assertThat(refused(() -> square.receive(bruno, id))).isEqualTo(ProblemType.LEG_STATE);
    assertThat(refused(() -> square.send(anne, id))).isEqualTo(ProblemType.LEG_STATE);
  }

  @Test
  void refusesTheWrongSideAndHidesFromForeigners() {
    ExchangeId id = square.agreed(anne, bruno);
    Actor dora = square.trader("Ferme Dora");
    LegId leg = square.given(anne, id).id();

    assertThat(refused(() -> exchanges.send(bruno, id, leg, "")))
        .isEqualTo(ProblemType.NOT_YOUR_LEG);
    assertThat(refused(() -> exchanges.receive(anne, id, leg))).isEqualTo(ProblemType.NOT_YOUR_LEG);
    assertThat(refused(() -> exchanges.send(dora, id, leg, ""))).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> exchanges.receive(dora, id, leg))).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(square.given(anne, id).state()).isEqualTo(LegState.AGREED);
  }

  @Test
  void doesNotFindALegOfAnotherExchange() {
    ExchangeId id = square.agreed(anne, bruno);
    ExchangeId other = square.agreed(anne, chloe);
    LegId leg = square.given(anne, other).id();

    assertThat(refused(() -> exchanges.send(anne, id, leg, ""))).isEqualTo(ProblemType.NOT_FOUND);
  }

  @Test
  void refusesANoteThatIsTooLong() {
    ExchangeId id = square.agreed(anne, bruno);
    LegId leg = square.given(anne, id).id();

    assertThatThrownBy(() -> exchanges.send(anne, id, leg, "x".repeat(501)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.faults()).extracting("field").containsExactly("note"));
  }

  @Test
  void keepsItsTermsWhenAListingIsEditedLater() {
    ExchangeId id = square.agreed(anne, bruno);

    square.listings.withdraw(anne, square.given(anne, id).offer());
    square.receive(bruno, id);
    square.receive(anne, id);

    assertThat(exchanges.exchange(anne, id).closed()).isTrue();
    assertThat(square.given(anne, id).offerTitle()).isEqualTo("Work of Boulangerie Anne");
  }

  // Top-ups

  @Test
  void letsThePayeeAloneNoteThatATopUpHasCome() {
    ExchangeId id = square.agreed(anne, bruno);

    assertThat(refused(() -> exchanges.settle(anne, id, company(bruno))))
        .isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> exchanges.settle(chloe, id, company(anne))))
        .isEqualTo(ProblemType.NOT_FOUND);
    Exchange settled = exchanges.settle(bruno, id, company(anne));
    Exchange again = exchanges.settle(bruno, id, company(anne));

    assertThat(settled.topUps().get(0).settled()).isTrue();
    assertThat(again).isEqualTo(settled);
  }

  // Reminding

  @Test
  void remindsTheGiverOnceThreeDaysBeforeALegIsDue() {
    ExchangeId id = square.agreed(anne, bruno);
    LocalDate due = square.given(anne, id).dueOn();
    square.send(bruno, id);

    exchanges.remindDue();
    assertThat(told(anne)).noneMatch(title -> title.contains("is due"));
    database.clock().advance(Duration.ofDays(27));
    exchanges.remindDue();
    exchanges.remindDue();

    assertThat(due).isEqualTo(square.listings.today().plusDays(3));
    assertThat(told(anne).stream().filter(title -> title.contains("is due on"))).hasSize(1);
    assertThat(told(bruno)).noneMatch(title -> title.contains("is due on"));
  }
}
