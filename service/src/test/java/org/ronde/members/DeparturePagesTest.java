package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.members.Answers.assertSeeOther;
import static org.ronde.members.Answers.assertShown;
import static org.ronde.members.Answers.cookie;
import static org.ronde.members.House.HUGO;
import static org.ronde.members.House.PASSWORD;
import static org.ronde.members.House.PAULE;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.TestServer;
import org.ronde.ids.CompanyId;

@Tag("database")
class DeparturePagesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final House HOUSE = new House(database);

  @RegisterExtension static final TestServer server = HOUSE.server();

  private static final String ME = "/api/v1/me";

  private static TestServer.Client as(String email) {
    return HOUSE.browser(server, email);
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String slug) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("/" + slug + "\"");
  }

  @Test
  void erasesSignsOutAndSaysGoodbye() {
    HOUSE.bakeryOfTwo();
    TestServer.Client hugo = as(HUGO);
    assertThat(hugo.get("/account").body())
        .contains("Leave Ronde")
        .doesNotContain("it closes with you")
        .doesNotContain("name=\"currentPassword\"");

    HttpResponse<String> left = hugo.post("/account/departures", Map.of("email", HUGO));

    assertSeeOther(left, "/account/departures");
    assertThat(cookie(left)).contains("Max-Age=0");
    assertShown(server.asNobody().get("/account/departures"));
    assertThat(server.asNobody().get("/account/departures").body()).contains("Goodbye");
    assertThat(Traces.of(database, "Hugo Roux", HUGO)).isEmpty();
    assertThat(as(PAULE).get("/company").body()).contains(PAULE).doesNotContain(HUGO);
  }

  @Test
  void asksForThePasswordOfAnAccountThatHasOne() {
    HOUSE.bakeryOfTwo();
    Secret session = HOUSE.session(HUGO);
    HOUSE.members.accounts().changePassword(HOUSE.actor(session), "", PASSWORD, session);
    TestServer.Client hugo = as(HUGO);

    HttpResponse<String> refused =
        hugo.post("/account/departures", Map.of("email", "hugo@b", "currentPassword", "wrong"));

    assertThat(hugo.get("/account").body()).contains("name=\"currentPassword\"");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("This is not your address")
        .contains("This is not your current password")
        .contains("hugo@b\"")
        .doesNotContain("value=\"wrong\"");
    assertSeeOther(
        hugo.post("/account/departures", Map.of("email", HUGO, "currentPassword", PASSWORD)),
        "/account/departures");
  }

  @Test
  void saysWhatBecomesOfTheCompanyAndWhatIsInTheWay() {
    HOUSE.bakeryOfTwo();
    TestServer.Client paule = as(PAULE);

    assertThat(paule.get("/account").body())
        .contains("You are the last owner of Boulangerie Paul")
        .doesNotContain("action=\"/account/departures\"");
    HttpResponse<String> refused = paule.post("/account/departures", Map.of("email", PAULE));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Make a colleague an owner first");
    as(HUGO).post("/account/departures", Map.of("email", HUGO));

    assertThat(paule.get("/account").body())
        .contains("Nobody but you acts for Boulangerie Paul: it closes with you")
        .contains("action=\"/account/departures\"");
  }

  @Test
  void showsAClosedCompanyAndTheVettingOfAnOperatorWhoLeft() {
    CompanyId bakery = HOUSE.pending(House.bakery(), House.owner(PAULE));
    HOUSE.operator();
    HOUSE.members.operators().createOperator("sam@ronde.example", "Sam Roy");
    as("olga@ronde.example")
        .post("/operator/companies/" + bakery + "/decisions", Map.of("verdict", "APPROVED"));
    as("olga@ronde.example").post("/account/departures", Map.of("email", "olga@ronde.example"));
    as(PAULE).post("/account/departures", Map.of("email", PAULE));

    assertThat(server.asNobody().get("/companies/" + bakery).body())
        .contains("Boulangerie Paul")
        .contains("This company has left Ronde");
    assertThat(as("sam@ronde.example").get("/operator/companies/" + bakery).body())
        .contains("Closed")
        .contains("A former member")
        .doesNotContain("Olga");
  }

  @Test
  void leavesOverTheApiWithTheSameConfirmation() {
    HOUSE.bakeryOfTwo();
    TestServer.Client hugo = as(HUGO);

    assertProblem(
        hugo.sendJson("DELETE", ME, "{\"email\":\"" + PAULE + "\"}", "a"), 422, "invalid");
    assertProblem(hugo.sendJson("DELETE", ME, "{}", "b"), 400, "malformed");
    assertProblem(hugo.sendJson("DELETE", ME, "null", "c"), 400, "malformed");
    assertProblem(
        as(PAULE).sendJson("DELETE", ME, "{\"email\":\"" + PAULE + "\"}", "d"),
        409,
        "company-needs-owner");
    HttpResponse<String> left = hugo.sendJson("DELETE", ME, "{\"email\":\"" + HUGO + "\"}", "e");

    assertThat(left.statusCode()).as(left.body()).isEqualTo(204);
    assertThat(Traces.of(database, "Hugo Roux", HUGO)).isEmpty();
    assertProblem(server.asNobody().sendJson("DELETE", ME, "{}", "f"), 401, "sign-in-required");
  }

  @Test
  void letsSomebodyJoinWithoutACompanyAndLeaveAgain() {
    assertSeeOther(
        server
            .asNobody()
            .post("/join", Map.of("kind", "NONE", "name", "Zoé Solo", "email", "zoe@solo.example")),
        "/join/sent");
    String link = HOUSE.post.path("zoe@solo.example");
    assertSeeOther(server.asNobody().post(link, Map.of()), "/account");
    TestServer.Client zoe = as("zoe@solo.example");

    assertThat(zoe.get("/account").body())
        .contains("You act for no company yet")
        .contains("href=\"/challenges\"")
        .contains("href=\"/catalogue\"")
        .doesNotContain("href=\"/cycles\"")
        .doesNotContain("href=\"/company\"");
    assertSeeOther(
        zoe.post("/account/departures", Map.of("email", "zoe@solo.example")),
        "/account/departures");
    assertThat(Traces.of(database, "Zoé Solo", "zoe@solo.example")).isEmpty();
    assertThat(HOUSE.members.seeds().member("zoe@solo.example", "Zoé", Locale.FRENCH)).isNotNull();
  }
}
