package org.ronde.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ronde.http.Actor;
import org.ronde.ids.CompanyId;
import org.ronde.listings.Listing;
import org.ronde.matching.History;
import org.ronde.matching.Market;
import org.ronde.matching.Place;
import org.ronde.matching.Verdict;
import org.ronde.matching.Want;
import org.ronde.members.Company;
import org.ronde.preferences.WantDao.WantRow;

class MarketBuilderTest {
  private final Square square = new Square();
  private final Actor baker = square.company("Baker");
  private final Actor joiner = square.company("Joiner");

  private Market market(WantRow... wants) {
    return new MarketBuilder(snapshot(), company -> PreferenceSettings.defaults().limits())
        .build(List.of(wants));
  }

  private Snapshot snapshot() {
    return Snapshot.of(square);
  }

  @Test
  void offersOnlyWhatIsLeft() {
    square.listing(joiner, Listing.Side.OFFER, "Chairs", 10, 2, 4, 2_000, "31", 1);

    assertThat(market().offers()).singleElement().extracting("quantity").isEqualTo(6L);
  }

  @Test
  void leavesOutWhatHasLessThanAStepLeft() {
    square.listing(joiner, Listing.Side.OFFER, "Chairs", 10, 4, 7, 2_000, "31", 1);

    assertThat(market().offers()).isEmpty();
  }

  @Test
  void leavesOutListingsOfACompanyThatMayNotTrade() {
    square.offer(Square.stranger(), "Chairs");

    assertThat(market().offers()).isEmpty();
  }

  @Test
  void placesAListingInItsRegion() {
    square.offer(joiner, "Chairs");

    assertThat(market().offers())
        .singleElement()
        .extracting("place")
        .isEqualTo(new Place("FR", "76", "31"));
  }

  @Test
  void placesAListingOutsideFranceInItsCountry() {
    Actor belgian = square.company("Belgian", "BE", Company.Plan.FREE);
    square.listing(belgian, Listing.Side.NEED, "Chairs", 1, 1, 0, 1, "", 1);

    assertThat(market().needs())
        .singleElement()
        .extracting("place")
        .isEqualTo(new Place("BE", "BE", "BE"));
  }

  @Test
  void tellsTheEngineAboutLimitsExclusionsAndPlans() {
    Actor premium = square.company("Premium", "FR", Company.Plan.PREMIUM);
    CompanyId id = premium.company().companyId();
    CompanyId other = baker.company().companyId();
    Limits own = new Limits(3, 7, 100, 200, 2, Set.of(other));

    Market market =
        new MarketBuilder(
                snapshot(),
                company -> company.equals(id) ? own : PreferenceSettings.defaults().limits())
            .build(List.of());

    assertThat(market.companies())
        .contains(
            new org.ronde.matching.Company(
                id.toString(), 3, 7, 100, 200, 2, true, Set.of(other.toString()), History.none()))
        .contains(
            new org.ronde.matching.Company(
                other.toString(), 4, 5, 50_000, 50_000, false, Set.of()));
  }

  @Test
  void countsAYesToTheCurrentRevision() {
    Listing need = square.need(baker, "Chairs");
    Listing offer = square.offer(joiner, "Chairs");

    Market market = market(new WantRow(need.id(), offer.id(), Verdict.WOULD_TAKE, 1));

    assertThat(market.wants())
        .containsExactly(new Want(need.id().toString(), offer.id().toString(), Verdict.WOULD_TAKE));
  }

  @Test
  void asksAgainWhenTheOfferChangedAfterAYes() {
    Listing need = square.need(baker, "Chairs");
    Listing offer = square.revise(square.offer(joiner, "Chairs"), 1_000);

    assertThat(market(new WantRow(need.id(), offer.id(), Verdict.WOULD_TAKE, 1)).wants()).isEmpty();
  }

  @Test
  void keepsANoWhenTheOfferChanged() {
    Listing need = square.need(baker, "Chairs");
    Listing offer = square.revise(square.offer(joiner, "Chairs"), 1_000);

    assertThat(market(new WantRow(need.id(), offer.id(), Verdict.NEVER, 1)).wants()).hasSize(1);
  }

  @Test
  void forgetsWantsAboutListingsThatAreNotThere() {
    Listing need = square.need(baker, "Chairs");
    Listing offer = square.offer(joiner, "Chairs");
    square.pause(offer);

    assertThat(market(new WantRow(need.id(), offer.id(), Verdict.NEVER, 1)).wants()).isEmpty();
  }

  @Test
  void makesTheSameMarketInWhateverOrderItsFactsStand() {
    List<WantRow> wants = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Listing need = square.need(baker, "Need " + i);
      Listing offer = square.offer(joiner, "Offer " + i);
      wants.add(new WantRow(need.id(), offer.id(), Verdict.NEVER, 1));
    }
    List<Company> companies = new ArrayList<>(square.approved());
    List<Listing> listings = new ArrayList<>(square.tradable());
    Market before = market(wants.toArray(WantRow[]::new));

    Collections.reverse(companies);
    Collections.reverse(listings);
    Collections.reverse(wants);
    Market after =
        new MarketBuilder(
                Snapshot.of(Square.TODAY, companies, listings, square.departements()),
                company -> PreferenceSettings.defaults().limits())
            .build(wants);

    assertThat(after).isEqualTo(before);
  }
}
