package org.ronde.contests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.contests.Terms.Kind;
import org.ronde.contests.Terms.Source;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;
import org.ronde.ids.ContestId;
import org.ronde.points.Entry;

@Tag("database")
class ContestPagesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Fair FAIR = new Fair(database);

  @RegisterExtension
  static final TestServer server =
      new TestServer(
          database, () -> FAIR.room.resources(TestServer.words(), InstantSource.system()));

  @BeforeEach
  void emptyTheLedger() {
    FAIR.ledger.clear();
  }

  private static String body(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer.body();
  }

  private static Map<String, String> form() {
    Map<String, String> form = new HashMap<>();
    form.put("kind", "DRAW");
    form.put("titleFr", "Le grand lancer");
    form.put("titleEn", "The big throw");
    form.put("organiser", "Ronde, Toulouse");
    form.put("contact", "contest@ronde.example");
    form.put("zone", "UTC");
    form.put("opens", FAIR.in(Duration.ofHours(1)).toString());
    form.put("closes", FAIR.in(Duration.ofDays(3)).toString());
    form.put("settles", FAIR.in(Duration.ofDays(5)).toString());
    form.put("draws", FAIR.in(Duration.ofDays(6)).toString());
    form.put("source", "COMMITMENT");
    form.put("prizeTitle-1", "A cake");
    form.put("prizeValue-1", "25,50");
    return form;
  }

  @Test
  void plansAndPublishesAContestByItsForm() {
    TestServer.Client operator = server.as(FAIR.operator);
    Map<String, String> form = form();
    form.put("titleFr", "");
    assertThat(body(operator.post("/operator/contests", form), 422))
        .contains("The big throw", "25,50");
    assertThat(body(operator.get("/operator/contests/new"), 200)).contains("Plan a contest");

    HttpResponse<String> saved = operator.post("/operator/contests", form());
    String path =
        saved.headers().firstValue("Location").orElseThrow().replaceFirst(".*//[^/]+", "");
    assertThat(body(operator.get(path), 200)).contains("The big throw", "lawyer");
    assertThat(body(operator.get(path + "/edit"), 200)).contains("25.50");
    assertThat(operator.post(path + "/edit", form()).statusCode()).isEqualTo(303);
    assertThat(operator.post(path + "/publications", Map.of()).statusCode()).isEqualTo(422);
    assertThat(operator.post(path + "/publications", Map.of("lawyer", "true")).statusCode())
        .isEqualTo(303);
    assertThat(body(server.asNobody().get("/contests"), 200)).contains("The big throw", "free");
    assertThat(body(operator.get("/operator/contests"), 200)).contains("The big throw");
    assertThat(operator.post(path + "/moves", Map.of("to", "NEXT")).statusCode()).isEqualTo(409);
  }

  @Test
  void entersAndLeavesInOneTap() {
    ContestId id = FAIR.published(Kind.DRAW, Source.BEACON, Fair.lot("A cake"));
    Actor anne = FAIR.member("Anne");
    TestServer.Client client = server.as(anne);
    String path = "/contests/" + id;

    assertThat(body(client.get(path), 200)).contains("Take part, free", "A cake");
    assertThat(client.post(path + "/entries", Map.of("shown", "true")).statusCode()).isEqualTo(303);
    assertThat(body(client.get(path), 200)).contains("My points", "Leave the contest");
    assertThat(client.post(path + "/departures", Map.of()).statusCode()).isEqualTo(303);
    assertThat(body(client.get(path), 200)).contains("Take part, free");
    assertThat(body(server.as(FAIR.operator).post(path + "/entries", Map.of()), 403))
        .contains("takes no part");
  }

  @Test
  void showsOneAndTheSameToEverybodyWhileFrozen() {
    ContestId id = FAIR.published(Kind.DRAW, Source.COMMITMENT, Fair.lot("A cake"));
    Actor anne = FAIR.entered(id, "Anne");
    Actor bruno = FAIR.entered(id, "Bruno");
    FAIR.open();
    Entry first = FAIR.ledger.award(anne.memberId(), 40, FAIR.now());
    FAIR.ledger.award(bruno.memberId(), 70, FAIR.now());
    FAIR.freeze();
    Map<String, String> before = everyRoute(id);

    FAIR.ledger.award(anne.memberId(), 8_887, FAIR.now());
    FAIR.ledger.award(bruno.memberId(), 6_665, FAIR.now());
    FAIR.ledger.reverse(first);

    assertThat(everyRoute(id)).isEqualTo(before);
    assertThat(before.get("/standings.csv")).contains("1,\"Bruno\",70", "2,\"Anne\",40");
    assertThat(body(server.as(anne).get("/contests/" + id), 200)).contains("8,887");
    FAIR.close();
    FAIR.seal();
    FAIR.draw();
    // Seals and ids are hexadecimal: one of them may hold such digits by chance.
    everyRoute(id)
        .forEach(
            (route, body) ->
                assertThat(body)
                    .as(route)
                    .doesNotContainPattern("(?<![0-9a-f])(8,?887|6,?665)(?![0-9a-f])"));
    assertThat(server.asNobody().get("/contests/" + id + "/reveal").statusCode()).isEqualTo(409);
    assertThat(server.asNobody().get("/contests/" + id + "/bundle.json").statusCode())
        .isEqualTo(409);

    FAIR.room.organising().advance(FAIR.operator, id, "");
    assertThat(everyRoute(id).get("/standings.csv")).contains("\"Anne\",8887");
  }

  /** What a stranger reads, without what differs at every look. */
  private Map<String, String> everyRoute(ContestId id) {
    Map<String, String> bodies = new HashMap<>();
    for (String route :
        List.of("", "/standings", "/standings.csv", "/draw", "/rules", "/reveal", "/bundle.json")) {
      bodies.put(route, server.asNobody().get("/contests/" + id + route).body());
    }
    for (String route : List.of("", "/standings", "/bundle")) {
      bodies.put("api" + route, server.asNobody().get("/api/v1/contests/" + id + route).body());
    }
    bodies.put("list", server.asNobody().get("/contests").body());
    bodies.put("api list", server.asNobody().get("/api/v1/contests").body());
    bodies.replaceAll((route, body) -> body.replaceAll("\"idempotencyKey\" value=\"[^\"]*\"", ""));
    bodies.replaceAll((route, body) -> body.replaceAll("value=\"\\d+\"></progress>|\\d+%", ""));
    return bodies;
  }

  @Test
  void provesTheDrawOnItsPages() {
    ContestId id = FAIR.published(Kind.DRAW, Source.COMMITMENT, Fair.lot("First"));
    List<Actor> crowd = Drawing.crowd(FAIR, id, 4);
    Drawing.toSeal(FAIR, id);
    FAIR.draw();
    TestServer.Client operator = server.as(FAIR.operator);
    assertThat(body(operator.get("/contests/" + id + "/reveal"), 200)).contains("Next");
    assertThat(body(operator.get("/contests/" + id + "/reveal?step=1"), 200))
        .contains("Player", "Publish the result");
    assertThat(operator.post("/operator/contests/" + id + "/moves", Map.of()).statusCode())
        .isEqualTo(303);

    TestServer.Client anybody = server.asNobody();
    String draw = body(anybody.get("/contests/" + id + "/draw"), 200);
    String bundle = body(anybody.get("/contests/" + id + "/bundle.json"), 200);
    assertThat(draw).contains(FAIR.contest(id).root(), "verify.js", "VerifyDraw.java");
    assertThat(bundle).contains("\"protocol\":\"RONDE-DRAW-1\"", FAIR.contest(id).root());
    assertThat(body(anybody.get("/contests/" + id + "/rules"), 200))
        .contains(FAIR.room.contests().rules(id).get(0).sha256(), "<strong>1. Who organises it");
    assertThat(body(anybody.get("/contests/" + id + "/rules/1.txt"), 200)).contains("\0");
    Actor one = crowd.get(0);
    assertThat(body(server.as(one).get("/contests/" + id + "/proof"), 200))
        .contains("is on the sealed list", FAIR.pseudonym(id, one), one.memberId().toString());
    assertThat(server.as(FAIR.member("Nobody")).get("/contests/" + id + "/proof").statusCode())
        .isEqualTo(404);
    assertThat(server.as(one).get("/api/v1/contests/" + id + "/proofs/mine").statusCode())
        .isEqualTo(200);
    assertThat(
            server
                .as(one)
                .post(
                    "/contests/" + id + "/objections",
                    Map.of("objection", "My tickets are missing."))
                .statusCode())
        .isEqualTo(303);
    String office = body(operator.get("/operator/contests/" + id), 200);
    assertThat(office).contains("My tickets are missing.");
  }

  @Test
  void letsACompanyGiveAPrizeByItsNotice() {
    Actor hotel = FAIR.trader("Hôtel du Canal");
    ContestDraft draft =
        FAIR.draft(
            Kind.DRAW,
            Source.BEACON,
            new ContestDraft.PrizeDraft("Two nights", 180_00L, FAIR.offer(hotel).id(), 2L));
    ContestId id = FAIR.room.organising().create(FAIR.operator, draft).id();
    String path = "/contests/" + id + "/gifts/1";

    assertThat(body(server.as(hotel).get(path), 200)).contains("Would you give “Two nights”?");
    assertThat(server.as(FAIR.trader("Another")).get(path).statusCode()).isEqualTo(404);
    assertThat(server.as(hotel).post(path + "/agreements", Map.of()).statusCode()).isEqualTo(303);
    assertThat(body(server.as(hotel).get(path), 200)).contains("Thank you!");
  }

  @Test
  void answersTheSameOverTheApi() {
    ContestId id = FAIR.published(Kind.MERIT, Source.BEACON, Fair.lot("A cake"));
    Actor anne = FAIR.member("Anne");
    String path = "/api/v1/contests/" + id;
    String office = "/api/v1/operator/contests/" + id;

    assertThat(body(server.as(anne).postJson(path + "/entries", "{\"shown\":true}"), 200))
        .contains("\"entered\":true", "\"free\":true");
    FAIR.open();
    FAIR.ledger.award(anne.memberId(), 12, FAIR.now());
    assertThat(body(server.asNobody().get(path + "/standings"), 200)).contains("\"points\":12");
    assertThat(body(server.as(anne).get(path), 200)).contains("\"myPoints\":12");
    assertThat(
            server.as(anne).sendJson("DELETE", path + "/entries/mine", "", "k-" + id).statusCode())
        .isEqualTo(200);
    assertThat(server.as(anne).postJson(office + "/moves", "{}").statusCode()).isEqualTo(404);
    assertThat(server.as(FAIR.operator).postJson(office + "/moves", "{}").statusCode())
        .isEqualTo(409);
    assertThat(
            server
                .as(FAIR.operator)
                .postJson(office + "/suspensions", "{\"reason\":\"A storm\"}")
                .statusCode())
        .isEqualTo(200);
    assertThat(body(server.as(anne).get("/contests/" + id), 200)).contains("A storm");
    assertThat(server.as(FAIR.operator).postJson(office + "/resumptions", "{}").statusCode())
        .isEqualTo(200);
    assertThat(
            server
                .as(FAIR.operator)
                .postJson(office + "/cancellations", "{\"reason\":\"No more sun\"}")
                .statusCode())
        .isEqualTo(200);
    assertThat(FAIR.contest(id).state()).isEqualTo(ContestState.VOID);
    assertThat(FAIR.room.contests().contest(Optional.empty(), id).reason())
        .isEqualTo("No more sun");
    assertThat(body(server.asNobody().get("/api/v1/contests"), 200)).contains("\"running\"");
    assertThat(body(server.asNobody().get(path + "/rules"), 200)).contains("\"sha256\"");
  }

  @Test
  void aRefusedMoveOfTheOfficeShowsOnlyWhereItWasAsked() {
    ContestId id = FAIR.published(Kind.DRAW, Source.COMMITMENT, Fair.lot("First"));
    TestServer.Client operator = server.as(FAIR.operator);

    var answer = operator.post("/operator/contests/" + id + "/moves", Map.of("to", "VOID"));

    String office = body(answer, 422);
    assertThat(office)
        .containsOnlyOnce("field-error")
        .containsOnlyOnce("<details class=\"confirm\" open");
    assertThat(office).contains("href=\"#reason\"").containsOnlyOnce("id=\"reason\"");
    assertThat(office.indexOf("id=\"reason\"")).isLessThan(office.indexOf("id=\"void-reason\""));
    assertThat(office.indexOf("id=\"reason\"")).isGreaterThan(office.indexOf("value=\"VOID\""));
  }

  @Test
  void leadsFromARefusedHandoverToItsOwnChoices() {
    ContestId id =
        FAIR.published(Kind.DRAW, Source.COMMITMENT, Fair.lot("First"), Fair.lot("Second"));
    Drawing.crowd(FAIR, id, 4);
    Drawing.toSeal(FAIR, id);
    FAIR.draw();
    FAIR.room.organising().advance(FAIR.operator, id, "");
    FAIR.pass(Duration.ofDays(4));
    assertThat(FAIR.state(id)).isEqualTo(ContestState.FINAL);
    String path = "/operator/contests/" + id + "/prizes/2/handovers";

    String office = body(server.as(FAIR.operator).post(path, Map.of()), 422);

    assertThat(office).contains("href=\"#guardian\"").containsOnlyOnce("id=\"guardian\"");
    assertThat(office).containsOnlyOnce("<details class=\"confirm\" open");
    assertThat(office.indexOf("id=\"guardian\""))
        .isBetween(office.indexOf("id=\"guardian-2\""), office.indexOf("id=\"guardian-2-"));
  }
}
