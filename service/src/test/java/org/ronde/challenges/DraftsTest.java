package org.ronde.challenges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.challenges.Playground.faults;
import static org.ronde.challenges.Playground.refused;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.TestServer;
import org.ronde.ids.DraftId;

/** Writing a challenge: kept and taken up again, and begun from somebody’s page. */
@Tag("database")
class DraftsTest {
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
                  new LaunchPages(RECEPTION),
                  new DraftResource(RECEPTION)));

  private final Actor anne = PLAY.person("Anne Martin");
  private final Actor bruno = PLAY.person("Bruno Petit");
  private final Actor stranger = PLAY.person("Zoé Noël");

  @BeforeEach
  void makeFriends() {
    PLAY.befriend(anne, bruno);
  }

  private static JsonNode json(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    try {
      return new ObjectMapper().readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(response.body(), e);
    }
  }

  private String keep(Map<String, String> fields) {
    HttpResponse<String> kept = server.as(anne).post("/challenges/drafts", fields);
    assertThat(kept.statusCode()).as(kept.body()).isEqualTo(303);
    return kept.headers().firstValue("Location").orElseThrow().replaceFirst(".*/challenges", "");
  }

  @Test
  void keepsWhatIsTypedRightOrWrongAndTakesItUpAgain() {
    String path =
        keep(
            Map.of(
                "kind", "DUEL",
                "activity", "Runn",
                "title", "Round the lake",
                "target", "many",
                "details", "In the rain",
                "who", "somebody@nowhere"));

    String page = server.as(anne).get("/challenges" + path).body();
    assertThat(page).contains("Runn", "Round the lake", "many", "In the rain", "somebody@nowhere");
    assertThat(server.as(anne).get("/challenges").body())
        .contains("Still being written", "Round the lake");
    String id = path.replaceFirst(".*draft=", "");
    assertThat(keep(Map.of("kind", "DUEL", "draft", id, "title", "Round the pond")))
        .isEqualTo(path);
    assertThat(PLAY.challenges.drafts().mine(anne))
        .singleElement()
        .satisfies(
            draft -> assertThat(draft.fields()).isEqualTo(Map.of("title", "Round the pond")));
    assertThat(server.as(bruno).get("/challenges" + path).statusCode()).isEqualTo(404);
    assertThat(server.as(anne).get("/challenges/new?draft=none").statusCode()).isEqualTo(404);
  }

  @Test
  void isNoDraftAnyMoreOnceItIsLaunched() {
    String id = keep(Map.of("kind", "DUEL", "title", "Round the lake")).replaceFirst(".*=", "");
    Map<String, String> typed =
        Map.of(
            "kind", "DUEL",
            "draft", id,
            "activity", "Running",
            "title", "Round the lake",
            "endsAt", LocalDate.ofInstant(PLAY.now(), Playground.PARIS).plusDays(3).toString(),
            "who", "Bruno Petit");
    HttpResponse<String> refused =
        server.as(anne).post("/challenges", Map.of("kind", "DUEL", "draft", id));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains(id);

    HttpResponse<String> launched = server.as(anne).post("/challenges", typed);

    assertThat(launched.statusCode()).as(launched.body()).isEqualTo(303);
    assertThat(PLAY.challenges.drafts().mine(anne)).isEmpty();
    assertThat(PLAY.challenges.board().mine(bruno, bruno.locale())).hasSize(1);
  }

  @Test
  void throwsADraftOfOnesOwnAway() {
    String id = keep(Map.of("kind", "SELF", "title", "x")).replaceFirst(".*=", "");
    String removal = "/challenges/drafts/" + id + "/removals";

    assertThat(server.as(bruno).post(removal, Map.of()).statusCode()).isEqualTo(404);
    assertThat(server.as(anne).post(removal, Map.of()).statusCode()).isEqualTo(303);

    assertThat(PLAY.challenges.drafts().mine(anne)).isEmpty();
    assertThat(server.as(anne).post(removal, Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void keepsOnlySoManyAndNoEndlessText() {
    Drafts drafts = PLAY.challenges.drafts();
    assertThat(faults(() -> drafts.keep(anne, Kind.SELF, Map.of("details", "x".repeat(4001)))))
        .containsExactly("details");
    for (int i = 0; i < ChallengeSettings.standard().draftsMax(); i++) {
      drafts.keep(anne, Kind.SELF, Map.of("title", "Draft " + i, "csrf", "no field of ours"));
    }

    HttpResponse<String> refused =
        server.as(anne).post("/challenges/drafts", Map.of("kind", "SELF", "title", "One more"));

    assertThat(drafts.mine(anne)).allSatisfy(d -> assertThat(d.fields()).hasSize(1)).hasSize(20);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("One more", "20 challenges already");
    assertThat(drafts.keep(bruno, Kind.SELF, Map.of())).isNotNull();
  }

  @Test
  void doesTheSameOverTheApi() {
    String drafts = "/api/v1/challenges/drafts";
    String begun =
        json(server
                .as(anne)
                .postJson(drafts, "{\"kind\": \"SELF\", \"fields\": {\"title\": \"Run\"}}"))
            .get("id")
            .asText();
    DraftId id = DraftId.fromString(begun);
    assertThat(server.as(anne).postJson(drafts + "/" + id + "/launches", "").statusCode())
        .isEqualTo(422);
    json(
        server
            .as(anne)
            .sendJson(
                "PUT",
                drafts + "/" + id,
                """
                {"kind": "SELF", "fields": {"title": "Run", "activity": "Running", "endsAt": "%s"}}
                """
                    .formatted(LocalDate.ofInstant(PLAY.now(), Playground.PARIS).plusDays(2)),
                "put-1"));

    assertThat(json(server.as(anne).get(drafts)).get("drafts")).hasSize(1);
    assertThat(json(server.as(anne).get(drafts + "/" + id)).get("fields").get("title").asText())
        .isEqualTo("Run");
    assertThat(server.as(bruno).get(drafts + "/" + id).statusCode()).isEqualTo(404);
    assertThat(
            json(server.as(anne).postJson(drafts + "/" + id + "/launches", ""))
                .get("title")
                .asText())
        .isEqualTo("Run");
    assertThat(refused(() -> PLAY.challenges.drafts().draft(anne, id)))
        .isEqualTo(ProblemType.NOT_FOUND);
  }

  @Test
  void daresWhomOneKnowsToAnythingAndAStrangerToWhatTheyFollow() {
    Board board = PLAY.challenges.board();
    assertThat(board.findDaring(anne, stranger.memberId())).isEmpty();
    assertThat(board.findDaring(anne, anne.memberId())).isEmpty();
    assertThat(board.findDaring(anne, bruno.memberId()))
        .hasValueSatisfying(daring -> assertThat(daring.anything()).isTrue());

    String nobody = server.as(anne).get("/challenges/new?member=" + stranger.memberId()).body();
    PLAY.follow(PLAY.plank, stranger);
    String somebody = server.as(anne).get("/challenges/new?member=" + stranger.memberId()).body();
    String friend = server.as(anne).get("/challenges/new?member=" + bruno.memberId()).body();

    assertThat(nobody).contains("You do not know this person yet").doesNotContain("Zoé Noël");
    assertThat(somebody).contains("value=\"Zoé Noël\"", "value=\"Plank\"");
    assertThat(friend).contains("value=\"Bruno Petit\"").doesNotContain("do not know");
  }
}
