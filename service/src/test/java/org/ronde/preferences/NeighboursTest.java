package org.ronde.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;
import org.ronde.ids.CompanyId;
import org.ronde.ids.Ids;
import org.ronde.listings.Categories;
import org.ronde.listings.Listing;
import org.ronde.listings.ListingDraft;
import org.ronde.listings.ListingRules;
import org.ronde.listings.Listings;
import org.ronde.listings.ListingsSettings;
import org.ronde.listings.Places;
import org.ronde.listings.Traders;
import org.ronde.matching.Cycle;
import org.ronde.matching.Place;
import org.ronde.matching.planner.PlannerMatcher;
import org.ronde.members.Company;
import org.ronde.members.CompanyFacts;
import org.ronde.members.Departements.Departement;
import org.ronde.members.Members;
import org.ronde.members.MembersSettings;
import org.ronde.members.Seeds;
import org.ronde.money.Money;

/** The room with the real members and listings beside it, and the real engine above. */
@Tag("database")
class NeighboursTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Places places = Places.load();
  private final Members members =
      Members.open(
          new Members.Edges(
              database.jdbi(),
              database.transactions(),
              Ids.timeOrdered(),
              database.clock(),
              ZoneOffset.UTC,
              new SecureRandom()),
          letter -> {},
          URI.create("http://localhost"),
          MembersSettings.defaults(),
          () ->
              places.departements().stream()
                  .map(place -> new Departement(place.code(), place.name()))
                  .toList());
  private final Categories categories = Categories.load();
  private final Listings listings =
      new Listings(
          database.jdbi(),
          database.transactions(),
          Ids.timeOrdered(),
          new ListingRules(categories, places, ListingsSettings.defaults()),
          Traders.of(members.companies()));
  private final Neighbours neighbours = Neighbours.of(members.companies(), listings, places);
  private final PlannerMatcher matcher = new PlannerMatcher(database.clock());
  private final Preferences preferences =
      new Preferences(
          database.jdbi(), database.transactions(), PreferenceSettings.defaults(), neighbours);
  private final Candidates candidates =
      new Candidates(database.jdbi(), database.transactions(), matcher, neighbours);

  private Actor company(String name, String siren, Company.Plan plan) {
    CompanyFacts.Entry facts =
        new CompanyFacts.Entry(name, CompanyFacts.FRANCE, siren, "", "31", "Toulouse");
    CompanyId id =
        members
            .seeds()
            .company(
                new Seeds.SeedCompany(
                    facts,
                    "",
                    Company.Status.APPROVED,
                    "",
                    plan,
                    List.of(
                        new Seeds.SeedPerson(
                            siren + "@example.org", name, Locale.ENGLISH, Actor.Role.OWNER))));
    return TestServer.actor(new Actor.Acting(id, name, Actor.Role.OWNER, true), false);
  }

  /** Ten units of the first or the last category, worth 20 euros each. */
  private Listing publish(Actor by, Listing.Side side, String title, boolean first) {
    List<Categories.Category> leaves = categories.leaves(categories.groups().get(0).code());
    Categories.Category category = leaves.get(first ? 0 : leaves.size() - 1);
    ListingDraft draft =
        new ListingDraft(
            title,
            "",
            "en",
            category.code(),
            null,
            10L,
            null,
            Money.euros(2_000),
            200,
            "31",
            Listing.Reach.REGION,
            listings.today().plusDays(30),
            null);
    return listings.publish(by, listings.create(by, side, draft).id());
  }

  private List<Cycle> cycles() {
    return matcher
        .match(
            preferences.market(),
            org.ronde.matching.Limits.standard(),
            org.ronde.matching.Progress.none())
        .cycles();
  }

  @Test
  void whatCompaniesSayBecomesAMarketInWhichTheySwap() {
    Actor baker = company("Baker", "552100554", Company.Plan.FREE);
    Actor joiner = company("Joiner", "732829320", Company.Plan.PREMIUM);
    publish(baker, Listing.Side.OFFER, "Bread for breakfast", true);
    publish(joiner, Listing.Side.NEED, "Bread for breakfast", true);
    Listing chairs = publish(joiner, Listing.Side.OFFER, "Oak chairs", false);
    Listing need = publish(baker, Listing.Side.NEED, "Oak chairs", false);

    assertThat(preferences.market().offers())
        .extracting("place")
        .containsOnly(new Place("FR", "76", "31"));
    assertThat(preferences.market().companies())
        .extracting(org.ronde.matching.Company::premium)
        .containsExactlyInAnyOrder(true, false);
    assertThat(candidates.candidates(baker, need.id()).candidates())
        .extracting(Candidate::offerId)
        .containsExactly(chairs.id());
    assertThat(cycles()).hasSize(1);

    preferences.exclude(baker, joiner.company().companyId());

    assertThat(preferences.exclusions(baker)).extracting(Company::name).containsExactly("Joiner");
    assertThat(candidates.overview(joiner)).singleElement().matches(list -> list.ask() == 1);
    assertThat(cycles()).isEmpty();
  }

  @Test
  void aPausedNeedIsStillItsCompanysOwn() {
    Actor baker = company("Baker", "552100554", Company.Plan.FREE);
    Listing need = publish(baker, Listing.Side.NEED, "Oak chairs", true);

    listings.pause(baker, need.id());

    assertThat(candidates.candidates(baker, need.id()).open()).isFalse();
  }
}
