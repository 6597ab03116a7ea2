package org.ronde.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;
import org.ronde.listings.Hold;

@Tag("database")
class CyclePagesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @RegisterExtension
  static final TestServer server =
      new TestServer(
          database,
          () -> {
            var node = new Village(database);
            return List.of(
                new CyclePages(
                    node.cycles, node.listings, node.members.plans(), TestServer.templates(), 30),
                new CycleResource(node.cycles),
                new ClearingPages(node.clearings, node.cycles, TestServer.words()),
                new ClearingResource(node.clearings, node.cycles));
          });

  private final Village village = new Village(database);
  private Village.Ring ring;
  private Actor vidal;

  @BeforeEach
  void threeCompanies() {
    ring = village.ring(village.premium("Vidal"), village.premium("Sud"), village.premium("Roux"));
    vidal = ring.actor(0);
  }

  private String page(String more) {
    return "/cycles/" + ring.id() + more;
  }

  private HttpResponse<String> answer(Actor actor, Map<String, String> fields) {
    return server.as(actor).post(page("/decisions"), fields);
  }

  @Test
  void showsTheRingToItsCompaniesAlone() {
    var mine = server.as(vidal).get(page(""));

    assertThat(mine.statusCode()).isEqualTo(200);
    assertThat(mine.body())
        .contains("You give “Work of Vidal”, you receive “Work of Roux”")
        .contains("<svg class=\"ring")
        .contains("to Sud, Toulouse")
        .doesNotContain("sud@ronde.example");
    assertThat(server.as(village.premium("Canal")).get(page("")).statusCode()).isEqualTo(404);
    assertThat(server.as(vidal).get("/cycles/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(server.as(vidal).get("/cycles/nonsense").statusCode()).isEqualTo(404);
    assertThat(server.asNobody().get(page("")).statusCode()).isNotEqualTo(200);
  }

  @Test
  void changesNothingWhenItIsLookedAt() {
    server.as(vidal).get(page(""));
    server.as(vidal).get(page("/decisions?answer=ACCEPT"));

    assertThat(village.cycles.standpoint(vidal, ring.id()).open()).isTrue();
  }

  @Test
  void takesAYesAndSaysWhatComesNext() {
    var accepted = answer(vidal, Map.of("answer", "ACCEPT"));

    assertThat(accepted.statusCode()).isEqualTo(303);
    assertThat(server.as(vidal).get(page("")).body())
        .contains("We are waiting for Sud, Roux")
        .doesNotContain("value=\"ACCEPT\"");
    answer(ring.actor(1), Map.of("answer", "ACCEPT"));
    answer(ring.actor(2), Map.of("answer", "ACCEPT"));
    assertThat(server.as(vidal).get(page("")).body()).contains("href=\"/exchanges/");
  }

  @Test
  void takesADoubleClickOnce() {
    var key = UUID.randomUUID().toString();
    var first = server.as(vidal).post(page("/decisions"), Map.of("answer", "ACCEPT"), key);
    var again = server.as(vidal).post(page("/decisions"), Map.of("answer", "ACCEPT"), key);

    assertThat(again.statusCode()).isEqualTo(303);
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(village.cycles.standpoint(vidal, ring.id()).yesCount()).isEqualTo(1);
  }

  @Test
  void keepsWhatWasTypedWhenAReasonIsMissing() {
    var refused = answer(vidal, Map.of("answer", "REFUSE", "text", "We are full"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Choose a reason.")
        .contains("We are full")
        .contains("<details class=\"confirm\" open>");
    assertThat(village.cycles.standpoint(vidal, ring.id()).open()).isTrue();
  }

  @Test
  void saysOnThePageThatTheCycleIsClosed() {
    village.refuse(ring.actor(1), ring.id());

    var late = answer(vidal, Map.of("answer", "ACCEPT"));

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("A company has said no.").contains("Sud has said no");
  }

  @Test
  void withdrawsWithAWordOfExplanationInsteadOfAnError() {
    village.accept(ring.actor(1), ring.id());
    village.accept(ring.actor(2), ring.id());
    village.listings.hold(List.of(new Hold(ring.legs().get(0).offer(), 1, 1)));

    var last = answer(vidal, Map.of("answer", "ACCEPT"));

    assertThat(last.statusCode()).isEqualTo(303);
    assertThat(server.as(vidal).get(page("")).body())
        .contains("went to another cycle that everybody accepted first");
  }

  @Test
  void listsMyCycles() {
    var list = server.as(vidal).get("/cycles");

    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.body())
        .contains("One cycle waits for your answer")
        .contains("Work of Vidal → Work of Roux")
        .contains("Still to answer: Sud, Roux");
    assertThat(server.as(village.premium("Canal")).get("/cycles").body())
        .contains("No cycle yet")
        .contains("/listings/new?side=OFFER");
  }

  @Test
  void answersTheApiAlike() {
    var client = server.as(vidal);

    assertThat(client.get("/api/v1/cycles").body()).contains(ring.id().toString());
    var shown = client.get("/api/v1/cycles/" + ring.id());
    assertThat(shown.body())
        .contains("\"state\":\"PROPOSED\"")
        .contains("\"payMaxCents\":50000")
        .contains("\"payTo\":\"Roux\"")
        .contains("\"owedBy\":\"Sud\"");
    var decisions = "/api/v1/cycles/" + ring.id() + "/decisions";
    assertThat(client.postJson(decisions, "{\"answer\":\"REFUSE\"}").statusCode()).isEqualTo(422);
    assertThat(client.postJson(decisions, "{\"answer\":\"ACCEPT\"}").statusCode()).isEqualTo(200);
    var other = client.postJson(decisions, "{\"answer\":\"REFUSE\",\"reason\":\"PRICE\"}");
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("already-decided");
    assertThat(client.postJson(decisions, "").statusCode()).isEqualTo(400);
  }

  @Test
  void saysThePriceOfThePlanThatIsNeeded() {
    var free =
        village.ring(
            Duration.ofHours(1),
            village.free("Bastide"),
            village.premium("Canal"),
            village.premium("Fabre"));
    var path = "/cycles/" + free.id();
    var bastide = server.as(free.actor(0));

    assertThat(bastide.get(path).body()).contains("Accept and order premium: €235");
    var refused = bastide.post(path + "/decisions", Map.of("answer", "ACCEPT"));
    assertThat(refused.statusCode()).isEqualTo(402);
    assertThat(refused.body()).contains("€235 excl. VAT a year");
    assertThat(
            bastide
                .post(path + "/decisions", Map.of("answer", "ACCEPT", "orderPlan", "true"))
                .statusCode())
        .isEqualTo(303);
  }

  @Test
  void letsTheOperatorRunAndReadAClearing() {
    var operator = server.as(village.operator);

    var asked = operator.post("/operator/clearings", Map.of());
    assertThat(asked.statusCode()).isEqualTo(303);
    var path =
        asked.headers().firstValue("Location").orElseThrow().replaceFirst("http://[^/]*", "");
    assertThat(operator.get(path).body()).contains("The clearing waits for its turn");
    var second = operator.post("/operator/clearings", Map.of());
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("One clearing waits at a time.");

    village.job.runQueued();

    assertThat(operator.get(path).body())
        .contains("What the clearing found")
        .contains("Companies in at least one cycle");
    assertThat(operator.get("/operator/clearings").body()).contains("Done");
    assertThat(operator.get("/api/v1" + path.replace("/operator", "")).body())
        .contains("\"rule\":\"COMPANY_SERVED\"");
    assertThat(operator.post(path + "/stops", Map.of()).statusCode()).isEqualTo(303);
  }

  @Test
  void letsTheOperatorTryLimitsOutAndCompare() {
    var operator = server.as(village.operator);
    var limits = Map.of("trial", "true", "cycleLengthMax", "2", "seed", "9");

    var refused = operator.post("/operator/clearings", Map.of("cycleLengthMax", "9", "seed", "9"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("From 2 to 6.").contains("value=\"9\"");
    assertThat(operator.post("/operator/clearings", Map.of("stepsMax", "many")).body())
        .contains("A whole number of at most nine digits.");
    var trial = location(operator.post("/operator/clearings", limits));
    village.job.runQueued();
    assertThat(operator.get(trial).body())
        .contains("A trial: nothing was proposed")
        .contains("At most 2 companies")
        .contains("the gap is 0.0%");

    var earnest = location(operator.post(trial + "/proposals", Map.of()));
    village.job.runQueued();
    assertThat(operator.get(earnest).body()).doesNotContain("A trial");
    assertThat(
            operator
                .get(
                    "/operator/clearings/comparison?run=%s&run=%s"
                        .formatted(id(trial), id(earnest)))
                .body())
        .contains("All of them saw the same market.")
        .contains("Companies served");
    assertThat(operator.get("/operator/clearings/comparison").body())
        .contains("Choose two to four clearings");
    assertThat(
            operator.postJson("/api/v1/clearings", "{\"trial\":true,\"seconds\":0}").statusCode())
        .isEqualTo(422);
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow().replaceFirst("http://[^/]*", "");
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Test
  void hidesClearingsFromTraders() {
    var trader = server.as(vidal);

    assertThat(trader.get("/operator/clearings").statusCode()).isEqualTo(404);
    assertThat(trader.post("/operator/clearings", Map.of()).statusCode()).isEqualTo(404);
    assertThat(trader.get("/api/v1/clearings").statusCode()).isEqualTo(404);
    assertThat(trader.postJson("/api/v1/clearings", "{}").statusCode()).isEqualTo(404);
    assertThat(
            trader
                .post("/operator/clearings/" + UUID.randomUUID() + "/stops", Map.of())
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void tellsOperatorsOfTheApiWhereTheirClearingIs() {
    var created = server.as(village.operator).postJson("/api/v1/clearings", "{}");

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.body()).contains("\"state\":\"QUEUED\"");
    assertThat(server.as(village.operator).get("/api/v1/clearings").body())
        .contains("\"cause\":\"OPERATOR\"");
  }

  @Test
  void stopsAClearingOverTheApi() {
    var path = "/api/v1/clearings/" + village.clearings.request(village.operator) + "/stops";

    assertThat(server.as(vidal).postJson(path, "{}").statusCode()).isEqualTo(404);
    assertThat(server.as(village.operator).postJson(path, "{}").body())
        .contains("\"failure\":\"STOPPED\"");
  }
}
