package org.ronde.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.listings.Market.aNeed;
import static org.ronde.listings.Market.anOffer;
import static org.ronde.listings.Market.refusal;
import static org.ronde.listings.Market.refused;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.TestServer;
import org.ronde.ids.Ids;
import org.ronde.ids.ListingId;
import org.ronde.money.Money;

@Tag("database")
class ListingsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Market market = new Market(database);
  private final Listings listings = market.listings;
  private final Market.Ear ear = new Market.Ear();
  private final Actor vidal = market.trader("Atelier Vidal");
  private final Actor other = market.trader("Somebody else");

  @Test
  void keepsEveryTermOfAListing() {
    Listing listing =
        market.draft(
            vidal,
            aNeed()
                .titled("Miel d’acacia")
                .of("honey-preserves")
                .times(30)
                .step(5)
                .worth(12_50)
                .at("82", Listing.Reach.DEPARTEMENT)
                .forDays(40)
                .oneOf("Christmas gifts"));

    assertThat(listings.listing(listing.id())).isEqualTo(listing);
    assertThat(listing.title()).isEqualTo("Miel d’acacia");
    assertThat(listing.side()).isEqualTo(Listing.Side.NEED);
    assertThat(listing.state()).isEqualTo(Listing.State.DRAFT);
    assertThat(listing.revision()).isEqualTo(1);
    assertThat(listing.unit()).isEqualTo(Listing.Unit.KILOGRAM);
    assertThat(listing.quantity()).isEqualTo(30);
    assertThat(listing.quantityStep()).isEqualTo(5);
    assertThat(listing.available()).isEqualTo(30);
    assertThat(listing.unitValue()).isEqualTo(Money.euros(12_50));
    assertThat(listing.lastDay()).isEqualTo(listings.today().plusDays(40));
    assertThat(listing.oneOfGroup()).isEqualTo("Christmas gifts");
    assertThat(listings.groups(vidal)).containsExactly("Christmas gifts");
  }

  @Test
  void showsDraftsAndWithdrawnListingsToTheirCompanyAlone() {
    ListingId draft = market.draft(vidal, anOffer()).id();
    ListingId withdrawn = market.published(vidal, anOffer()).id();
    ListingId paused = market.published(vidal, anOffer()).id();
    listings.withdraw(vidal, withdrawn);
    listings.pause(vidal, paused);

    for (ListingId hidden : List.of(draft, withdrawn)) {
      assertThat(listings.visible(Optional.of(vidal), hidden).id()).isEqualTo(hidden);
      assertThat(refused(() -> listings.visible(Optional.of(other), hidden)))
          .isEqualTo(ProblemType.NOT_FOUND);
      assertThat(refused(() -> listings.visible(Optional.empty(), hidden)))
          .isEqualTo(ProblemType.NOT_FOUND);
    }
    assertThat(listings.visible(Optional.empty(), paused).state()).isEqualTo(Listing.State.PAUSED);
  }

  @Test
  void doesNotFindWhatIsNotThere() {
    ListingId nowhere = new ListingId(Ids.timeOrdered().next());

    assertThat(refused(() -> listings.listing(nowhere))).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> listings.publish(vidal, nowhere))).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> listings.revision(nowhere, 1))).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(listings.listings(List.of(nowhere))).isEmpty();
    assertThat(listings.listings(List.of())).isEmpty();
  }

  @Test
  void letsNobodyTouchAListingOfAnotherCompany() {
    Listing listing = market.published(vidal, anOffer());
    ListingDraft draft = anOffer().titled("Mine now").draft(listings.today());

    assertThat(refused(() -> listings.edit(other, listing.id(), 1, draft)))
        .isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> listings.publish(other, listing.id())))
        .isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> listings.pause(other, listing.id()))).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> listings.withdraw(other, listing.id())))
        .isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> listings.renew(other, listing.id()))).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(listings.listing(listing.id())).isEqualTo(listing);
  }

  @Test
  void asksForACompanyToListFor() {
    Actor person = TestServer.actor(null, false);

    assertThat(refused(() -> market.draft(person, anOffer()))).isEqualTo(ProblemType.NO_COMPANY);
    assertThat(refused(() -> listings.mine(person))).isEqualTo(ProblemType.NO_COMPANY);
  }

  @Test
  void letsACompanyThatIsNotApprovedDraftButNotPublish() {
    Actor newcomer = Market.newcomer();

    ListingId id = market.draft(newcomer, anOffer()).id();

    assertThat(refused(() -> listings.publish(newcomer, id))).isEqualTo(ProblemType.NOT_APPROVED);
    assertThat(refused(() -> listings.renew(newcomer, id))).isEqualTo(ProblemType.NOT_APPROVED);
    assertThat(listings.listing(id).state()).isEqualTo(Listing.State.DRAFT);
  }

  @Test
  void givesAnEditANewRevisionAndKeepsTheOldOne() {
    Listing first = market.published(vidal, anOffer().worth(50_00));
    listings.listen(ear);

    Listing second =
        listings.edit(
            vidal, first.id(), 1, anOffer().worth(60_00).times(10).draft(listings.today()));

    assertThat(second.revision()).isEqualTo(2);
    assertThat(second.state()).isEqualTo(Listing.State.PUBLISHED);
    assertThat(second.unitValue()).isEqualTo(Money.euros(60_00));
    assertThat(listings.revision(first.id(), 1).unitValue()).isEqualTo(Money.euros(50_00));
    assertThat(listings.revision(first.id(), 1).quantity()).isEqualTo(20);
    assertThat(ear.heard).containsExactly("changed " + first.id());
  }

  @Test
  void tellsNobodyWhenAnEditChangesNothing() {
    Listing listing = market.published(vidal, anOffer());
    listings.listen(ear);

    Listing same = listings.edit(vidal, listing.id(), 1, anOffer().draft(listings.today()));

    assertThat(same.revision()).isEqualTo(1);
    assertThat(ear.heard).isEmpty();
  }

  @Test
  void tellsNobodyOfADraftThatChanges() {
    Listing listing = market.draft(vidal, anOffer());
    listings.listen(ear);

    listings.edit(vidal, listing.id(), 1, anOffer().times(7).draft(listings.today()));
    listings.withdraw(vidal, listing.id());

    assertThat(ear.heard).isEmpty();
  }

  @Test
  void refusesAnEditMadeFromAnOldRevision() {
    Listing listing = market.draft(vidal, anOffer());
    listings.edit(vidal, listing.id(), 1, anOffer().times(7).draft(listings.today()));

    assertThat(
            refused(
                () ->
                    listings.edit(
                        vidal, listing.id(), 1, anOffer().times(8).draft(listings.today()))))
        .isEqualTo(ProblemType.LISTING_CHANGED);
    assertThat(listings.listing(listing.id()).quantity()).isEqualTo(7);
  }

  @Test
  void refusesToEditAWithdrawnListing() {
    Listing listing = market.draft(vidal, anOffer());
    listings.withdraw(vidal, listing.id());

    assertThat(
            refused(
                () ->
                    listings.edit(
                        vidal, listing.id(), 1, anOffer().times(8).draft(listings.today()))))
        .isEqualTo(ProblemType.LISTING_STATE);
  }

  @Test
  void keepsWhatIsPromisedWhenTheQuantityFalls() {
    Listing listing = market.published(vidal, anOffer().times(20));
    listings.hold(List.of(new Hold(listing.id(), 1, 5)));
    listings.hold(List.of(new Hold(listing.id(), 1, 3)));
    listings.deliver(List.of(new Hold(listing.id(), 1, 3)));

    assertThat(
            refusal(
                    () ->
                        listings.edit(
                            vidal, listing.id(), 1, anOffer().times(7).draft(listings.today())))
                .arguments())
        .containsEntry("taken", 8L);
    Listing fewer =
        listings.edit(vidal, listing.id(), 1, anOffer().times(8).draft(listings.today()));

    assertThat(fewer.available()).isZero();
    assertThat(fewer.held()).isEqualTo(5);
    assertThat(fewer.delivered()).isEqualTo(3);
  }

  @Test
  void keepsTheUnitInWhichSomethingIsPromised() {
    Listing listing = market.published(vidal, anOffer().in(Listing.Unit.HOUR));
    listings.hold(List.of(new Hold(listing.id(), 1, 5)));

    assertThat(
            refused(
                () ->
                    listings.edit(
                        vidal,
                        listing.id(),
                        1,
                        anOffer().in(Listing.Unit.DAY).draft(listings.today()))))
        .isEqualTo(ProblemType.LISTING_HELD);
  }

  @Test
  void undoesAChangeWhoseListenerFails() {
    Listing listing = market.published(vidal, anOffer());
    listings.listen(
        id -> {
          throw new IllegalStateException("no");
        });

    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> listings.pause(vidal, listing.id())))
        .hasMessage("no");
    assertThat(listings.listing(listing.id()).state()).isEqualTo(Listing.State.PUBLISHED);
  }

  @Test
  void renewsWithoutANewRevisionAndWithoutNews() {
    Listing listing = market.published(vidal, anOffer().forDays(10));
    listings.listen(ear);

    Listing renewed = listings.renew(vidal, listing.id());

    assertThat(renewed.lastDay()).isEqualTo(listings.today().plusDays(90));
    assertThat(renewed.revision()).isEqualTo(1);
    assertThat(ear.heard).isEmpty();
  }

  @Test
  void neverShortensAListingByRenewingIt() {
    Listing listing = market.published(vidal, anOffer().forDays(200));

    assertThat(listings.renew(vidal, listing.id()).lastDay()).isEqualTo(listing.lastDay());
  }

  @Test
  void refusesToPublishPastTheLastDay() {
    Listing listing = market.draft(vidal, anOffer().forDays(5));
    database.clock().moveTo(Market.atNoon(listing.lastDay().plusDays(1)));

    assertThat(refused(() -> listings.publish(vidal, listing.id()))).isEqualTo(ProblemType.INVALID);
  }

  @Test
  void tradesWhatIsOpenAndLeftOfApprovedCompanies() {
    Listing open = market.published(vidal, anOffer());
    Listing lastStep = market.published(vidal, anOffer().times(10).step(5));
    Listing allHeld = market.published(vidal, aNeed().times(4));
    Listing ended = market.published(vidal, anOffer().forDays(2));
    listings.pause(vidal, market.published(vidal, anOffer()).id());
    market.draft(vidal, anOffer());
    market.published(TestServer.trader("Not approved any more"), anOffer());
    listings.hold(List.of(new Hold(allHeld.id(), 1, 4), new Hold(lastStep.id(), 1, 5)));

    database.clock().moveTo(Market.atNoon(ended.lastDay()));
    assertThat(listings.tradable())
        .extracting(Listing::id)
        .containsExactly(open.id(), lastStep.id(), ended.id());
    database.clock().moveTo(Market.atNoon(ended.lastDay().plusDays(1)));
    assertThat(listings.tradable())
        .extracting(Listing::id)
        .containsExactly(open.id(), lastStep.id());
  }

  @Test
  void showsACompanyItsOwnListings() {
    Listing draft = market.draft(vidal, anOffer());
    Listing need = market.published(vidal, aNeed());
    market.published(other, anOffer());

    assertThat(listings.mine(vidal))
        .extracting(Listing::id)
        .containsExactlyInAnyOrder(draft.id(), need.id());
  }
}
