package org.ronde.activities;

import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.activities.Meadow.OPERATOR;
import static org.ronde.activities.Meadow.slots;
import static org.ronde.activities.Meadow.town;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.activities.Slots.Slot;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;

@Tag("database")
class ActivityResourceTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Meadow MEADOW = new Meadow(database);

  @RegisterExtension
  static final TestServer server =
      new TestServer(
          database, () -> MEADOW.activities.resources(TestServer.words(), ActivityPanels.NONE));

  private final Actor robin = MEADOW.person("Robin");

  @BeforeEach
  void grow() {
    MEADOW.grow();
  }

  private static void answered(HttpResponse<String> answer, int status, String... texts) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    for (String text : texts) {
      assertThat(answer.body()).contains(text);
    }
  }

  @Test
  void knowsTownsAndTheNearestOne() {
    answered(
        server.asNobody().get("/api/v1/towns?q=muret"),
        200,
        "\"label\":\"Muret (31)\"",
        "\"zone\":\"Europe/Paris\"");
    answered(server.asNobody().get("/api/v1/towns"), 200, "[]");
    answered(
        server.asNobody().get("/api/v1/towns/nearest?latitude=43.6&longitude=1.44"),
        200,
        "\"name\":\"Toulouse\"");
    for (String wrong :
        new String[] {"", "?latitude=91&longitude=0", "?latitude=a&longitude=NaN"}) {
      answered(server.asNobody().get("/api/v1/towns/nearest" + wrong), 422, "no position on earth");
    }
  }

  @Test
  void showsTheCatalogue() {
    answered(
        server.asNobody().get("/api/v1/activities?q=polochon"),
        200,
        "\"code\":\"pillow-fight\"",
        "\"members\":0");
    answered(server.asNobody().get("/api/v1/activities?family=racket"), 200, "\"tennis\"");
    answered(server.asNobody().get("/api/v1/activities?family=x"), 404);
    answered(server.asNobody().get("/api/v1/activities/tennis"), 200, "\"max\":500");
    answered(server.asNobody().get("/api/v1/activities/x"), 404, "not-found");
    answered(server.asNobody().get("/api/v1/activity-families"), 200, "Rackets and bats");
  }

  @Test
  void keepsWhatIPractise() {
    String body =
        """
        {"level": "REGULAR", "townCode": "%s", "slots": ["THURSDAY_EVENING"], "findable": true,
         "follows": false, "ofAge": false}
        """
            .formatted(town("Muret").code());

    answered(
        server.as(robin).sendJson("PUT", "/api/v1/practices/tennis", body, "k1"),
        200,
        "THURSDAY_EVENING",
        "Muret (31)");
    answered(server.as(robin).get("/api/v1/practices"), 200, "\"level\":\"REGULAR\"");
    answered(
        server.as(robin).sendJson("PUT", "/api/v1/practices/wine-quiz", body, "k2"),
        422,
        "\"ofAge\"");
    answered(
        server
            .as(robin)
            .sendJson(
                "PUT",
                "/api/v1/practices/tennis",
                body.replace("THURSDAY_EVENING", "NEVER").replace(town("Muret").code(), "0"),
                "k3"),
        422,
        "\"slots\"",
        "\"townCode\"");
    answered(server.as(robin).sendJson("PUT", "/api/v1/practices/tennis", "null", "k4"), 400);
    answered(server.as(robin).sendJson("DELETE", "/api/v1/practices/tennis", "", "k5"), 204);
    answered(server.as(robin).get("/api/v1/practices"), 200, "[]");
    answered(server.asNobody().get("/api/v1/practices"), 401);
  }

  @Test
  void findsPartnersAndAsksThem() {
    Actor zoe =
        MEADOW.practising(
            "Zoé", "tennis", "Muret", Level.REGULAR, slots(new Slot(THURSDAY, Slots.Part.EVENING)));
    HttpResponse<String> found =
        server
            .as(robin)
            .get("/api/v1/partners?activity=tennis&town=Toulouse&day=THURSDAY&part=EVENING");

    answered(found, 200, "\"name\":\"Zoé\"", "\"total\":1");
    assertThat(found.body()).doesNotContain("private.example");
    answered(
        server.as(robin).get("/api/v1/partners?km=7&day=NODAY&levelMin=EXPERT&levelMax=BEGINNER"),
        422,
        "\"activity\"",
        "\"town\"",
        "\"km\"",
        "\"day\"",
        "\"levelMin\"");

    String ask =
        "{\"member\": \"%s\", \"activity\": \"tennis\", \"word\": \"Thursday?\"}"
            .formatted(zoe.memberId());
    HttpResponse<String> asked = server.as(robin).postJson("/api/v1/partner-requests", ask);
    answered(asked, 200, "\"state\":\"WAITING\"");
    String id = asked.body().replaceFirst(".*?\"id\":\"([^\"]+)\".*", "$1");
    answered(server.as(robin).postJson("/api/v1/partner-requests", ask), 422, "\"word\"");
    answered(server.as(zoe).get("/api/v1/partner-requests"), 200, "Thursday?");
    answered(server.as(zoe).get("/api/v1/partner-requests/" + id), 200, "Robin");
    String path = "/api/v1/partner-requests/" + id + "/answers";
    answered(server.as(zoe).postJson(path, "{\"accept\": true}"), 200, "\"ACCEPTED\"");
    answered(server.as(zoe).postJson(path, "{\"accept\": true}"), 409, "already-answered");
    answered(server.as(robin).postJson(path, "{\"accept\": true}"), 404);
  }

  @Test
  void takesProposalsAndQuestionsToTheDesk() {
    answered(
        server
            .as(robin)
            .postJson(
                "/api/v1/activity-proposals",
                "{\"name\": \"Tea\", \"family\": \"kitchen\", \"description\": \"A drink for two.\"}"),
        200,
        "proposalId");
    answered(server.as(robin).postJson("/api/v1/activity-proposals", "{\"name\": \"Tea\"}"), 400);
    answered(
        server.as(robin).postJson("/api/v1/safety-questions", "{\"words\": \"cul sec\"}"),
        200,
        "questionId");
    answered(server.as(robin).postJson("/api/v1/safety-questions", "{\"words\": \"tea\"}"), 422);
    answered(server.as(robin).get("/api/v1/activity-proposals"), 200, "WAITING");
    answered(server.as(robin).get("/api/v1/operator/activities"), 404);
    answered(server.as(OPERATOR).get("/api/v1/operator/activities"), 200, "Tea", "cul sec");

    String proposal =
        "/api/v1/operator/activities/proposals/"
            + MEADOW.activities.proposals().waiting(OPERATOR).get(0).proposalId()
            + "/decisions";
    String terms =
        """
        {"approve": true, "terms": {"code": "tea", "family": "kitchen", "name_en": "Tea",
         "name_fr": "Thé", "evidence": "PHOTO", "measure": "NONE", "difficulty": "1"}}
        """;
    answered(server.as(robin).postJson(proposal, terms), 404);
    answered(server.as(OPERATOR).postJson(proposal, "{\"approve\": true}"), 422, "\"code\"");
    answered(server.as(OPERATOR).postJson(proposal, terms), 200, "APPROVED");
    answered(
        server.as(OPERATOR).postJson(proposal, "{\"approve\": false, \"reason\": \"No\"}"),
        409,
        "already-answered");
    String question =
        "/api/v1/operator/activities/questions/"
            + MEADOW.activities.safety().open(OPERATOR).get(0).questionId()
            + "/answers";
    answered(
        server.as(OPERATOR).postJson(question, "{\"allow\": true, \"answer\": \"Fine.\"}"), 204);
  }

  @Test
  void bringsInAndTakesOutTheCatalogue() {
    String csv = server.as(OPERATOR).get("/api/v1/operator/activities/export.csv").body();
    String json =
        "{\"csv\": \"%s\", \"apply\": %s}"
            .formatted(
                (csv + "x,y\n").replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"),
                "false");

    answered(
        server.as(OPERATOR).postJson("/api/v1/operator/activities/imports", json),
        200,
        "\"line\":6",
        "This line has 2 values");
    answered(
        server
            .as(OPERATOR)
            .postJson(
                "/api/v1/operator/activities/imports",
                json.replace("\"apply\": false", "\"apply\": true")),
        422);
    answered(server.as(robin).postJson("/api/v1/operator/activities/imports", json), 404);
    answered(server.as(robin).get("/api/v1/operator/activities/export.csv"), 404);
  }
}
