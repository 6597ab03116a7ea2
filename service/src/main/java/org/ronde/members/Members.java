package org.ronde.members;

import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import org.ronde.db.Transactions;
import org.ronde.http.Cookies;
import org.ronde.http.Words;
import org.ronde.ids.CompanyId;
import org.ronde.ids.Ids;
import org.ronde.mail.Post;

/**
 * The room with all its doors, built once by {@code app}.
 *
 * <pre>{@code
 * Members members = Members.open(new Members.Edges(…), post, baseUrl, settings, departements);
 * members.resources(words, cookies, window).forEach(jersey::register);
 * }</pre>
 */
public final class Members {
  private final Companies companies;
  private final Plans plans;
  private final SignIns signIns;
  private final SignUps signUps;
  private final Accounts accounts;
  private final Invitations invitations;
  private final ApiTokens tokens;
  private final Operators operators;
  private final Seeds seeds;
  private final Departures departures;
  private final Merges merges;
  private final Doorway doorway;
  private final Departements departements;

  /** What every room is built on; chance must be a secure source, for secrets come from it. */
  public record Edges(
      Jdbi jdbi,
      Transactions transactions,
      Ids ids,
      InstantSource clock,
      ZoneId zone,
      RandomGenerator chance) {}

  private Members(
      Edges edges, Post post, URI baseUrl, MembersSettings settings, Departements departements) {
    Jdbi jdbi = edges.jdbi();
    Transactions transactions = edges.transactions();
    Ids ids = edges.ids();
    PasswordHashes hashes = new PasswordHashes();
    People people = new People(jdbi, ids, PasswordRules.load(), hashes);
    Today today = new Today(edges.clock(), edges.zone());
    this.departements = departements;
    doorway =
        new Doorway(
            new Links(jdbi, edges.chance(), settings.signIn()),
            new Sessions(jdbi, ids, edges.chance(), settings.signIn()),
            new MemberLetters(post, settings.signIn()),
            new Attempts(jdbi, transactions, settings.signIn()),
            settings.signIn());
    companies = new Companies(jdbi, transactions, ids, today);
    SignUps.Enrolment enrolment = new SignUps.Enrolment(people, companies, ids, departements);
    plans = new Plans(jdbi, transactions, ids, companies, new Plans.Terms(settings.plan(), today));
    signIns = new SignIns(jdbi, transactions, doorway, hashes);
    signUps = new SignUps(jdbi, transactions, enrolment, doorway);
    accounts = new Accounts(jdbi, transactions, people, hashes, doorway);
    invitations = new Invitations(jdbi, transactions, enrolment, doorway);
    tokens = new ApiTokens(jdbi, transactions, ids, edges.chance());
    departures = new Departures(jdbi, transactions, companies, hashes, doorway.attempts());
    merges = new Merges(jdbi, transactions, doorway);
    operators = new Operators(jdbi, transactions, people, doorway, baseUrl);
    seeds = new Seeds(jdbi, transactions, enrolment, new Plans.Terms(settings.plan(), today));
  }

  /** Builds the room. */
  public static Members open(
      Edges edges, Post post, URI baseUrl, MembersSettings settings, Departements departements) {
    return new Members(edges, post, baseUrl, settings, departements);
  }

  public Companies companies() {
    return companies;
  }

  public Plans plans() {
    return plans;
  }

  /** Says who is asking: the server's authenticator. */
  public SignIns signIns() {
    return signIns;
  }

  public Operators operators() {
    return operators;
  }

  /** How members leave: for those who must hear of it. */
  public Departures departures() {
    return departures;
  }

  /** How two accounts become one: for those who have something to bring together. */
  public Merges merges() {
    return merges;
  }

  SignUps signUps() {
    return signUps;
  }

  Accounts accounts() {
    return accounts;
  }

  Invitations invitations() {
    return invitations;
  }

  ApiTokens tokens() {
    return tokens;
  }

  Doorway doorway() {
    return doorway;
  }

  /** A link that signs a member in, for the console; see {@link Operators#oneTimeLink}. */
  public String oneTimeLink(String email) {
    return operators.oneTimeLink(email);
  }

  /** Puts companies and people in without mails, for the demo world. */
  public Seeds seeds() {
    return seeds;
  }

  /** Removes what ended long ago: links, forms never confirmed, sessions, counts. For a job. */
  public int forgetOld() {
    return signUps.forgetOld()
        + doorway.links().forgetOld()
        + doorway.sessions().forgetOld()
        + doorway.attempts().forgetOld();
  }

  /**
   * Lets the browser with this session act for another company; false when its member does not act
   * for it, or it is not signed in.
   *
   * @param session the value of the session's cookie
   */
  public boolean actFor(String session, CompanyId company) {
    return doorway.sessions().switchTo(new Secret(session), company);
  }

  /** The room's pages and its part of the API. */
  public List<Object> resources(Words words, Cookies cookies, ShopWindow window) {
    Gate gate = new Gate(words, cookies, doorway.settings());
    return List.of(
        new JoinPages(signUps, departements, gate),
        new SignInPages(signIns, gate),
        new LinkPages(
            new LinkPages.Doors(doorway, signIns, signUps, accounts, invitations, operators), gate),
        new AccountPages(
            new AccountPages.Doors(accounts, signUps, doorway.sessions(), departures),
            departements,
            gate),
        new MergePages(merges, gate),
        new TokenPages(tokens, gate),
        new CompanyPages(companies, invitations, departements, gate),
        new PlanPages(plans, companies, gate),
        new PublicCompanyPages(companies, departements, window),
        new OperatorCompanyPages(companies, departements, gate),
        new OperatorOrderPages(plans),
        new MeResource(accounts, departures),
        new MergeResource(merges),
        new TokenResource(tokens),
        new CompanyResource(companies, signUps),
        new PeopleResource(companies, invitations, departements),
        new PlanOrderResource(plans));
  }
}
