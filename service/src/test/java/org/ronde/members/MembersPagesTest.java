package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.members.Answers.assertSeeOther;
import static org.ronde.members.Answers.assertShown;
import static org.ronde.members.Answers.cookie;
import static org.ronde.members.Answers.location;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;
import org.ronde.ids.CompanyId;

@Tag("database")
class MembersPagesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final House HOUSE = new House(database);

  @RegisterExtension static final TestServer server = HOUSE.server();

  private static final String PAULE = "paule@boulangerie.example";
  private static final String HUGO = "hugo@boulangerie.example";
  private static final String PASSWORD = "sept hiboux lisent le cadastre";

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

  private static Map<String, String> joining(String email) {
    return new LinkedHashMap<>(
        Map.of(
            "kind", "FR",
            "companyName", "Boulangerie Paul",
            "siren", "901 821 074",
            "departement", "31",
            "city", "Toulouse",
            "name", "Paule Martin",
            "email", email,
            "password", "",
            "language", "fr"));
  }

  @Test
  void showsTheFormToJoinInItsThreeShapes() {
    assertThat(nobody().get("/join").body()).contains("SIREN").contains("Haute-Garonne (31)");
    assertThat(nobody().get("/join?as=EU").body()).contains("VAT number").contains("Belgium");
    assertThat(nobody().get("/join?as=NONE").body()).doesNotContain("SIREN");
    assertShown(nobody().get("/join/sent"));
  }

  @Test
  void leadsFromTheFormThroughTheMailToTheWaitingCompany() {
    assertSeeOther(nobody().post("/join", joining(PAULE)), "/join/sent");
    String link = HOUSE.post.path(PAULE);

    HttpResponse<String> shown = nobody().get(link);
    assertThat(shown.body()).contains("Boulangerie Paul").contains(PAULE);
    assertThat(nobody().get(link).statusCode()).isEqualTo(200);
    HttpResponse<String> confirmed = nobody().post(link, Map.of());

    assertSeeOther(confirmed, "/company");
    assertThat(cookie(confirmed)).contains("Secure").contains("HttpOnly").contains("SameSite=Lax");
    assertThat(nobody().get(link).statusCode()).isEqualTo(410);
    assertThat(nobody().post(link, Map.of()).statusCode()).isEqualTo(410);
    assertThat(as(PAULE).get("/company").body())
        .contains("Boulangerie Paul")
        .contains("FR53901821074");
  }

  @Test
  void givesTheSameAnswerWhetherOrNotThereIsAnAccount() {
    HOUSE.approvedBakery();
    Map<String, String> known = joining(PAULE);
    Map<String, String> unknown = joining("nobody@x.example");
    List.of(known, unknown).forEach(form -> form.put("siren", "732829320"));

    assertAlike(nobody().post("/join", known), nobody().post("/join", unknown));
    assertAlike(
        nobody().post("/sign-in", signingIn(PAULE, "")),
        nobody().post("/sign-in", signingIn("nobody@x.example", "")));
    assertAlike(
        nobody().post("/password/forgot", Map.of("email", PAULE)),
        nobody().post("/password/forgot", Map.of("email", "nobody@x.example")));
    assertAlike(
        nobody().post("/sign-in", signingIn(PAULE, "wrong")),
        nobody().post("/sign-in", signingIn("nobody@x.example", "wrong")));
  }

  private static void assertAlike(HttpResponse<String> known, HttpResponse<String> unknown) {
    assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
    assertThat(unknown.headers().map().keySet()).isEqualTo(known.headers().map().keySet());
    assertThat(location(unknown)).isEqualTo(location(known));
    assertThat(plain(unknown, "nobody@x.example")).isEqualTo(plain(known, PAULE));
  }

  /** The body without what differs from answer to answer. */
  private static String plain(HttpResponse<String> answer, String email) {
    return answer.body().replace(email, "").replaceAll("[0-9a-f-]{36}", "");
  }

  private static Map<String, String> signingIn(String email, String password) {
    return Map.of("email", email, "password", password, "next", "/account");
  }

  @Test
  void keepsWhatWasTypedButNeverThePassword() {
    Map<String, String> form = joining("paule at boulangerie");
    form.put("password", "mot de passe trop vu");

    HttpResponse<String> answer = nobody().post("/join", form);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("paule at boulangerie")
        .contains("Boulangerie Paul")
        .doesNotContain("mot de passe trop vu");
  }

  @Test
  void saysThatACompanyIsHereWithoutNamingItsPeople() {
    HOUSE.approvedBakery();

    HttpResponse<String> answer = nobody().post("/join", joining("new@x.example"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("invite you").doesNotContain("paule@");
  }

  @Test
  void signsInByPasswordAndGoesOnToAPathOfOurs() {
    HOUSE.approvedBakery();
    Secret session = HOUSE.session(PAULE);
    HOUSE.members.accounts().changePassword(HOUSE.actor(session), "", PASSWORD, session);

    HttpResponse<String> answer = nobody().post("/sign-in", signingIn(PAULE, PASSWORD));
    HttpResponse<String> lured =
        nobody()
            .post(
                "/sign-in", Map.of("email", PAULE, "password", PASSWORD, "next", "//evil.example"));

    assertSeeOther(answer, "/account");
    assertThat(cookie(answer)).isNotEmpty();
    assertSeeOther(lured, "/");
    assertThat(location(lured)).doesNotContain("evil");
  }

  @Test
  void listsTheMistakesOfTheFormToJoinFromTopToBottom() {
    Map<String, String> form = new LinkedHashMap<>();
    List.of("companyName", "siren", "departement", "city", "name", "email")
        .forEach(field -> form.put(field, ""));
    form.put("kind", "FR");

    HttpResponse<String> answer = nobody().post("/join", form);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .containsSubsequence(
            "href=\"#companyName\"",
            "href=\"#siren\"",
            "href=\"#departement\"",
            "href=\"#name\"",
            "href=\"#email\"");
  }

  @Test
  void showsTheFormAgainWhenTooManyTriedAndSaysHowLongToWait() {
    for (int guess = 0; guess < 10; guess++) {
      assertThat(nobody().post("/sign-in", signingIn(PAULE, "wrong")).statusCode()).isEqualTo(422);
    }

    HttpResponse<String> answer = nobody().post("/sign-in", signingIn(PAULE, "wrong"));

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(840L, 900L);
    assertThat(answer.body()).contains(PAULE).contains("Please wait 15 minutes");
  }

  @Test
  void signsOut() {
    HOUSE.approvedBakery();
    TestServer.Client paule = as(PAULE);
    assertShown(paule.get("/account"));

    HttpResponse<String> answer = paule.post("/sign-out", Map.of());

    assertSeeOther(answer, "/");
    assertThat(cookie(answer)).contains("Max-Age=0");
    assertSeeOther(paule.get("/account"), "/sign-in?next=%2Faccount");
  }

  @Test
  void showsAndUsesEachKindOfLink() {
    HOUSE.approvedBakery();
    nobody().post("/password/forgot", Map.of("email", PAULE));
    String reset = HOUSE.post.path(PAULE);
    assertShown(nobody().get(reset));
    assertThat(nobody().post(reset, Map.of("password", "short")).statusCode()).isEqualTo(422);
    assertSeeOther(nobody().post(reset, Map.of("password", PASSWORD)), "/");

    nobody().post("/sign-in", signingIn(PAULE, ""));
    String signIn = HOUSE.post.path(PAULE);
    assertShown(nobody().get(signIn));
    assertSeeOther(nobody().post(signIn, Map.of()), "/account");

    as(PAULE).post("/company/invitations", Map.of("email", HUGO, "role", "TRADER"));
    String invitation = HOUSE.post.path(HUGO);
    assertThat(nobody().get(invitation).body()).contains("Paule Martin").contains(HUGO);
    assertThat(nobody().post(invitation, Map.of("name", "")).statusCode()).isEqualTo(422);
    assertSeeOther(nobody().post(invitation, Map.of("name", "Hugo Roux")), "/company");

    String operator = HOUSE.members.operators().firstOperatorLink().orElseThrow().substring(16);
    assertShown(nobody().get(operator));
    assertThat(nobody().post(operator, Map.of("name", "O", "email", "no")).statusCode())
        .isEqualTo(422);
    assertSeeOther(
        nobody().post(operator, Map.of("name", "Olga Petit", "email", "olga@ronde.example")),
        "/operator/companies");
  }

  @Test
  void letsAMemberLookAfterTheAccount() {
    HOUSE.approvedBakery();
    CompanyId brewery = HOUSE.approved(House.brewery(), House.owner(PAULE));
    HOUSE.session(PAULE);
    TestServer.Client paule = as(PAULE);

    assertThat(paule.get("/account").body())
        .contains("Brouwerij Peeters")
        .contains("Firefox, Linux");
    assertSeeOther(
        paule.post("/account/profile", Map.of("name", "Paule D.", "language", "en")), "/account");
    assertThat(paule.post("/account/profile", Map.of("name", "", "language", "en")).statusCode())
        .isEqualTo(422);
    assertSeeOther(
        paule.post("/account/acting", Map.of("company", brewery.toString())), "/company");
    assertThat(paule.post("/account/acting", Map.of("company", "nonsense")).statusCode())
        .isEqualTo(404);
    assertThat(paule.get("/company").body()).contains("Brouwerij Peeters");
    assertSeeOther(paule.post("/account/sessions/end-others", Map.of()), "/account");
    assertSeeOther(paule.post("/account/password", Map.of("password", PASSWORD)), "/account");
    assertThat(
            paule
                .post("/account/password", Map.of("current", "wrong", "password", PASSWORD))
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void endsAnotherBrowserFromTheAccountPage() {
    HOUSE.approvedBakery();
    Secret elsewhere = HOUSE.session(PAULE);
    Actor actor = HOUSE.actor(elsewhere);
    TestServer.Client other = server.asSession(actor, elsewhere.text());
    TestServer.Client paule = as(PAULE);
    Sessions.Session session =
        HOUSE.members.doorway().sessions().open(actor.memberId(), elsewhere).stream()
            .filter(Sessions.Session::current)
            .findFirst()
            .orElseThrow();

    assertSeeOther(paule.post("/account/sessions/" + session.id() + "/end", Map.of()), "/account");

    assertSeeOther(other.get("/account"), "/sign-in?next=%2Faccount");
  }

  @Test
  void showsANewTokenOnceAndRevokesIt() {
    HOUSE.approvedBakery();
    TestServer.Client paule = as(PAULE);

    HttpResponse<String> made =
        paule.post("/account/tokens", Map.of("name", "Accounting", "days", "30"));

    assertThat(made.statusCode()).isEqualTo(200);
    assertThat(made.body()).containsPattern("rnd_[a-z0-9]{8}_[A-Za-z0-9_-]{43}");
    assertThat(paule.get("/account/tokens").body())
        .contains("Accounting")
        .doesNotContainPattern("rnd_[a-z0-9]{8}_[A-Za-z0-9_-]{43}");
    assertThat(
            paule.post("/account/tokens", Map.of("name", "Accounting", "days", "x")).statusCode())
        .isEqualTo(422);
    ApiToken token = HOUSE.members.tokens().live(HOUSE.signedIn(PAULE)).get(0);
    assertSeeOther(
        paule.post("/account/tokens/" + token.id() + "/revocation", Map.of()), "/account/tokens");
    assertThat(stored()).noneMatch(body -> body.contains("rnd_"));
  }

  /** What the record of repeated requests keeps of the answers. */
  private static List<String> stored() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT COALESCE(body, '') FROM idempotency")
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void addsACompanyFromTheAccount() {
    HOUSE.approvedBakery();
    TestServer.Client paule = as(PAULE);

    assertShown(paule.get("/account/companies/new"));
    assertShown(paule.get("/account/companies/new?as=EU"));
    HttpResponse<String> refused = paule.post("/account/companies/new", joining(PAULE));
    HttpResponse<String> added =
        paule.post(
            "/account/companies/new",
            Map.of(
                "kind", "EU",
                "companyName", "Brouwerij Peeters",
                "country", "BE",
                "vatNumber", "0123.456.789",
                "city", "Antwerpen"));

    assertThat(refused.statusCode()).isEqualTo(409);
    assertSeeOther(added, "/company");
    assertThat(paule.get("/company").body()).contains("Brouwerij Peeters").contains("Belgium");
  }

  @Test
  void endsTheSessionsOfOthersWhenTimePasses() {
    HOUSE.approvedBakery();
    TestServer.Client paule = as(PAULE);
    database.clock().advance(Duration.ofDays(61));

    assertSeeOther(paule.get("/account"), "/sign-in?next=%2Faccount");
  }
}
