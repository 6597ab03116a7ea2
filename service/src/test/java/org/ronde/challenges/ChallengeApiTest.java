package org.ronde.challenges;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;

@Tag("database")
class ChallengeApiTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Playground PLAY = new Playground(database);
  private static final Reception RECEPTION =
      new Reception(PLAY.challenges, PLAY.neighbours, TestServer.words(), Playground.PARIS);

  @RegisterExtension
  static final TestServer server =
      new TestServer(
          database,
          () ->
              List.of(
                  new ChallengePages(RECEPTION),
                  new DraftResource(RECEPTION),
                  new LaunchPages(RECEPTION),
                  new InvitationPages(RECEPTION),
                  new AnswerPages(RECEPTION),
                  new AttemptPages(RECEPTION),
                  new OperatorAttemptPages(RECEPTION),
                  new ChallengeResource(RECEPTION),
                  new AnswerResource(RECEPTION),
                  new AttemptResource(RECEPTION),
                  new OperatorAttemptResource(RECEPTION)));

  private final Actor anne = PLAY.person("Anne Martin");
  private final Actor bruno = PLAY.person("Bruno Petit");

  @BeforeEach
  void makeFriends() {
    PLAY.befriend(anne, bruno);
  }

  private static JsonNode json(HttpResponse<String> response) {
    try {
      return new ObjectMapper().readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(response.body(), e);
    }
  }

  private String duel() {
    String body =
        """
        {"kind": "DUEL", "activityId": "%s", "title": "Five kilometres", "target": 5000,
         "endsAt": "%s", "members": ["%s"]}
        """
            .formatted(PLAY.running.id(), PLAY.now().plusSeconds(600_000), bruno.memberId());
    HttpResponse<String> launched = server.as(anne).postJson("/api/v1/challenges", body);
    assertThat(launched.statusCode()).as(launched.body()).isEqualTo(200);
    return json(launched).get("id").asText();
  }

  @Test
  void livesAChallengeOverTheApi() {
    String path = "/api/v1/challenges/" + duel();

    HttpResponse<String> accepted =
        server.as(bruno).postJson(path + "/acceptances", "{\"version\": 1}");
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
    HttpResponse<String> proved =
        server.as(bruno).postJson(path + "/proofs", "{\"text\": \"Done\", \"measure\": 5100.5}");
    assertThat(proved.statusCode()).as(proved.body()).isEqualTo(200);
    String attempt = json(proved).get("mine").get("id").asText();
    HttpResponse<String> believed =
        server.as(anne).postJson("/api/v1/attempts/" + attempt + "/validations", "");
    assertThat(believed.statusCode()).as(believed.body()).isEqualTo(200);

    JsonNode mine = json(server.as(bruno).get(path)).get("mine");
    assertThat(mine.get("state").asText()).isEqualTo("VALIDATED");
    assertThat(mine.get("points").asInt()).isEqualTo(20);
    assertThat(json(server.as(bruno).get("/api/v1/challenges")).get("challenges")).hasSize(1);
  }

  @Test
  void doesNothingTwiceWhenRepeated() {
    String path = "/api/v1/challenges/" + duel() + "/acceptances";

    HttpResponse<String> once = server.as(bruno).sendJson("POST", path, "{\"version\": 1}", "k-1");
    HttpResponse<String> again = server.as(bruno).sendJson("POST", path, "{\"version\": 1}", "k-1");

    assertThat(once.statusCode()).isEqualTo(200);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
  }

  @Test
  void answersRefusalsAsProblems() {
    String id = duel();
    Actor stranger = PLAY.person("Stranger");

    assertThat(server.as(stranger).get("/api/v1/challenges/" + id).statusCode()).isEqualTo(404);
    assertThat(server.asNobody().get("/api/v1/challenges/" + id).statusCode()).isEqualTo(401);
    HttpResponse<String> changed =
        server.as(bruno).postJson("/api/v1/challenges/" + id + "/acceptances", "{\"version\": 9}");
    assertThat(changed.statusCode()).isEqualTo(409);
    assertThat(json(changed).get("type").asText()).endsWith("terms-changed");
    HttpResponse<String> wrong =
        server
            .as(anne)
            .postJson(
                "/api/v1/challenges",
                "{\"kind\": \"SELF\", \"activityId\": \"%s\", \"title\": \"\", \"endsAt\": \"%s\"}"
                    .formatted(PLAY.running.id(), PLAY.now().minusSeconds(9)));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(json(wrong).get("errors")).hasSize(2);
    assertThat(server.as(anne).get("/api/v1/operator/attempts").statusCode()).isEqualTo(404);
    assertThat(server.as(anne).get("/operator/attempts").statusCode()).isEqualTo(404);
    assertThat(server.as(anne).get("/challenges/new?kind=RIOT").statusCode()).isEqualTo(404);
    assertThat(server.as(anne).get("/challenges/invitations/none").statusCode()).isEqualTo(410);
  }

  @Test
  void findsOpenCallsAndPeople() {
    PLAY.challenges.launch(anne, PLAY.launch(Kind.OPEN, PLAY.running, null));

    assertThat(
            json(server.as(bruno).get("/api/v1/challenges/open?activity=" + PLAY.running.id()))
                .get("challenges"))
        .hasSize(1);
    assertThat(
            json(server.as(bruno).get("/api/v1/challenges/people?activity=" + PLAY.running.id()))
                .get("people")
                .get(0)
                .get("name")
                .asText())
        .isEqualTo("Anne Martin");
  }

  @Test
  void keepsWhatWasTypedWhenAFormIsRefused() {
    HttpResponse<String> refused =
        server
            .as(anne)
            .post(
                "/challenges",
                Map.of(
                    "kind", "GROUP",
                    "activity", "Running",
                    "title", "Round the lake",
                    "target", "many",
                    "endsAt", "soon",
                    "who", "somebody@nowhere"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Round the lake", "many", "somebody@nowhere");
  }
}
