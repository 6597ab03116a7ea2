package org.ronde.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.listings.Market.aNeed;
import static org.ronde.listings.Market.anOffer;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;

@Tag("database")
class ListingPagesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Market market = new Market(database);

  @RegisterExtension
  static final TestServer server =
      new TestServer(
          database,
          () ->
              List.of(
                  new ListingPages(
                      market.listings, market.catalogue, market.rules, TestServer.words()),
                  new CataloguePages(market.catalogue, market.rules, TestServer.words())));

  private final Actor vidal = market.trader("Atelier Vidal");
  private final Actor other = market.trader("Somebody else");

  /** What the form sends when somebody offers web design. */
  private static Map<String, String> typed(String... changes) {
    Map<String, String> form =
        new HashMap<>(
            Map.of(
                "side", "OFFER",
                "title", "Sites for shops",
                "description", "One *day* at your place",
                "language", "en",
                "category", "web-design",
                "quantity", "20",
                "quantityStep", "2",
                "unitValue", "50,00",
                "vatPermille", "200"));
    form.put("departement", "31");
    form.put("reach", "REGION");
    form.put("lastDay", market.listings.today().plusDays(30).toString());
    form.put("then", "save");
    for (int change = 0; change < changes.length; change += 2) {
      form.put(changes[change], changes[change + 1]);
    }
    return form;
  }

  private static String path(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
    return java.net.URI.create(response.headers().firstValue("Location").orElseThrow()).getPath();
  }

  @Test
  void savesADraftAndShowsItToItsOwnerAlone() {
    String listing = path(server.as(vidal).post("/listings", typed()));

    HttpResponse<String> page = server.as(vidal).get(listing);

    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body())
        .contains("You offer: Sites for shops", "Draft", "One <em>day</em>", "€50")
        .contains("20 hours", "Haute-Garonne (31), Occitanie", listing + "/publications");
    assertThat(server.as(other).get(listing).statusCode()).isEqualTo(404);
    assertThat(server.asNobody().get(listing).statusCode()).isEqualTo(404);
  }

  @Test
  void publishesInOneClick() {
    String listing = path(server.as(vidal).post("/listings", typed("then", "publish")));

    assertThat(server.asNobody().get(listing).body())
        .contains("Atelier Vidal offers: Sites for shops", "href=\"/companies/")
        .doesNotContain("/publications", "/edit");
    assertThat(server.asNobody().get("/catalogue").body()).contains("Sites for shops");
  }

  @Test
  void givesARefusedFormBackWithEverythingTyped() {
    HttpResponse<String> page =
        server
            .as(vidal)
            .post(
                "/listings",
                typed("title", "", "unitValue", "a lot", "quantity", "21", "description", "Kept"));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("3 things to correct", "“a lot” is not an amount", "21 is not a whole number")
        .contains("value=\"a lot\"", ">Kept</textarea>", "value=\"web-design\" selected");
    assertThat(market.listings.mine(vidal)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "quantity, many, whole number",
    "quantityStep, half, whole number",
    "lastDay, soon, not a date",
    "lastDay, 31/02/2027x, not a date",
    "reach, MOON, Choose one from the list",
    "unit, BARREL, Choose one from the list",
    "vatPermille, 99999, Choose a VAT rate",
    "vatPermille, x, Choose a VAT rate",
    "language, de, French or in English",
  })
  void saysWhatItCannotRead(String field, String value, String answer) {
    HttpResponse<String> page = server.as(vidal).post("/listings", typed(field, value));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("One thing to correct", answer);
  }

  @Test
  void readsDatesAndAmountsTheFrenchWay() {
    var day = market.listings.today().plusDays(40);
    String french = "%d/%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());

    path(server.as(vidal).post("/listings", typed("lastDay", french, "unitValue", "1 234,5 €")));

    Listing listing = market.listings.mine(vidal).get(0);
    assertThat(listing.lastDay()).isEqualTo(day);
    assertThat(listing.unitValue().amountCents()).isEqualTo(1234_50);
  }

  @Test
  void keepsADraftOfACompanyThatMayNotPublishYet() {
    Actor newcomer = Market.newcomer();

    HttpResponse<String> refused = server.as(newcomer).post("/listings", typed("then", "publish"));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("still checking your company", "Sites for shops");
    assertThat(market.listings.mine(newcomer)).isEmpty();

    String listing = path(server.as(newcomer).post("/listings", typed()));
    assertThat(server.as(newcomer).get(listing).body())
        .contains("still checking your company")
        .doesNotContain("/publications");
    assertThat(server.as(newcomer).post(listing + "/publications", Map.of()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void doesNothingTwiceWhenAFormIsSentTwice() {
    String first = path(server.as(vidal).post("/listings", typed(), "same-key"));
    String second = path(server.as(vidal).post("/listings", typed(), "same-key"));

    assertThat(second).isEqualTo(first);
    assertThat(market.listings.mine(vidal)).hasSize(1);
  }

  @Test
  void movesAListingThroughItsLife() {
    String listing = "/listings/" + market.draft(vidal, anOffer()).id();
    TestServer.Client client = server.as(vidal);

    for (String[] step :
        List.of(
            new String[] {"publications", "Published"},
            new String[] {"pauses", "Paused"},
            new String[] {"publications", "Published"},
            new String[] {"renewals", "Published"},
            new String[] {"withdrawals", "Withdrawn"})) {
      path(client.post(listing + "/" + step[0], Map.of()));
      assertThat(client.get(listing).body()).contains(step[1]);
    }
    HttpResponse<String> refused = client.post(listing + "/pauses", Map.of());
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("The listing was withdrawn: this cannot be done with it.");
  }

  @Test
  void editsWhatTheFormShows() {
    Listing listing = market.published(vidal, aNeed().oneOf("Either").worth(49_90));
    String path = "/listings/" + listing.id();

    String form = server.as(vidal).get(path + "/edit").body();
    assertThat(form)
        .contains("value=\"49.90\"", "value=\"Either\" selected", "name=\"revision\" value=\"1\"");
    path(
        server
            .as(vidal)
            .post(path + "/revisions", typed("revision", "1", "newGroup", "Something new")));

    Listing edited = market.listings.listing(listing.id());
    assertThat(edited.revision()).isEqualTo(2);
    assertThat(edited.title()).isEqualTo("Sites for shops");
    assertThat(edited.oneOfGroup()).isEqualTo("Something new");
  }

  @Test
  void keepsTheTypedTextWhenSomebodyElseWasFaster() {
    Listing listing = market.draft(vidal, anOffer());
    market.listings.edit(vidal, listing.id(), 1, anOffer().times(7).draft(market.listings.today()));

    HttpResponse<String> page =
        server
            .as(vidal)
            .post(
                "/listings/" + listing.id() + "/revisions",
                typed("revision", "1", "title", "My own words"));

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.body())
        .contains("Somebody changed the listing in the meantime", "value=\"My own words\"")
        .contains("name=\"revision\" value=\"2\"");
    assertThat(market.listings.listing(listing.id()).revision()).isEqualTo(2);
  }

  @Test
  void saysHowMuchIsPromisedWhenAnEditWouldBreakIt() {
    Listing listing = market.published(vidal, anOffer());
    market.listings.hold(List.of(new Hold(listing.id(), 1, 5)));

    HttpResponse<String> page =
        server
            .as(vidal)
            .post(
                "/listings/" + listing.id() + "/revisions",
                typed("revision", "1", "quantity", "4"));

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.body()).contains("5 of it are promised or delivered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"revisions", "publications", "pauses", "withdrawals", "renewals"})
  void letsNobodyTouchWhatIsNotTheirs(String noun) {
    Listing listing = market.published(vidal, anOffer());
    String path = "/listings/" + listing.id() + "/" + noun;

    assertThat(server.as(other).post(path, typed("revision", "1")).statusCode()).isEqualTo(404);
    assertThat(server.asNobody().post(path, typed("revision", "1")).statusCode()).isNotEqualTo(200);
    assertThat(market.listings.listing(listing.id())).isEqualTo(listing);
    assertThat(server.as(other).get("/listings/" + listing.id() + "/edit").statusCode())
        .isEqualTo(404);
  }

  @Test
  void showsWhatMembersWroteWithoutTheHarm() {
    Listing listing =
        market.published(
            vidal,
            anOffer()
                .titled("<script>alert(1)</script>")
                .described(
                    "<script>alert(2)</script> <img src=x onerror=alert(3)>"
                        + "\n\n[go](javascript:alert(4)) [ok](https://example.org)"));

    for (String path : List.of("/listings/" + listing.id(), "/catalogue")) {
      assertThat(server.asNobody().get(path).body())
          .doesNotContain("<script>alert", "<img src=x", "href=\"javascript:")
          .contains("&lt;script&gt;alert(1)");
    }
    assertThat(server.asNobody().get("/listings/" + listing.id()).body())
        .contains("href=\"https://example.org\"");
  }

  @Test
  void showsMineByState() {
    market.draft(vidal, anOffer().titled("In the drawer"));
    Listing need = market.published(vidal, aNeed().titled("On the square"));
    market.listings.hold(List.of(new Hold(need.id(), 1, 3)));

    HttpResponse<String> page = server.as(vidal).get("/listings");

    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body())
        .contains("1 draft", "In the drawer", "1 published", "On the square", "promised: 3 hours");
    assertThat(server.as(other).get("/listings").body()).contains("Nothing listed yet");
    assertThat(server.asNobody().get("/listings").statusCode()).isEqualTo(303);
  }

  @Test
  void showsTheEmptyFormForBothSidesInBothLanguages() {
    for (String side : List.of("OFFER", "NEED")) {
      assertThat(server.as(vidal).get("/listings/new?category=web-design&side=" + side).body())
          .contains("name=\"side\" value=\"" + side, "value=\"web-design\" selected", "<optgroup")
          .contains("2.1%")
          .contains("value=\"" + market.listings.today().plusDays(90) + "\"");
    }
    Actor french =
        new Actor(
            vidal.memberId(),
            vidal.memberName(),
            java.util.Locale.FRENCH,
            false,
            vidal.acting(),
            vidal.session());
    assertThat(server.as(french).get("/listings/new?side=NEED").body())
        .contains("De quoi avez-vous besoin", "2,1\u00a0%", "Création de sites web");
  }

  @Test
  void searchesAndNamesTheFilterToDrop() {
    market.published(vidal, aNeed().titled("Beehives").of("honey-preserves"));

    assertThat(server.asNobody().get("/catalogue?q=beehive&side=&sort=NEWEST&page=abc").body())
        .contains("One listing found", "Beehives", "Atelier Vidal", "1 need", "20 kilograms");
    assertThat(server.asNobody().get("/catalogue?q=beehive&side=OFFER").body())
        .contains(
            "Nothing found", "Without “Offers or needs”: one listing", "/catalogue?q=beehive&amp;");
    assertThat(server.asNobody().get("/catalogue?q=nothing+at+all").body())
        .contains("Nothing found");
    database.empty();
    assertThat(server.asNobody().get("/catalogue").body()).contains("The square is still empty");
  }

  @Test
  void turnsPagesAndKeepsTheSearch() {
    for (int count = 0; count < 4; count++) {
      market.published(vidal, anOffer().titled("Number " + count));
    }

    assertThat(server.asNobody().get("/catalogue?q=number").body())
        .contains("Page 1 of 2", "/catalogue?q=number&amp;page=2");
    assertThat(server.asNobody().get("/catalogue?q=number&page=9").body()).contains("Page 2 of 2");
  }
}
