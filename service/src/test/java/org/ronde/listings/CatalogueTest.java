package org.ronde.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.listings.Market.aNeed;
import static org.ronde.listings.Market.anOffer;
import static org.ronde.listings.Market.refusal;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.Refusal;

@Tag("database")
class CatalogueTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Market market = new Market(database);
  private final Actor vidal = market.trader("Atelier Vidal");

  @BeforeEach
  void fillTheSquare() {
    market.published(
        vidal,
        anOffer()
            .titled("Boutiques à l’ancienne")
            .described("Refonte de **vitrines** en ligne")
            .worth(60_00)
            .forDays(30));
    market.published(
        vidal,
        aNeed()
            .titled("Ruches")
            .described("Châtaignier ou lavande")
            .of("honey-preserves")
            .worth(12_00)
            .at("82", Listing.Reach.DEPARTEMENT)
            .forDays(10));
    market.published(
        vidal,
        anOffer()
            .titled("Portrait d’équipe")
            .described("")
            .of("photography")
            .worth(400_00)
            .at("75", Listing.Reach.COUNTRY)
            .forDays(60));
    market.draft(vidal, anOffer().titled("Ruches en brouillon"));
  }

  private List<String> titles(Map<String, String> parameters) {
    return market.catalogue.find(market.catalogue.read(parameters, true)).entries().items().stream()
        .map(entry -> entry.listing().title())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "ruches, Ruches", // title, as typed
    "ruche, Ruches", // singular
    "RÙCHES, Ruches", // accents and capitals
    "chataigniers, Ruches", // plural typed, singular written, accent left out
    "l'ancienne, Boutiques à l’ancienne", // straight for curly apostrophe
    "vitrine, Boutiques à l’ancienne", // Markdown around the word
    "site vitrine, Boutiques à l’ancienne", // synonym in French
    "landing pages, Boutiques à l’ancienne", // synonym in English
    "Logiciel, Boutiques à l’ancienne", // name of the group
    "photographes, Portrait d’équipe", // beginning of a word
    "photographie de portraits, Portrait d’équipe", // every word, but not the filler
  })
  void findsByTitleDescriptionAndCategory(String typed, String title) {
    assertThat(titles(Map.of("q", typed))).containsExactly(title);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ruches portrait", "uches", "Vidal", "' OR 1=1 --"})
  void findsNothingWhenAWordIsMissing(String typed) {
    assertThat(titles(Map.of("q", typed))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", "…"})
  void asksForNothingWhenNoWordIsTyped(String typed) {
    assertThat(titles(Map.of("q", typed))).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "side, NEED, Ruches",
    "kind, GOODS, Ruches",
    "category, honey-preserves, Ruches",
    "category, food-drink, Ruches",
    "place, 82, Ruches",
    "place, region:11, Portrait d’équipe",
    "reach, COUNTRY, Portrait d’équipe",
    "valueMax, '12,00', Ruches",
  })
  void filters(String name, String value, String title) {
    assertThat(titles(Map.of(name, value))).containsExactly(title);
  }

  @Test
  void takesAReachThatIsFurther() {
    assertThat(titles(Map.of("reach", "REGION")))
        .containsExactly("Portrait d’équipe", "Boutiques à l’ancienne");
    assertThat(titles(Map.of("reach", "DEPARTEMENT"))).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "NEWEST, Portrait d’équipe, Ruches, Boutiques à l’ancienne",
    "ENDING, Ruches, Boutiques à l’ancienne, Portrait d’équipe",
    "VALUE, Ruches, Boutiques à l’ancienne, Portrait d’équipe",
  })
  void sorts(String sort, String first, String second, String third) {
    assertThat(titles(Map.of("sort", sort))).containsExactly(first, second, third);
  }

  @Test
  void countsBothSidesAndCutsPages() {
    for (int count = 0; count < 4; count++) {
      market.published(vidal, anOffer().titled("More " + count));
    }

    Catalogue.Found first = market.catalogue.find(Search.all());
    Catalogue.Found last = market.catalogue.find(market.catalogue.read(Map.of("page", "3"), true));
    Catalogue.Found beyond =
        market.catalogue.find(market.catalogue.read(Map.of("page", "4"), true));

    assertThat(first.entries().total()).isEqualTo(7);
    assertThat(first.offers()).isEqualTo(6);
    assertThat(first.needs()).isEqualTo(1);
    assertThat(first.entries().items()).hasSize(3);
    assertThat(first.entries().items().get(0).company()).isEqualTo("Atelier Vidal");
    assertThat(first.entries().lastPage()).isEqualTo(3);
    assertThat(last.entries().items()).hasSize(1);
    assertThat(beyond.entries()).isEqualTo(last.entries());
  }

  @Test
  void knowsWhatACompanyShows() {
    Listing draft = market.draft(vidal, anOffer().titled("Draft"));
    Listing newest = market.published(vidal, anOffer().titled("Newest"));

    assertThat(market.catalogue.shownBy(vidal.company().companyId()))
        .startsWith(newest)
        .doesNotContain(draft)
        .allMatch(listing -> listing.companyId().equals(vidal.company().companyId()));
  }

  @Test
  void leavesOutWhatIsPausedHeldOrOver() {
    Listing held = market.published(vidal, anOffer().titled("Unique").times(1));
    assertThat(titles(Map.of("q", "unique"))).hasSize(1);
    market.listings.hold(List.of(new Hold(held.id(), 1, 1)));
    assertThat(titles(Map.of("q", "unique"))).isEmpty();

    Listing paused = market.published(vidal, anOffer().titled("Sleeper"));
    market.listings.pause(vidal, paused.id());
    assertThat(titles(Map.of("q", "sleeper"))).isEmpty();

    database.clock().moveTo(Market.atNoon(market.listings.today().plusDays(11)));
    assertThat(titles(Map.of("q", "ruches"))).isEmpty();
  }

  @Test
  void findsAnEditedListingByItsNewWordsOnly() {
    Listing listing = market.published(vidal, anOffer().titled("Ancient words"));
    market.listings.edit(
        vidal, listing.id(), 1, anOffer().titled("Newer ones").draft(market.listings.today()));

    assertThat(titles(Map.of("q", "ancient words"))).isEmpty();
    assertThat(titles(Map.of("q", "newer ones"))).containsExactly("Newer ones");
  }

  @Test
  void namesTheFilterToLetGoOf() {
    Search search =
        market.catalogue.read(
            Map.of("q", "ruches", "side", "OFFER", "valueMax", "20", "sort", "VALUE"), true);

    Catalogue.Found found = market.catalogue.find(search);

    assertThat(found.entries().items()).isEmpty();
    assertThat(found.ways())
        .singleElement()
        .satisfies(
            way -> {
              assertThat(way.filter()).isEqualTo(Search.Filter.SIDE);
              assertThat(way.found()).isEqualTo(1);
              assertThat(way.address()).isEqualTo("/catalogue?q=ruches&valueMax=20.00&sort=VALUE&");
            });
  }

  @Test
  void findsNothingWhereKindAndCategoryContradictEachOther() {
    assertThat(titles(Map.of("kind", "GOODS", "category", "web-design"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "side, BOTH", "kind, goods", "category, cats", "place, 20", "place, region:99", "reach, FAR",
    "valueMax, much", "valueMax, 0", "sort, BEST", "page, 0", "page, x", "page, 99999999999"
  })
  void leavesOutWhatCannotBeReadOrRefusesIt(String name, String value) {
    assertThat(market.catalogue.read(Map.of(name, value), false)).isEqualTo(Search.all());

    Refusal refusal = refusal(() -> market.catalogue.read(Map.of(name, value), true));
    assertThat(refusal.faults()).extracting(Refusal.Fault::field).containsExactly(name);
  }

  @Test
  void keepsTheWholeSearchInItsAddress() {
    Map<String, String> parameters =
        Map.of(
            "q",
            "miel & co",
            "side",
            "NEED",
            "kind",
            "GOODS",
            "category",
            "food-drink",
            "place",
            "region:76",
            "reach",
            "REGION",
            "valueMax",
            "1 234,50",
            "sort",
            "ENDING");

    Search search = market.catalogue.read(parameters, true);

    assertThat(search.address())
        .isEqualTo(
            "/catalogue?q=miel+%26+co&side=NEED&kind=GOODS&category=food-drink"
                + "&place=region%3A76&reach=REGION&valueMax=1234.50&sort=ENDING&");
    assertThat(market.catalogue.read(search.parameters(), true)).isEqualTo(search);
    Search bare = search;
    for (Search.Filter filter : search.filters()) {
      bare = bare.without(filter);
    }
    assertThat(bare.filters()).isEmpty();
  }
}
