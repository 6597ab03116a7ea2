package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.TestServer;
import org.ronde.ids.CompanyId;

@Tag("database")
class MembersApiTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final House HOUSE = new House(database);

  @RegisterExtension static final TestServer server = HOUSE.server();

  private static final String PAULE = "paule@boulangerie.example";
  private static final String HUGO = "hugo@boulangerie.example";

  private static TestServer.Client as(String email) {
    return HOUSE.browser(server, email);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String slug) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(json(answer).get("type").asText()).endsWith("/" + slug);
  }

  private static int get(String path, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url(path)))
            .header("Authorization", "Bearer " + token)
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  @Test
  void saysWhoIsAsking() {
    CompanyId bakery = HOUSE.approvedBakery();

    JsonNode me = json(as(PAULE).get("/api/v1/me"));

    assertThat(me.get("email").asText()).isEqualTo(PAULE);
    assertThat(me.get("actingFor").asText()).isEqualTo(bakery.toString());
    assertThat(me.get("companies").get(0).get("role").asText()).isEqualTo("OWNER");
    assertThat(me.has("passwordHash")).isFalse();
    assertProblem(server.asNobody().get("/api/v1/me"), 401, "sign-in-required");
  }

  @Test
  void makesListsAndRevokesTokens() throws Exception {
    HOUSE.approvedBakery();
    TestServer.Client paule = as(PAULE);

    HttpResponse<String> made =
        paule.postJson("/api/v1/tokens", "{\"name\":\"Accounting\",\"days\":30}");
    assertThat(made.statusCode()).isEqualTo(201);
    String token = json(made).get("token").asText();

    assertThat(get("/api/v1/me", token)).isEqualTo(200);
    assertThat(get("/account", token)).isEqualTo(403);
    assertThat(paule.get("/api/v1/tokens").body()).doesNotContain(token);
    String path = "/api/v1/tokens/" + json(made).get("id").asText();
    assertThat(paule.sendJson("DELETE", path, "", "k").statusCode()).isEqualTo(204);
    assertThat(get("/api/v1/me", token)).isEqualTo(401);
    assertProblem(paule.sendJson("DELETE", path, "", "k"), 404, "not-found");
    assertProblem(
        paule.postJson("/api/v1/tokens", "{\"name\":\"Accounting\",\"days\":30}"), 422, "invalid");
  }

  @Test
  void refusesATokenMadeByAToken() throws Exception {
    HOUSE.approvedBakery();
    String token = HOUSE.members.tokens().make(HOUSE.signedIn(PAULE), "One", 30).token();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url("/api/v1/tokens")))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"Two\",\"days\":30}"))
            .build();

    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

    assertProblem(answer, 403, "session-needed");
  }

  @Test
  void listsCompaniesAndShowsMoreToTheirPeople() {
    CompanyId bakery = HOUSE.approvedBakery();
    HOUSE.pending(House.brewery(), House.owner("jan@brouwerij.example"));

    JsonNode all = json(server.asNobody().get("/api/v1/companies")).get("items");
    JsonNode open = json(server.asNobody().get("/api/v1/companies/" + bakery));
    JsonNode full = json(as(PAULE).get("/api/v1/companies/" + bakery));

    assertThat(all).hasSize(1);
    assertThat(open.has("siren")).isFalse();
    assertThat(open.has("plan")).isFalse();
    assertThat(full.get("siren").asText()).isEqualTo("901821074");
    assertProblem(
        server.asNobody().get("/api/v1/companies/" + UUID.randomUUID()), 404, "not-found");
  }

  @Test
  void addsACompanyAndLetsTheOperatorDecide() {
    HOUSE.approvedBakery();
    HOUSE.operator();
    TestServer.Client olga = as("olga@ronde.example");
    TestServer.Client paule = as(PAULE);
    String brewery =
        "{\"name\":\"Brouwerij\",\"country\":\"BE\",\"vatNumber\":\"BE0123456789\",\"city\":\"Gent\"}";

    HttpResponse<String> added = paule.postJson("/api/v1/companies", brewery);
    assertThat(added.statusCode()).isEqualTo(201);
    assertProblem(paule.postJson("/api/v1/companies", brewery), 409, "company-exists");
    assertProblem(
        paule.postJson("/api/v1/companies", "{\"name\":\"B\",\"country\":\"BE\"}"), 422, "invalid");
    assertThat(json(olga.get("/api/v1/companies/waiting")).get("items")).hasSize(1);
    assertProblem(paule.get("/api/v1/companies/waiting"), 404, "not-found");
    String decisions = "/api/v1/companies/" + json(added).get("id").asText() + "/decisions";
    assertProblem(paule.postJson(decisions, "{\"verdict\":\"APPROVED\"}"), 404, "not-found");
    assertProblem(olga.postJson(decisions, "{\"verdict\":\"REFUSED\"}"), 422, "invalid");
    assertThat(json(olga.postJson(decisions, "{\"verdict\":\"APPROVED\"}")).get("status").asText())
        .isEqualTo("APPROVED");
    assertProblem(olga.postJson(decisions, "{\"verdict\":\"APPROVED\"}"), 409, "already-vetted");
  }

  @Test
  void managesThePeopleOfACompany() {
    HOUSE.approved(House.bakery(), House.owner(PAULE), House.trader(HUGO));
    TestServer.Client paule = as(PAULE);
    String hugo = "/api/v1/company/people/" + HOUSE.member(HUGO);

    assertThat(json(paule.get("/api/v1/company/people"))).hasSize(2);
    assertThat(paule.sendJson("PUT", hugo + "/role", "{\"role\":\"OWNER\"}", "a").statusCode())
        .isEqualTo(204);
    assertThat(paule.sendJson("DELETE", hugo, "", "b").statusCode()).isEqualTo(204);
    assertProblem(
        paule.sendJson("DELETE", "/api/v1/company/people/" + HOUSE.member(PAULE), "", "c"),
        409,
        "last-owner");
    assertProblem(as(HUGO).get("/api/v1/company/people"), 403, "no-company");
  }

  @Test
  void describesTheCompanyAndAsksTheOperatorAgain() {
    CompanyId bakery = HOUSE.pending(House.bakery(), House.owner(PAULE), House.trader(HUGO));
    String said =
        """
        {"name": "%s", "departement": "82", "city": "Montauban", "about": "Bread."}
        """;

    HttpResponse<String> answer =
        as(PAULE).sendJson("PUT", "/api/v1/company", said.formatted("Boulangerie Paule"), "a");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(HOUSE.members.companies().company(bakery).name()).isEqualTo("Boulangerie Paule");
    assertThat(HOUSE.members.companies().company(bakery).departement()).isEqualTo("82");
    assertProblem(
        as(HUGO).sendJson("PUT", "/api/v1/company", said.formatted("Hugo"), "b"), 403, "not-owner");
    assertProblem(
        as(PAULE).sendJson("PUT", "/api/v1/company", said.formatted(""), "c"), 422, "invalid");
    assertProblem(as(PAULE).postJson("/api/v1/company/submissions", ""), 409, "already-vetted");
    HOUSE.members.companies().refuse(HOUSE.operator(), bakery, "No proof.");
    assertThat(as(PAULE).postJson("/api/v1/company/submissions", "").statusCode()).isEqualTo(204);
    assertThat(HOUSE.members.companies().waiting()).isEqualTo(1);
  }

  @Test
  void invitesAndWithdraws() {
    HOUSE.approved(House.bakery(), House.owner(PAULE), House.trader(HUGO));
    TestServer.Client paule = as(PAULE);

    HttpResponse<String> sent =
        paule.postJson(
            "/api/v1/company/invitations", "{\"email\":\"eva@x.example\",\"role\":\"TRADER\"}");

    assertThat(sent.statusCode()).isEqualTo(201);
    assertThat(json(paule.get("/api/v1/company/invitations"))).hasSize(1);
    String path = "/api/v1/company/invitations/" + json(sent).get("id").asText();
    assertThat(paule.sendJson("DELETE", path, "", "a").statusCode()).isEqualTo(204);
    assertProblem(
        paule.postJson(
            "/api/v1/company/invitations",
            "{\"email\":\"%s\",\"role\":\"TRADER\"}".formatted(HUGO)),
        409,
        "already-member");
    assertProblem(
        as(HUGO)
            .postJson(
                "/api/v1/company/invitations", "{\"email\":\"x@y.example\",\"role\":\"OWNER\"}"),
        403,
        "not-owner");
    assertProblem(
        paule.postJson("/api/v1/company/invitations", "{\"email\":null,\"role\":null}"),
        400,
        "malformed");
    assertProblem(paule.postJson("/api/v1/company/invitations", ""), 400, "malformed");
  }

  @Test
  void ordersThePlanAndNotesItsPayment() {
    HOUSE.approvedBakery();
    HOUSE.operator();
    TestServer.Client olga = as("olga@ronde.example");
    TestServer.Client paule = as(PAULE);
    String key = UUID.randomUUID().toString();

    HttpResponse<String> ordered = paule.sendJson("POST", "/api/v1/plan-orders", "", key);
    HttpResponse<String> again = paule.sendJson("POST", "/api/v1/plan-orders", "", key);

    assertThat(ordered.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(ordered.body());
    assertThat(json(paule.get("/api/v1/plan-orders")).get("items")).hasSize(1);
    assertThat(json(olga.get("/api/v1/plan-orders?state=DUE")).get("items")).hasSize(1);
    String order = "/api/v1/plan-orders/" + json(ordered).get("id").asText();
    assertThat(olga.postJson(order + "/payments", "").statusCode()).isEqualTo(204);
    assertProblem(olga.postJson(order + "/cancellations", ""), 409, "order-state");
    assertProblem(paule.postJson(order + "/payments", ""), 404, "not-found");
    assertProblem(paule.postJson("/api/v1/plan-orders", ""), 409, "order-state");
  }
}
