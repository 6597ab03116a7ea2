package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.members.Answers.assertSeeOther;
import static org.ronde.members.Answers.assertShown;
import static org.ronde.members.Answers.location;
import static org.ronde.members.House.HOME;
import static org.ronde.members.House.HUGO;
import static org.ronde.members.House.PAULE;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.TestServer;
import org.ronde.ids.MemberId;

@Tag("database")
class MergePagesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final House HOUSE = new House(database);

  @RegisterExtension static final TestServer server = HOUSE.server();

  private static final String API = "/api/v1/me/merges";

  private static TestServer.Client as(String email) {
    return HOUSE.browser(server, email);
  }

  private static TestServer.Client hugo() {
    HOUSE.bakeryOfTwo();
    HOUSE.hugoAtHome();
    return as(HOME);
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String slug) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("/" + slug + "\"");
  }

  @Test
  void goesFromTheAccountPageToOneAccount() {
    TestServer.Client hugo = hugo();
    assertThat(hugo.get("/account").body()).contains("href=\"/account/merges\"");
    assertShown(hugo.get("/account/merges"));

    assertSeeOther(hugo.post("/account/merges", Map.of("email", HUGO)), "/account/merges/sent");
    assertShown(hugo.get("/account/merges/sent"));
    String link = HOUSE.post.path(HUGO);
    assertThat(hugo.get(link).body())
        .contains("Make one account of the two?", HUGO, "Hugo Roux", "Boulangerie Paul")
        .contains("What moves to this account", "What ends")
        .contains("action=\"" + link + "\"");
    assertThat(HOUSE.members.companies().findMember(HUGO)).isPresent();
    assertSeeOther(hugo.post(link, Map.of()), link);

    assertThat(hugo.get(link).body()).contains("Your two accounts are one");
    assertSeeOther(hugo.post(link, Map.of()), link);
    assertThat(hugo.get("/account").body()).contains("Boulangerie Paul");
    assertThat(as(PAULE).get("/company").body()).contains(HOME).doesNotContain(HUGO);
  }

  @Test
  void givesTheSameAnswerForEveryAddress() {
    TestServer.Client hugo = hugo();

    HttpResponse<String> known = hugo.post("/account/merges", Map.of("email", HUGO));
    HttpResponse<String> unknown = hugo.post("/account/merges", Map.of("email", "no@home.example"));

    assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
    assertThat(location(unknown)).isEqualTo(location(known));
    assertThat(unknown.body()).isEqualTo(known.body());
  }

  @Test
  void showsTheFormAgainWithWhatIsWrong() {
    TestServer.Client hugo = hugo();

    HttpResponse<String> own = hugo.post("/account/merges", Map.of("email", HOME));
    HttpResponse<String> none = hugo.post("/account/merges", Map.of("email", "hugo@"));

    assertThat(own.statusCode()).isEqualTo(422);
    assertThat(own.body()).contains("This is the address of this account");
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("value=\"hugo@\"");
  }

  @Test
  void asksWhoeverOpensTheLinkToSignInFirst() {
    TestServer.Client hugo = hugo();
    hugo.post("/account/merges", Map.of("email", HUGO));
    String link = HOUSE.post.path(HUGO);

    HttpResponse<String> nobody = server.asNobody().get(link);
    HttpResponse<String> other = as(HUGO).get(link);

    assertThat(nobody.statusCode()).isEqualTo(303);
    assertThat(location(nobody)).contains("/sign-in?next=");
    assertThat(other.statusCode()).isEqualTo(403);
    assertThat(other.body()).contains("This link opens with the other account");
    assertThat(server.asNobody().get("/links/" + link.substring(link.lastIndexOf('/') + 1)))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(410);
    assertThat(hugo.get("/account/merges/a-secret-that-was-never-made").statusCode())
        .isEqualTo(410);
  }

  @Test
  void saysWhatHasToEndFirstAndOffersNoButton() {
    TestServer.Client hugo = hugo();
    hugo.post("/account/merges", Map.of("email", HUGO));
    String link = HOUSE.post.path(HUGO);
    MemberId old = HOUSE.member(HUGO);
    HOUSE
        .members
        .merges()
        .listen(
            new MergeListener() {
              @Override
              public List<Obstacle> obstacles(Person from, Person into) {
                return from.id().equals(old)
                    ? List.of(
                        new Obstacle(Obstacle.Kind.SHARED_CHALLENGE, "Hop & hop", "/challenges/1"))
                    : List.of();
              }
            });

    assertThat(hugo.get(link).body())
        .contains("Both accounts are in the same challenge, “Hop &amp; hop”")
        .contains("href=\"/challenges/1\"")
        .doesNotContain("action=\"" + link + "\"");
    HttpResponse<String> refused = hugo.post(link, Map.of());
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("One thing is still in the way");
    String secret = link.substring(link.lastIndexOf('/') + 1);
    assertThat(hugo.get(API + "/" + secret).body())
        .contains("\"kind\":\"SHARED_CHALLENGE\"", "\"path\":\"/challenges/1\"");
    assertProblem(hugo.sendJson("POST", API + "/" + secret, "{}", "a"), 409, "accounts-tied");
  }

  @Test
  void doesTheSameOverTheApi() {
    TestServer.Client hugo = hugo();

    HttpResponse<String> asked = hugo.sendJson("POST", API, "{\"email\":\"" + HUGO + "\"}", "a");
    HttpResponse<String> unknown =
        hugo.sendJson("POST", API, "{\"email\":\"no@home.example\"}", "b");
    String secret = HOUSE.post.secret(HUGO).text();
    HttpResponse<String> plan = hugo.get(API + "/" + secret);
    HttpResponse<String> done = hugo.sendJson("POST", API + "/" + secret, "{}", "c");
    HttpResponse<String> again = hugo.sendJson("POST", API + "/" + secret, "{}", "d");

    assertThat(asked.statusCode()).isEqualTo(202);
    assertThat(unknown.statusCode()).isEqualTo(202);
    assertThat(unknown.body()).isEqualTo(asked.body());
    assertThat(plan.body())
        .contains("\"name\":\"Hugo Roux\"", "\"obstacles\":[]", "[\"Boulangerie Paul\"]");
    assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
    assertThat(again.statusCode()).as(again.body()).isEqualTo(204);
    assertProblem(hugo.get(API + "/" + secret), 410, "link-used");
    assertProblem(hugo.sendJson("POST", API, "{}", "e"), 400, "malformed");
    assertProblem(hugo.sendJson("POST", API, "{\"email\":\"x\"}", "f"), 422, "invalid");
    assertProblem(server.asNobody().sendJson("POST", API, "{}", "g"), 401, "sign-in-required");
  }
}
