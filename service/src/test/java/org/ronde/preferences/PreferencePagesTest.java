package org.ronde.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ListingId;
import org.ronde.listings.Listing;
import org.ronde.matching.planner.PlannerMatcher;

@Tag("database")
class PreferencePagesTest {
  private static final Square SQUARE = new Square();

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @RegisterExtension
  static final TestServer server = new TestServer(database, PreferencePagesTest::resources);

  private static List<Object> resources() {
    PreferenceSettings settings = new PreferenceSettings(4, 6, 5, 50_000, 50_000, 100_000, 9, 2);
    Preferences preferences =
        new Preferences(database.jdbi(), database.transactions(), settings, SQUARE);
    Candidates candidates =
        new Candidates(
            database.jdbi(), database.transactions(), new PlannerMatcher(() -> Square.NOW), SQUARE);
    return List.of(
        new LimitsPages(preferences, TestServer.words()),
        new LimitsResource(preferences),
        new WantPages(candidates),
        new CandidatePages(candidates, settings, TestServer.words()),
        new CandidateResource(candidates));
  }

  private Actor baker = Square.stranger();
  private Actor joiner = Square.stranger();

  @BeforeEach
  void fillTheSquare() {
    SQUARE.clear();
    baker = SQUARE.company("Baker");
    joiner = SQUARE.company("Joiner & Sons");
  }

  private static CompanyId id(Actor actor) {
    return actor.company().companyId();
  }

  private static String candidatesOf(Listing need) {
    return "/needs/%s/candidates".formatted(need.id());
  }

  private static String tick(ListingId offer) {
    return "tick.%s.1".formatted(offer);
  }

  /** What is ticked for an offer on the page. */
  private static String ticked(HttpResponse<String> page, Listing offer) {
    Matcher radio =
        Pattern.compile("name=\"tick\\.%s\\.\\d+\" value=\"(\\w*)\" checked".formatted(offer.id()))
            .matcher(page.body());
    assertThat(radio.find()).isTrue();
    return radio.group(1);
  }

  @Test
  void asksWhoIsThereBeforeAnything() {
    assertThat(server.asNobody().get("/limits").statusCode()).isEqualTo(303);
    assertThat(server.asNobody().get("/api/v1/limits").statusCode()).isEqualTo(401);
  }

  @Test
  void showsTheDefaultsAndThenWhatWasSaved() {
    assertThat(server.as(baker).get("/limits").body())
        .contains("<option value=\"4\" selected>")
        .contains("name=\"topUpPayMax\" type=\"text\" value=\"500\"");

    HttpResponse<String> saved =
        server
            .as(baker)
            .post(
                "/limits",
                Map.of(
                    "cycleLengthMax", "3",
                    "tolerancePercent", "10 %",
                    "topUpPayMax", "1 000",
                    "topUpTakeMax", "20,5",
                    "openCyclesMax", "2"));

    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(server.as(baker).get("/limits").body())
        .contains("<option value=\"3\" selected>")
        .contains("value=\"10\"")
        .contains("value=\"1000\"")
        .contains("value=\"20.50\"")
        .contains("name=\"openCyclesMax\" type=\"number\" value=\"2\"");
  }

  @Test
  void meansNoLimitByAnEmptyFieldOfOpenCycles() {
    HttpResponse<String> saved =
        server
            .as(baker)
            .post(
                "/limits",
                Map.of(
                    "cycleLengthMax", "3",
                    "tolerancePercent", "10",
                    "topUpPayMax", "0",
                    "topUpTakeMax", "0",
                    "openCyclesMax", " "));

    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(server.as(baker).get("/limits").body())
        .contains("name=\"openCyclesMax\" type=\"number\" value=\"\"");
  }

  @Test
  void givesARefusedFormBackWithEverythingTyped() {
    HttpResponse<String> refused =
        server
            .as(baker)
            .post(
                "/limits",
                Map.of(
                    "cycleLengthMax", "9",
                    "tolerancePercent", "7",
                    "topUpPayMax", "0",
                    "topUpTakeMax", "1000.01",
                    "openCyclesMax", "0"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Choose a number from 2 to 6.")
        .contains("Choose an amount from 0 to 1,000 €")
        .contains("Choose a number from 1 to 100, or leave the field empty.")
        .contains("value=\"7\"")
        .contains("value=\"1000.01\"");
  }

  @Test
  void saysWhichFieldIsNoNumber() {
    HttpResponse<String> refused =
        server
            .as(baker)
            .post(
                "/limits",
                Map.of(
                    "cycleLengthMax", "4",
                    "tolerancePercent", "few",
                    "topUpPayMax", "1,000",
                    "topUpTakeMax", "-5",
                    "openCyclesMax", "all"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Write a whole number")
        .contains("Write an amount in euros")
        .contains("value=\"few\"")
        .contains("value=\"all\"");
  }

  @Test
  void excludesACompanyFoundByNameAndTakesItBack() {
    assertThat(server.as(baker).get("/limits?name=JOIN").body()).contains("Joiner &amp; Sons");

    server.as(baker).post("/limits/exclusions", Map.of("company", id(joiner).toString()));
    assertThat(server.as(baker).get("/limits").body())
        .contains("/limits/exclusions/%s/removal".formatted(id(joiner)));
    assertThat(server.as(joiner).get("/limits").body()).doesNotContain("removal");

    server.as(baker).post("/limits/exclusions/%s/removal".formatted(id(joiner)), Map.of());
    assertThat(server.as(baker).get("/limits").body()).doesNotContain("removal");
  }

  @Test
  void refusesToExcludeWhatIsNoCompany() {
    for (String company : List.of("", "x", id(Square.stranger()).toString())) {
      HttpResponse<String> refused =
          server.as(baker).post("/limits/exclusions", Map.of("company", company));

      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("No company of that kind");
    }
  }

  @Test
  void offersTheFirstStepWhenThereIsNoNeed() {
    assertThat(server.as(baker).get("/wants").body()).contains("No need is published yet");
  }

  @Test
  void countsCandidatesOfEveryNeed() {
    Listing need = SQUARE.need(baker, "Chairs");
    SQUARE.offer(joiner, "Chairs");

    assertThat(server.as(baker).get("/wants").body())
        .contains(candidatesOf(need))
        .containsPattern("Offers that fit\">1<");
  }

  @Test
  void savesTicksAllAtOnceAndFoldsAwayTheNevers() {
    Listing need = SQUARE.need(baker, "Chairs");
    Listing yes = SQUARE.offer(joiner, "Chairs");
    Listing no = SQUARE.offer(joiner, "Tables");

    HttpResponse<String> saved =
        server
            .as(baker)
            .post(
                candidatesOf(need),
                Map.of(tick(yes.id()), "WOULD_TAKE", tick(no.id()), "NEVER", "text", "chairs oak"));

    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(saved.headers().firstValue("Location"))
        .hasValueSatisfying(
            address -> assertThat(address).endsWith(candidatesOf(need) + "?text=chairs+oak"));
    HttpResponse<String> page = server.as(baker).get(candidatesOf(need));
    assertThat(ticked(page, yes)).isEqualTo("WOULD_TAKE");
    assertThat(ticked(page, no)).isEqualTo("NEVER");
    assertThat(page.body().indexOf("One offer you never want"))
        .isLessThan(page.body().indexOf(no.id().toString()));
  }

  @Test
  void saysThatAnOfferChangedSinceTheYes() {
    Listing need = SQUARE.need(baker, "Chairs");
    Listing offer = SQUARE.offer(joiner, "Chairs");
    server.as(baker).post(candidatesOf(need), Map.of(tick(offer.id()), "WOULD_TAKE"));

    SQUARE.revise(offer, 2_500);

    HttpResponse<String> page = server.as(baker).get(candidatesOf(need));
    assertThat(page.body()).contains("Changed since you said yes");
    assertThat(ticked(page, offer)).isEmpty();
  }

  @Test
  void saysTheSameOfAllThatTheFilterLeavesOnEveryPage() {
    Listing need = SQUARE.need(baker, "Chairs");
    List<Listing> chairs =
        List.of(
            SQUARE.offer(joiner, "Oak chairs"),
            SQUARE.offer(joiner, "Ash chairs"),
            SQUARE.offer(joiner, "Elm chairs"));
    Listing table = SQUARE.offer(joiner, "Table");

    server
        .as(baker)
        .post(candidatesOf(need) + "/all", Map.of("text", "chairs", "answer", "WOULD_TAKE"));

    String api = server.as(baker).get("/api/v1" + candidatesOf(need)).body();
    chairs.forEach(chair -> assertThat(answer(api, chair)).isEqualTo("WOULD_TAKE"));
    assertThat(answer(api, table)).isEqualTo("ASK");
    assertThat(server.as(baker).get(candidatesOf(need)).body()).contains("Page 1 of 2");
  }

  private static String answer(String api, Listing offer) {
    Matcher answer =
        Pattern.compile("\"offerId\":\"%s\".*?\"answer\":\"(\\w+)\"".formatted(offer.id()))
            .matcher(api);
    assertThat(answer.find()).isTrue();
    return answer.group(1);
  }

  @Test
  void refusesAFilterItCannotReadInsteadOfMeaningAll() {
    Listing need = SQUARE.need(baker, "Chairs");
    Listing offer = SQUARE.offer(joiner, "Chairs");

    HttpResponse<String> refused =
        server
            .as(baker)
            .post(candidatesOf(need) + "/all", Map.of("priceMax", "cheap", "answer", "NEVER"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Write an amount in euros").contains("value=\"cheap\"");
    assertThat(answer(server.as(baker).get("/api/v1" + candidatesOf(need)).body(), offer))
        .isEqualTo("ASK");
    assertThat(server.as(baker).get(candidatesOf(need) + "?priceMax=cheap&company=x").body())
        .contains("Write an amount in euros");
  }

  @Test
  void refusesTicksThatNoPageSends() {
    Listing need = SQUARE.need(baker, "Chairs");
    Listing offer = SQUARE.offer(joiner, "Chairs");

    for (Map<String, String> ticks :
        List.of(
            Map.of(tick(offer.id()), "MAYBE"),
            Map.of("tick.x.1", "NEVER"),
            Map.of("tick.x", "NEVER"))) {
      assertThat(server.as(baker).post(candidatesOf(need), ticks).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void showsNobodyTheNeedsOfOthers() {
    Listing need = SQUARE.need(joiner, "Bread");

    assertThat(server.as(baker).get(candidatesOf(need)).statusCode()).isEqualTo(404);
    assertThat(server.as(baker).post(candidatesOf(need), Map.of()).statusCode()).isEqualTo(404);
    assertThat(server.as(baker).post(candidatesOf(need) + "/all", Map.of()).statusCode())
        .isEqualTo(404);
    assertThat(server.as(baker).get("/needs/x/candidates").statusCode()).isEqualTo(404);
  }

  @Test
  void saysWhyANeedHasNoCandidates() {
    Listing need = SQUARE.need(baker, "Chairs");
    assertThat(server.as(baker).get(candidatesOf(need)).body()).contains("No offer fits yet");

    SQUARE.pause(need);
    assertThat(server.as(baker).get(candidatesOf(need)).body())
        .contains("This need is not open today");
  }

  @Test
  void anExcludedCompanyGetsTheSamePagesToTheLetter() {
    Listing need = SQUARE.need(joiner, "Benches");
    SQUARE.offer(baker, "Benches");
    Listing bakersNeed = SQUARE.need(baker, "Chairs");
    Listing offer = SQUARE.offer(joiner, "Chairs");
    List<String> paths =
        List.of(
            "/wants",
            "/limits?name=baker",
            candidatesOf(need),
            "/api/v1" + candidatesOf(need),
            "/api/v1/needs/candidate-counts",
            "/api/v1/limits");
    List<String> before = paths.stream().map(this::asJoinerSees).toList();

    server.as(baker).post(candidatesOf(bakersNeed), Map.of(tick(offer.id()), "NEVER"));
    server.as(baker).post("/limits/exclusions", Map.of("company", id(joiner).toString()));

    assertThat(paths.stream().map(this::asJoinerSees)).isEqualTo(before);
  }

  /** The page without the keys that are new on each. */
  private String asJoinerSees(String path) {
    HttpResponse<String> page = server.as(joiner).get(path);
    assertThat(page.statusCode()).isEqualTo(200);
    return page.body().replaceAll("name=\"idempotencyKey\" value=\"[^\"]+\"", "");
  }

  @Test
  void speaksFrenchWithTheFrench() {
    Actor french =
        new Actor(
            baker.memberId(),
            baker.memberName(),
            java.util.Locale.FRENCH,
            false,
            baker.acting(),
            baker.session());
    Listing need = SQUARE.need(baker, "Chaises");
    SQUARE.offer(joiner, "Chaises");

    assertThat(server.as(french).get("/limits").body()).contains("Ce qu’une ronde peut vous");
    assertThat(server.as(french).get("/wants").body()).contains("Ce qui ferait l’affaire");
    assertThat(server.as(french).get(candidatesOf(need)).body())
        .contains("Une offre possible")
        .contains("par pièce");
  }
}
