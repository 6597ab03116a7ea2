package org.ronde.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.listings.Market.aNeed;
import static org.ronde.listings.Market.anOffer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;
import org.ronde.ids.ListingId;

@Tag("database")
class ListingResourceTest {
  private static final String API = "/api/v1/listings";

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Market market = new Market(database);
  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension
  static final TestServer server =
      new TestServer(
          database,
          () ->
              List.of(
                  new ListingResource(market.listings, market.catalogue),
                  new TablesResource(market.categories, market.places)));

  private final Actor vidal = market.trader("Atelier Vidal");
  private final Actor other = market.trader("Somebody else");

  private static String terms(String more) {
    return """
    {"title": "Sites for shops", "description": "", "language": "en", "category": "web-design",
     "quantity": 20, "quantityStep": 2, "unitValueCents": 5000, "vatPermille": 200,
     "departement": "31", "reach": "REGION", "lastDay": "%s"%s}
    """
        .formatted(market.listings.today().plusDays(30), more.isEmpty() ? "" : ", " + more);
  }

  private static JsonNode json(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void createsADraftOrPublishesAtOnce() {
    HttpResponse<String> created = server.as(vidal).postJson(API, terms("\"side\": \"OFFER\""));
    JsonNode draft = json(created, 201);
    JsonNode published =
        json(server.as(vidal).postJson(API, terms("\"side\": \"NEED\", \"publish\": true")), 201);

    assertThat(draft.get("state").asText()).isEqualTo("DRAFT");
    assertThat(draft.get("unit").asText()).isEqualTo("HOUR");
    assertThat(created.headers().firstValue("Location").orElseThrow())
        .endsWith(API + "/" + draft.get("id").asText());
    assertThat(published.get("state").asText()).isEqualTo("PUBLISHED");
    assertThat(published.get("held").asLong()).isZero();
  }

  @Test
  void tellsEveryFaultOfABody() {
    JsonNode problem = json(server.as(vidal).postJson(API, "{\"side\": \"OFFER\"}"), 422);

    assertThat(problem.get("type").asText()).endsWith("invalid");
    assertThat(problem.get("errors")).hasSize(9);
    assertThat(
            json(server.as(vidal).postJson(API, terms("")), 422).get("errors").get(0).get("field"))
        .hasToString("\"side\"");
  }

  @Test
  void refusesFieldsItDoesNotKnow() {
    assertThat(
            server.as(vidal).postJson(API, terms("\"side\": \"OFFER\", \"price\": 3")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void refusesToPublishBeforeApproval() {
    JsonNode problem =
        json(
            server
                .as(Market.newcomer())
                .postJson(API, terms("\"side\": \"NEED\", \"publish\": true")),
            403);

    assertThat(problem.get("type").asText()).endsWith("not-approved");
  }

  @Test
  void asksWhoIsListing() {
    assertThat(server.asNobody().get(API + "/mine").statusCode()).isEqualTo(401);
  }

  @Test
  void hidesFromOthersWhatIsPromisedAndTheGroup() {
    Listing need = market.published(vidal, aNeed().oneOf("Either"));
    market.listings.hold(List.of(new Hold(need.id(), 1, 3)));

    JsonNode mine = json(server.as(vidal).get(API + "/" + need.id()), 200);
    JsonNode theirs = json(server.as(other).get(API + "/" + need.id()), 200);

    assertThat(mine.get("held").asLong()).isEqualTo(3);
    assertThat(mine.get("oneOfGroup").asText()).isEqualTo("Either");
    assertThat(theirs.get("available").asLong()).isEqualTo(17);
    assertThat(theirs.path("held").isNumber()).isFalse();
    assertThat(theirs.path("oneOfGroup").isTextual()).isFalse();
    assertThat(server.asNobody().get(API + "/" + need.id()).statusCode()).isEqualTo(200);
  }

  @Test
  void hidesDraftsOfOthers() {
    ListingId draft = market.draft(vidal, anOffer()).id();

    assertThat(server.as(other).get(API + "/" + draft).statusCode()).isEqualTo(404);
    assertThat(server.as(vidal).get(API + "/" + draft).statusCode()).isEqualTo(200);
    assertThat(server.as(vidal).get(API + "/not-an-id").statusCode()).isEqualTo(404);
  }

  @Test
  void changesTheRevisionItWasReadFrom() {
    Listing listing = market.published(vidal, anOffer());
    String path = API + "/" + listing.id();
    assertThat(server.as(vidal).get(path).headers().firstValue("ETag")).contains("\"1\"");

    JsonNode edited =
        json(server.as(vidal).sendJson("PUT", path, terms("\"revision\": 1"), "k1"), 200);
    assertThat(edited.get("revision").asInt()).isEqualTo(2);
    assertThat(edited.get("title").asText()).isEqualTo("Sites for shops");

    JsonNode stale =
        json(
            server
                .as(vidal)
                .sendJson("PUT", path, terms("\"revision\": 1, \"oneOfGroup\": \"\""), "k2"),
            409);
    assertThat(stale.get("type").asText()).endsWith("listing-changed");
    assertThat(server.as(vidal).sendJson("PUT", path, terms(""), "k3").statusCode()).isEqualTo(422);
    assertThat(server.as(other).sendJson("PUT", path, terms("\"revision\": 2"), "k4").statusCode())
        .isEqualTo(404);
  }

  @Test
  void refusesToPromiseLessThanIsPromised() {
    Listing listing = market.published(vidal, anOffer().times(40));
    market.listings.hold(List.of(new Hold(listing.id(), 1, 30)));

    JsonNode problem =
        json(
            server
                .as(vidal)
                .sendJson("PUT", API + "/" + listing.id(), terms("\"revision\": 1"), "k"),
            409);

    assertThat(problem.get("type").asText()).endsWith("listing-held");
    assertThat(problem.get("detail").asText()).contains("30");
  }

  @ParameterizedTest
  @CsvSource({
    "publications, PUBLISHED",
    "pauses, PAUSED",
    "withdrawals, WITHDRAWN",
    "renewals, PUBLISHED"
  })
  void movesAListing(String noun, String state) {
    ListingId id =
        noun.equals("publications")
            ? market.draft(vidal, anOffer()).id()
            : market.published(vidal, anOffer()).id();
    String path = API + "/" + id + "/" + noun;

    assertThat(server.as(other).postJson(path, "").statusCode()).isEqualTo(404);
    assertThat(json(server.as(vidal).postJson(path, ""), 200).get("state").asText())
        .isEqualTo(state);
  }

  @Test
  void refusesAMoveThatTheStateDoesNotAllow() {
    ListingId draft = market.draft(vidal, anOffer()).id();

    JsonNode problem = json(server.as(vidal).postJson(API + "/" + draft + "/pauses", ""), 409);

    assertThat(problem.get("type").asText()).endsWith("listing-state");
    assertThat(problem.get("detail").asText()).startsWith("The listing is a draft");
  }

  @Test
  void searchesAsTheCatalogueDoes() {
    market.published(vidal, anOffer().titled("Beehives"));
    market.published(vidal, aNeed().titled("Beehives wanted"));

    JsonNode page = json(server.asNobody().get(API + "?q=beehive&side=NEED"), 200);

    assertThat(page.get("total").asLong()).isEqualTo(1);
    assertThat(page.get("lastPage").asInt()).isEqualTo(1);
    assertThat(page.get("items").get(0).get("title").asText()).isEqualTo("Beehives wanted");
    assertThat(json(server.as(vidal).get(API + "/mine"), 200)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"side=BOTH", "sort=BEST", "page=0", "colour=red", "valueMax=lots"})
  void refusesASearchItCannotRead(String query) {
    JsonNode problem = json(server.asNobody().get(API + "?" + query), 422);

    assertThat(problem.get("errors").get(0).get("field").asText())
        .isEqualTo(query.substring(0, query.indexOf('=')));
  }

  @Test
  void givesTheTablesThatAListingIsWrittenWith() {
    JsonNode categories = json(server.asNobody().get("/api/v1/categories"), 200);
    JsonNode places = json(server.asNobody().get("/api/v1/places"), 200);

    assertThat(categories.get(0).get("code").asText()).isEqualTo("web-digital");
    assertThat(categories.get(0).get("categories").get(0).get("synonymsFr")).isNotEmpty();
    assertThat(places).hasSize(101);
    assertThat(places.get(0).get("regionName").asText()).isEqualTo("Auvergne-Rhône-Alpes");
  }
}
