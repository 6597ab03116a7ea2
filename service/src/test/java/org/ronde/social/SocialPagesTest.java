package org.ronde.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.challenges.ChallengeListener.Kind.LAUNCHED;
import static org.ronde.challenges.ChallengeListener.Kind.VALIDATED;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;
import org.ronde.ids.HappeningId;

@Tag("database")
class SocialPagesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Village VILLAGE = new Village(database);

  @RegisterExtension
  static final TestServer server =
      new TestServer(
          database,
          () ->
              List.of(
                  new MemberPages(VILLAGE.profiles, VILLAGE.friends, TestServer.words()),
                  new StreamPages(VILLAGE.stream, TestServer.words()),
                  new SocialResource(VILLAGE.profiles, VILLAGE.friends, VILLAGE.stream)));

  private final Actor anne = VILLAGE.member("Anne");
  private final Actor bruno = VILLAGE.member("Bruno");

  private HappeningId happened() {
    VILLAGE.happens(VALIDATED, true, bruno);
    return VILLAGE.stream.page(bruno, Stream.Scope.AROUND_ME, null).happenings().get(0).id();
  }

  @Test
  void makesFriendsByItsForms() {
    String page = "/members/" + bruno.memberId();
    assertThat(server.as(anne).get(page).body())
        .contains("Become friends")
        .doesNotContain("Challenge Bruno");
    server.as(anne).post("/friends/" + bruno.memberId(), Map.of());
    assertThat(server.as(bruno).get("/friends").body()).contains("Would like to be your friend.");
    server.as(bruno).post("/friends/" + anne.memberId(), Map.of());
    assertThat(server.as(anne).get("/friends").body()).contains("No longer friends");
    assertThat(server.as(anne).get(page).body()).contains("Challenge Bruno");
    server.as(anne).post("/friends/" + bruno.memberId() + "/endings", Map.of());

    assertThat(server.as(anne).get("/friends").body()).contains("No friends here yet");
  }

  @Test
  void leadsFromAnAccountThatWasJoinedToTheOneItWasJoinedTo() {
    Actor former = VILLAGE.member("Anne of old");
    VILLAGE.joined.put(former.memberId(), anne.memberId());

    HttpResponse<String> page = server.as(bruno).get("/members/" + former.memberId());

    assertThat(page.statusCode()).isEqualTo(303);
    assertThat(page.headers().firstValue("Location").orElse(""))
        .endsWith("/members/" + anne.memberId());
    assertThat(server.as(bruno).get("/api/v1/members/" + former.memberId()).body())
        .contains("\"id\":\"" + anne.memberId() + "\"");
  }

  @Test
  void keepsAMembersPageFromStrangersUntilItIsPublic() {
    String page = "/members/" + anne.memberId();
    assertThat(server.asNobody().get(page).statusCode()).isEqualTo(404);
    HttpResponse<String> saved =
        server
            .as(anne)
            .post(
                "/profile",
                Map.of(
                    "about", "Bakes <i>and</i> runs.",
                    "practices", "PUBLIC",
                    "challenges", "MEMBERS",
                    "gallery", "PRIVATE",
                    "points", "PRIVATE"));

    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(server.asNobody().get(page).body())
        .contains("Bakes &lt;i&gt;and&lt;/i&gt; runs.", "A card of PRACTICES")
        .doesNotContain("A card of CHALLENGES", "A card of POINTS");
    assertThat(server.as(anne).get(page).body()).contains("A card of POINTS", "120");
  }

  @Test
  void keepsTheWordsOfAProfileThatIsRefused() {
    HttpResponse<String> answer =
        server
            .as(anne)
            .post(
                "/profile",
                Map.of(
                    "about", "Bakes and runs.",
                    "practices", "EVERYBODY AND HIS DOG",
                    "challenges", "MEMBERS",
                    "gallery", "PRIVATE",
                    "points", "PRIVATE"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Bakes and runs.", "Choose who may see it.");
  }

  @Test
  void applaudsAndTalksByItsForms() {
    String path = "/stream/" + happened();
    server.as(anne).post(path + "/applause", Map.of("from", "everywhere"));
    server.as(anne).post(path + "/comments", Map.of("words", "Bravo <b>Bruno</b>!"));
    assertThat(server.as(bruno).get("/stream").body()).contains("One applauds", "One comment");
    assertThat(server.as(bruno).get(path).body())
        .contains("Bravo &lt;b&gt;Bruno&lt;/b&gt;!", "/reports/comment/")
        .doesNotContain(">Applaud<");
    HttpResponse<String> empty = server.as(anne).post(path + "/comments", Map.of("words", ""));

    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("Say it in a few words.");
    assertThat(server.as(anne).get("/stream").body()).contains("Quiet around here");
    assertThat(server.as(anne).get("/stream?everywhere=yes").body()).contains("Bruno");
  }

  @Test
  void doesTheSameForPrograms() {
    HappeningId id = happened();
    VILLAGE.happens(LAUNCHED, false, anne);
    String path = "/api/v1/stream/" + id;
    server.as(anne).sendJson("PUT", path + "/applause", "{}", "");
    server.as(anne).postJson(path + "/comments", "{\"words\": \"Bravo\"}");
    server.as(anne).postJson("/api/v1/friends/" + bruno.memberId(), "{}");

    assertThat(server.as(bruno).get(path).body()).contains("Bravo", "\"applause\":1");
    assertThat(server.as(bruno).get("/api/v1/stream?scope=EVERYWHERE").body())
        .contains(id.toString());
    assertThat(server.as(bruno).get("/api/v1/friends").body()).contains("ASKS", "Anne");
    assertThat(server.as(anne).get("/api/v1/members/" + bruno.memberId()).body())
        .contains("A card of POINTS");
    assertThat(server.as(anne).get("/api/v1/profile").body()).contains("MEMBERS");
  }
}
