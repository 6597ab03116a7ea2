package org.ronde.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;
import org.ronde.ids.DisputeId;
import org.ronde.ids.Subject;

@Tag("database")
class DisputePagesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Desk DESK = new Desk(database);

  @RegisterExtension
  static final TestServer server =
      new TestServer(
          database,
          () ->
              List.of(
                  new DisputePages(DESK.disputes, DESK, TestServer.words()),
                  new DeskPages(DESK.disputes),
                  new DisputeResource(DESK.disputes),
                  new ReportPages(DESK.reports, TestServer.words()),
                  new ModerationPages(DESK.reports, DESK, TestServer.words()),
                  new ReportResource(DESK.reports),
                  new ReportResource.Queue(DESK.reports)));

  private Actor anne = DESK.member("Anne");
  private Actor bruno = DESK.member("Bruno");
  private Actor olga = DESK.officer("Olga");

  @BeforeEach
  void newPeople() {
    DESK.forgetEverybody();
    anne = DESK.member("Anne");
    bruno = DESK.member("Bruno");
    olga = DESK.officer("Olga");
  }

  private DisputeId opened() {
    return DESK.disputes.open(
        DESK.attempt(),
        anne.memberId(),
        bruno.memberId(),
        "Ten petits-suisses",
        "/challenges/1",
        "I did throw ten.");
  }

  private static Actor inFrench(Actor actor) {
    return new Actor(
        actor.memberId(),
        actor.memberName(),
        Locale.FRENCH,
        actor.operator(),
        actor.acting(),
        actor.session());
  }

  @Test
  void showsTheTalkAndTheNextStepToEachSide() {
    String path = "/disputes/" + opened();

    assertThat(server.as(anne).get(path).body())
        .contains("You and Bruno do not see it the same way", "Take my complaint back")
        .doesNotContain("Who is right?");
    assertThat(server.as(inFrench(bruno)).get(path).body())
        .contains("Anne ne voit pas les choses comme vous");
    assertThat(server.as(olga).get(path).body()).contains("Who is right?");
    assertThat(server.as(DESK.member("Zoe")).get(path).statusCode()).isEqualTo(404);
    assertThat(server.as(olga).get("/operator/disputes").body())
        .contains("One dispute waits for a decision", path);
    assertThat(server.as(anne).get("/operator/disputes").statusCode()).isEqualTo(404);
  }

  @Test
  void keepsWhatWasTypedWhenItIsRefused() {
    String path = "/disputes/" + opened();
    HttpResponse<String> answer =
        server.as(olga).post(path + "/decisions", Map.of("upheld", "yes", "reason", " "));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Say it in a few words.").contains("checked");
  }

  @Test
  void decidesAppealsAndClosesByItsForms() {
    DisputeId id = opened();
    String path = "/disputes/" + id;
    server.as(bruno).post(path + "/words", Map.of("words", "I counted <b>nine</b>."));
    server.as(olga).post(path + "/decisions", Map.of("upheld", "no", "reason", "Nine it is."));
    assertThat(server.as(anne).get(path).body())
        .contains("I counted &lt;b&gt;nine&lt;/b&gt;.", "It stays as it was", "A second look?");
    server.as(anne).post(path + "/appeals", Map.of("appeal", "Count again."));
    Actor oscar = DESK.officer("Oscar");
    server.as(oscar).post(path + "/decisions", Map.of("upheld", "yes", "reason", "Ten."));

    assertThat(DESK.disputes.dispute(anne, id).state()).isEqualTo(Dispute.State.CLOSED);
    assertThat(server.as(bruno).get("/disputes").body()).contains("Done");
  }

  @Test
  void reportsHidesAndPleadsByItsForms() {
    Subject photo = DESK.photoOf(anne);
    String path = "/reports/photo/" + photo.id();
    assertThat(server.as(bruno).get(path + "/new").body())
        .contains("What is wrong with “Ten petits-suisses”?", "It is dangerous");
    assertThat(server.as(bruno).post(path, Map.of("words", "Look")).statusCode()).isEqualTo(422);
    HttpResponse<String> answer =
        server.as(bruno).post(path, Map.of("reason", "DANGEROUS", "words", "Look"));
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .endsWith("/evidence/" + photo.id());
    assertThat(server.as(olga).get("/operator/reports").body()).contains("Look", "Bruno");
    server
        .as(olga)
        .post(
            "/operator" + path + "/decisions",
            Map.of("hide", "yes", "reason", "Too close to the road."));
    assertThat(server.as(anne).get(path).body()).contains("Too close to the road.");
    server.as(anne).post(path + "/pleas", Map.of("plea", "It is a playground."));

    assertThat(server.as(anne).get(path).body()).contains("Somebody else looks at it once more");
    assertThat(server.as(bruno).get("/reports/nothing%20at%20all/new").statusCode()).isEqualTo(404);
  }

  @Test
  void saysWhatIsWrongInTheFormThatWasSentAlone() {
    Subject first = DESK.photoOf(anne);
    Subject second = DESK.photoOf(anne);
    for (Subject photo : List.of(first, second)) {
      server
          .as(bruno)
          .post("/reports/photo/" + photo.id(), Map.of("reason", "DANGEROUS", "words", "Look"));
    }

    String page =
        server
            .as(olga)
            .post(
                "/operator/reports/photo/" + second.id() + "/decisions",
                Map.of("hide", "yes", "reason", "x".repeat(1_001)))
            .body();

    assertThat(page).contains(first.id().toString(), second.id().toString());
    assertThat(page.split("field-refused", -1)).hasSize(2);
    assertThat(page.split("x".repeat(1_001), -1)).hasSize(2);
    assertThat(page.indexOf("field-refused")).isGreaterThan(page.indexOf(second.id().toString()));
  }

  @Test
  void doesTheSameForPrograms() {
    DisputeId id = opened();
    String path = "/api/v1/disputes/" + id;
    assertThat(server.as(anne).get("/api/v1/disputes").body()).contains(id.toString());
    assertThat(server.as(bruno).postJson(path + "/words", "{\"words\": \"Nine.\"}").body())
        .contains("Nine.");
    assertThat(
            server
                .as(olga)
                .postJson(path + "/decisions", "{\"upheld\": true, \"reason\": \"Ten.\"}")
                .body())
        .contains("DECIDED");
    assertThat(server.as(bruno).postJson(path + "/appeals", "{\"words\": \"No.\"}").body())
        .contains("APPEALED");
    HttpResponse<String> late = server.as(anne).postJson(path + "/withdrawals", "{}");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("dispute-state");

    Subject photo = DESK.photoOf(anne);
    String reports = "/api/v1/reports/photo/" + photo.id();
    server.as(bruno).postJson(reports, "{\"reason\": \"SPAM\", \"words\": \"\"}");
    assertThat(server.as(olga).get("/api/v1/reports").body()).contains("SPAM");
    assertThat(
            server
                .as(olga)
                .postJson(reports + "/decisions", "{\"hide\": true, \"reason\": \"Spam.\"}")
                .statusCode())
        .isEqualTo(204);
    assertThat(server.as(anne).get(reports + "/fate").body()).contains("HIDDEN", "Spam.");
    assertThat(server.as(anne).postJson(reports + "/pleas", "{\"words\": \"No.\"}").statusCode())
        .isEqualTo(204);
  }
}
