package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.members.Answers.assertSeeOther;
import static org.ronde.members.Answers.assertShown;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.TestServer;
import org.ronde.ids.CompanyId;
import org.ronde.ids.OrderId;

@Tag("database")
class CompanyPagesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final House HOUSE = new House(database);

  @RegisterExtension static final TestServer server = HOUSE.server();

  private static final String PAULE = "paule@boulangerie.example";
  private static final String HUGO = "hugo@boulangerie.example";

  @BeforeEach
  void empty() {
    HOUSE.post.empty();
  }

  private static TestServer.Client nobody() {
    return server.asNobody();
  }

  private static TestServer.Client as(String email) {
    return HOUSE.browser(server, email);
  }

  private static TestServer.Client operator() {
    HOUSE.operator();
    return as("olga@ronde.example");
  }

  @Test
  void letsTheOwnerLookAfterTheCompany() {
    HOUSE.approved(House.bakery(), House.owner(PAULE), House.trader(HUGO));
    TestServer.Client paule = as(PAULE);
    String hugo = "/company/people/" + HOUSE.member(HUGO);

    assertSeeOther(
        paule.post(
            "/company",
            Map.of(
                "companyName", "Boulangerie Paul",
                "departement", "31",
                "city", "Toulouse",
                "about", "Bread & cakes")),
        "/company");
    assertThat(paule.get("/company").body()).contains("Bread &amp; cakes");
    assertThat(
            paule
                .post("/company", Map.of("companyName", "Boulangerie Paul", "departement", "99"))
                .statusCode())
        .isEqualTo(422);
    assertSeeOther(paule.post(hugo + "/role", Map.of("role", "OWNER")), "/company");
    assertThat(paule.post(hugo + "/role", Map.of("role", "KING")).statusCode()).isEqualTo(422);
    assertSeeOther(paule.post(hugo + "/removal", Map.of()), "/company");
    HttpResponse<String> last =
        paule.post("/company/people/" + HOUSE.member(PAULE) + "/removal", Map.of());
    assertThat(last.statusCode()).isEqualTo(409);
    assertThat(last.body()).contains("at least one owner").contains("Bread &amp; cakes");
  }

  @Test
  void invitesOnceHoweverOftenTheButtonIsPressed() {
    HOUSE.approvedBakery();
    TestServer.Client paule = as(PAULE);
    String key = UUID.randomUUID().toString();
    Map<String, String> form = Map.of("email", HUGO, "role", "TRADER");

    assertSeeOther(paule.post("/company/invitations", form, key), "/company");
    assertSeeOther(paule.post("/company/invitations", form, key), "/company");

    assertThat(HOUSE.post.all()).hasSize(1);
    assertThat(paule.post("/company/invitations", Map.of("email", "hugo")).statusCode())
        .isEqualTo(422);
    Invitation open =
        HOUSE
            .members
            .invitations()
            .open(Objects.requireNonNull(HOUSE.signedIn(PAULE).companyId()))
            .get(0);
    assertThat(paule.get("/company").body()).contains(HUGO);
    assertSeeOther(
        paule.post("/company/invitations/" + open.id() + "/withdrawal", Map.of()), "/company");
  }

  @Test
  void asksTheOperatorAgainAfterARefusal() {
    CompanyId bakery = HOUSE.pending(House.bakery(), House.owner(PAULE));
    HOUSE.members.companies().refuse(HOUSE.operator(), bakery, "Which bakery is it?");
    TestServer.Client paule = as(PAULE);

    assertThat(paule.get("/company").body()).contains("Which bakery is it?");
    assertSeeOther(paule.post("/company/submissions", Map.of()), "/company");
    assertThat(paule.post("/company/submissions", Map.of()).statusCode()).isEqualTo(409);
  }

  @Test
  void showsThePlanWithItsPriceAndOrdersIt() {
    HOUSE.approved(House.bakery(), House.owner(PAULE), House.trader(HUGO));
    TestServer.Client paule = as(PAULE);

    String page = paule.get("/company/plan").body();
    assertThat(page).contains("€235").contains("excl. VAT").contains("€282").contains("incl. VAT");
    assertThat(as(HUGO).get("/company/plan").body()).contains("Only an owner");
    assertThat(as(HUGO).post("/company/plan", Map.of()).statusCode()).isEqualTo(403);
    assertSeeOther(paule.post("/company/plan", Map.of()), "/company/plan");
    assertThat(paule.get("/company/plan").body()).contains("You have the premium plan");
    assertThat(paule.post("/company/plan", Map.of()).statusCode()).isEqualTo(409);
  }

  @Test
  void showsAMemberWithoutCompanyWhatToDo() {
    HOUSE.members.seeds().member("solo@x.example", "Solo", java.util.Locale.ENGLISH);
    TestServer.Client solo = as("solo@x.example");

    assertShown(solo.get("/account"));
    assertThat(solo.get("/company").statusCode()).isEqualTo(403);
    assertThat(solo.get("/company/plan").statusCode()).isEqualTo(403);
  }

  @Test
  void showsACompanyToEverybodyWithoutAWayToReachIt() {
    CompanyId bakery = HOUSE.approvedBakery();
    CompanyId brewery = HOUSE.pending(House.brewery(), House.owner("jan@brouwerij.example"));

    assertThat(nobody().get("/companies/" + bakery).body())
        .contains("Boulangerie Paul")
        .contains("Haute-Garonne")
        .doesNotContain("paule@")
        .doesNotContain("Paule Martin");
    assertThat(nobody().get("/companies/" + brewery).statusCode()).isEqualTo(404);
    assertThat(nobody().get("/companies/nonsense").statusCode()).isEqualTo(404);
    assertShown(as("jan@brouwerij.example").get("/companies/" + brewery));
  }

  @Test
  void showsEverybodyWhatACompanyLists() {
    CompanyId bakery = HOUSE.approvedBakery();

    assertThat(nobody().get("/companies/" + bakery).body())
        .contains("What it offers and looks for")
        .contains("<a href=\"/listings/1\" lang=\"en\">Fresh &lt;bread&gt;</a>")
        .contains("Flour", "at most");
  }

  @Test
  void givesTheOperatorADeskForCompanies() {
    CompanyId bakery = HOUSE.pending(House.bakery(), House.owner(PAULE));
    CompanyId brewery = HOUSE.pending(House.brewery(), House.owner("jan@brouwerij.example"));
    TestServer.Client olga = operator();

    assertThat(olga.get("/operator/companies?q=brouw").body())
        .contains("2 companies wait for you")
        .contains("One company.");
    assertThat(olga.get("/operator/companies/" + bakery).body())
        .contains(PAULE)
        .contains("901821074");
    String decisions = "/operator/companies/" + bakery + "/decisions";
    assertSeeOther(olga.post(decisions, Map.of("verdict", "APPROVED")), "/operator/companies");
    assertThat(olga.post(decisions, Map.of("verdict", "APPROVED")).statusCode()).isEqualTo(409);
    String refusal = "/operator/companies/" + brewery + "/decisions";
    assertThat(olga.post(refusal, Map.of("verdict", "REFUSED", "reason", "")).statusCode())
        .isEqualTo(422);
    assertSeeOther(
        olga.post(refusal, Map.of("verdict", "REFUSED", "reason", "No brewery there.")),
        "/operator/companies");
    assertThat(olga.get("/operator/companies/" + brewery).body()).contains("No brewery there.");
  }

  @Test
  void givesTheOperatorADeskForOrders() {
    HOUSE.approvedBakery();
    OrderId paid = HOUSE.members.plans().order(HOUSE.signedIn(PAULE)).id();
    HOUSE.approved(House.brewery(), House.owner("jan@brouwerij.example"));
    OrderId cancelled = HOUSE.members.plans().order(HOUSE.signedIn("jan@brouwerij.example")).id();
    TestServer.Client olga = operator();

    assertThat(olga.get("/operator/orders").body())
        .contains("Boulangerie Paul")
        .contains("Brouwerij Peeters");
    assertSeeOther(
        olga.post("/operator/orders/" + paid + "/payments", Map.of()), "/operator/orders");
    assertThat(olga.post("/operator/orders/" + paid + "/payments", Map.of()).statusCode())
        .isEqualTo(409);
    assertSeeOther(
        olga.post("/operator/orders/" + cancelled + "/cancellations", Map.of()),
        "/operator/orders");
    assertThat(olga.get("/operator/orders?state=PAID").body())
        .contains("Boulangerie Paul")
        .doesNotContain("Brouwerij Peeters");
    assertThat(olga.get("/operator/orders?state=DUE").body()).contains("No orders.");
  }

  @Test
  void hidesTheDesksFromAllOthers() {
    CompanyId bakery = HOUSE.approvedBakery();
    TestServer.Client paule = as(PAULE);

    for (String path :
        List.of("/operator/companies", "/operator/companies/" + bakery, "/operator/orders")) {
      assertThat(paule.get(path).statusCode()).isEqualTo(404);
      assertSeeOther(nobody().get(path), "/sign-in?next=" + path.replace("/", "%2F"));
    }
    assertThat(
            paule
                .post(
                    "/operator/companies/" + bakery + "/decisions",
                    Map.of("verdict", "REFUSED", "reason", "envy"))
                .statusCode())
        .isEqualTo(404);
  }
}
