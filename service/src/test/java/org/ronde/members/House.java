package org.ronde.members;

import java.net.URI;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.Cookies;
import org.ronde.http.Credentials;
import org.ronde.http.TestServer;
import org.ronde.ids.CompanyId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;

/** The room on a test's database, with a bag instead of the post, and people in it. */
final class House {
  static final String PAULE = "paule@boulangerie.example";
  static final String HUGO = "hugo@boulangerie.example";

  /** The account that Hugo has beside the one at the bakery. */
  static final String HOME = "hugo@home.example";

  static final String PASSWORD = "sept hiboux lisent le cadastre";
  static final Browser FIREFOX = new Browser("192.0.2.7", "Firefox, Linux");
  static final Departements PLACES =
      () ->
          List.of(
              new Departements.Departement("31", "Haute-Garonne"),
              new Departements.Departement("82", "Tarn-et-Garonne"));

  private static final ShopWindow WINDOW =
      company ->
          List.of(
              new ShopWindow.Piece("/listings/1", "Fresh <bread>", "en", false, 250, "KILOGRAM"),
              new ShopWindow.Piece("/listings/2", "Flour", "en", true, 90, "KILOGRAM"));

  final PostBag post = new PostBag();
  final Members members;
  private final TestDatabase database;

  House(TestDatabase database) {
    this(database, MembersSettings.defaults());
  }

  House(TestDatabase database, MembersSettings settings) {
    this.database = database;
    members =
        Members.open(
            new Members.Edges(
                database.jdbi(),
                database.transactions(),
                Ids.timeOrdered(),
                database.clock(),
                ZoneId.of("Europe/Paris"),
                new SecureRandom()),
            post,
            URI.create("http://localhost"),
            settings,
            PLACES);
  }

  /** Settings with another way of selling the plan. */
  static MembersSettings selling(PlanSettings plan) {
    return new MembersSettings(SignInSettings.defaults(), plan);
  }

  static CompanyFacts.Entry bakery() {
    return new CompanyFacts.Entry("Boulangerie Paul", "FR", "901821074", "", "31", "Toulouse");
  }

  static CompanyFacts.Entry brewery() {
    return new CompanyFacts.Entry("Brouwerij Peeters", "BE", "", "BE0123456789", "", "Antwerpen");
  }

  static Seeds.SeedPerson owner(String email) {
    return new Seeds.SeedPerson(email, "Paule Martin", Locale.ENGLISH, Actor.Role.OWNER);
  }

  static Seeds.SeedPerson trader(String email) {
    return new Seeds.SeedPerson(email, "Hugo Roux", Locale.ENGLISH, Actor.Role.TRADER);
  }

  CompanyId approved(CompanyFacts.Entry facts, Seeds.SeedPerson... people) {
    return members.seeds().company(Seeds.SeedCompany.approved(facts, people));
  }

  CompanyId pending(CompanyFacts.Entry facts, Seeds.SeedPerson... people) {
    return members
        .seeds()
        .company(
            new Seeds.SeedCompany(
                facts, "", Company.Status.PENDING, "", Company.Plan.FREE, List.of(people)));
  }

  /** The bakery that Paule owns, which may trade. */
  CompanyId approvedBakery() {
    return approved(bakery(), owner(PAULE));
  }

  /** The same with Hugo, who trades for it. */
  CompanyId bakeryOfTwo() {
    return approved(bakery(), owner(PAULE), trader(HUGO));
  }

  /** Hugo with an account of his own, which acts for no company. */
  Actor hugoAtHome() {
    members.seeds().member(HOME, "Hugo Roux-Martin", Locale.ENGLISH);
    return signedIn(HOME);
  }

  /** The link by which somebody joins Hugo's account at the bakery to their own. */
  Secret mergeLink(Actor actor) {
    members.merges().ask(actor, HUGO, Locale.ENGLISH, FIREFOX);
    return post.secret(HUGO);
  }

  /** A real server with the room's pages and its part of the API. */
  TestServer server() {
    return new TestServer(
        database,
        () ->
            members.resources(
                TestServer.words(), new Cookies(URI.create("http://localhost")), WINDOW),
        members.signIns());
  }

  /** The browser of the member with this address, signed in anew. */
  TestServer.Client browser(TestServer server, String email) {
    Secret session = session(email);
    return server.asSession(actor(session), session.text());
  }

  Actor operator() {
    Person person = members.operators().createOperator("olga@ronde.example", "Olga Petit");
    return signedIn(person.email());
  }

  /** A new session of the member with this address. */
  Secret session(String email) {
    String link = members.oneTimeLink(email);
    Secret secret = new Secret(link.substring(link.lastIndexOf('/') + 1));
    return members.signIns().byLink(secret, FIREFOX).secret();
  }

  Actor signedIn(String email) {
    return actor(session(email));
  }

  Actor actor(Secret session) {
    return authenticate(new Credentials.Session(session.text()))
        .orElseThrow(() -> new AssertionError("The session is dead."));
  }

  Optional<Actor> authenticate(Credentials credentials) {
    return members.signIns().authenticate(credentials);
  }

  MemberId member(String email) {
    return database.jdbi().onDemand(MemberDao.class).findByEmail(email).orElseThrow().id();
  }

  int rows(String table) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT COUNT(*) FROM <table>")
                    .define("table", table)
                    .mapTo(Integer.class)
                    .one());
  }
}
