package org.ronde.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;
import org.ronde.listings.Listing;
import org.ronde.matching.planner.PlannerMatcher;

@Tag("database")
class PreferenceResourceTest {
  private static final Square SQUARE = new Square();
  private static final String LIMITS = "/api/v1/limits";
  private static final String EXCLUSIONS = LIMITS + "/exclusions";

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @RegisterExtension
  static final TestServer server = new TestServer(database, PreferenceResourceTest::resources);

  private static List<Object> resources() {
    return List.of(
        new LimitsResource(
            new Preferences(
                database.jdbi(), database.transactions(), PreferenceSettings.defaults(), SQUARE)),
        new CandidateResource(
            new Candidates(
                database.jdbi(),
                database.transactions(),
                new PlannerMatcher(() -> Square.NOW),
                SQUARE)));
  }

  private Actor baker = Square.stranger();
  private Actor joiner = Square.stranger();

  @BeforeEach
  void fillTheSquare() {
    SQUARE.clear();
    baker = SQUARE.company("Baker");
    joiner = SQUARE.company("Joiner");
  }

  private static HttpResponse<String> put(Actor actor, String path, String json) {
    return server.as(actor).sendJson("PUT", path, json, UUID.randomUUID().toString());
  }

  private static String want(Object offerId, String answer) {
    return "{\"offerId\":\"%s\",\"offerRevision\":1,\"answer\":\"%s\"}".formatted(offerId, answer);
  }

  private static String wants(Listing need) {
    return "/api/v1/needs/%s/wants".formatted(need.id());
  }

  private static String candidates(Listing need, String query) {
    return "/api/v1/needs/%s/candidates%s".formatted(need.id(), query);
  }

  @Test
  void keepsLimits() {
    String limits =
        """
        {"cycleLengthMax":3,"tolerancePercent":0,"topUpPayMaxCents":1,"topUpTakeMaxCents":2,\
        "openCyclesMax":2}""";

    assertThat(put(baker, LIMITS, limits).body()).isEqualTo(limits);

    assertThat(server.as(baker).get(LIMITS).body()).isEqualTo(limits);
  }

  @Test
  void takesLimitsWithoutAWordOnOpenCyclesAsNoLimit() {
    String limits =
        """
        {"cycleLengthMax":3,"tolerancePercent":0,"topUpPayMaxCents":1,"topUpTakeMaxCents":2}""";

    assertThat(put(baker, LIMITS, limits).body()).contains("\"openCyclesMax\":null");
  }

  @Test
  void refusesLimitsOutsideTheirRangeFieldByField() {
    HttpResponse<String> refused =
        put(
            baker,
            LIMITS,
            """
            {"cycleLengthMax":1,"tolerancePercent":0,"topUpPayMaxCents":-1,"topUpTakeMaxCents":2,\
             "openCyclesMax":101}
            """);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("\"cycleLengthMax\"")
        .contains("\"topUpPayMax\"")
        .contains("\"openCyclesMax\"");
  }

  @Test
  void refusesABodyThatIsMissingOrHalf() {
    for (String json : List.of("", "null", "{\"cycleLengthMax\":3}", "[")) {
      assertThat(put(baker, LIMITS, json).statusCode()).isEqualTo(400);
    }
    assertThat(server.as(baker).postJson(EXCLUSIONS, "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void excludesAndReadmits() {
    String id = joiner.company().companyId().toString();

    HttpResponse<String> excluded =
        server.as(baker).postJson(EXCLUSIONS, "{\"companyId\":\"%s\"}".formatted(id));

    assertThat(excluded.statusCode()).isEqualTo(201);
    assertThat(server.as(baker).get(EXCLUSIONS).body()).contains(id).contains("Joiner");
    assertThat(server.as(joiner).get(EXCLUSIONS).body()).isEqualTo("[]");

    assertThat(
            server
                .as(baker)
                .sendJson("DELETE", EXCLUSIONS + "/" + id, "", UUID.randomUUID().toString())
                .statusCode())
        .isEqualTo(204);
    assertThat(server.as(baker).get(EXCLUSIONS).body()).isEqualTo("[]");
  }

  @Test
  void refusesToExcludeOnesOwnCompany() {
    HttpResponse<String> refused =
        server
            .as(baker)
            .postJson(EXCLUSIONS, "{\"companyId\":\"%s\"}".formatted(baker.company().companyId()));

    assertThat(refused.statusCode()).isEqualTo(422);
  }

  @Test
  void listsCandidatesByFilterAndPage() {
    Listing need = SQUARE.need(baker, "Chairs");
    SQUARE.offer(joiner, "Oak chairs");
    SQUARE.offer(joiner, "Table");

    assertThat(server.as(baker).get(candidates(need, "")).body())
        .contains("\"page\":1,\"lastPage\":1,\"total\":2");
    assertThat(server.as(baker).get(candidates(need, "?text=oak")).body())
        .contains("\"total\":1")
        .contains("Oak chairs")
        .doesNotContain("Table");
    assertThat(server.as(baker).get(candidates(need, "?unitValueMaxCents=1999")).body())
        .contains("\"items\":[]", "\"total\":0");
    assertThat(server.as(baker).get(candidates(need, "?page=3")).body())
        .contains("Oak chairs", "\"page\":1,\"lastPage\":1,\"total\":2");
  }

  @Test
  void keepsWantsAndCountsThem() {
    Listing need = SQUARE.need(baker, "Chairs");
    Listing yes = SQUARE.offer(joiner, "Chairs");
    Listing no = SQUARE.offer(joiner, "Table");
    UUID gone = UUID.randomUUID();

    HttpResponse<String> kept =
        put(
            baker,
            wants(need),
            "{\"wants\":[%s,%s,%s]}"
                .formatted(
                    want(yes.id(), "WOULD_TAKE"), want(no.id(), "NEVER"), want(gone, "NEVER")));

    assertThat(kept.body()).isEqualTo("{\"kept\":2,\"gone\":[\"%s\"]}".formatted(gone));
    assertThat(server.as(baker).get("/api/v1/needs/candidate-counts").body())
        .contains("\"wouldTake\":1,\"ask\":0,\"never\":1,\"changed\":0");
  }

  @Test
  void refusesTooManyWantsAtOnce() {
    Listing need = SQUARE.need(baker, "Chairs");
    String many =
        IntStream.range(0, 501)
            .mapToObj(i -> want(UUID.randomUUID(), "NEVER"))
            .collect(Collectors.joining(","));

    assertThat(put(baker, wants(need), "{\"wants\":[%s]}".formatted(many)).statusCode())
        .isEqualTo(422);
  }

  @Test
  void refusesWantsThatSayNothing() {
    Listing need = SQUARE.need(baker, "Chairs");

    for (String json :
        List.of("{}", "{\"wants\":[{}]}", "{\"wants\":[%s]}".formatted(want("x", "NEVER")))) {
      assertThat(put(baker, wants(need), json).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void knowsNoNeedOfAnotherCompany() {
    Listing need = SQUARE.need(joiner, "Bread");

    assertThat(server.as(baker).get(candidates(need, "")).statusCode()).isEqualTo(404);
    assertThat(put(baker, wants(need), "{\"wants\":[]}").statusCode()).isEqualTo(404);
  }
}
