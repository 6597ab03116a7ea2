package org.ronde.members;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.CompanyId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;
import org.ronde.ids.SessionId;

/**
 * Browsers that are signed in. The cookie holds a secret, the database its hash; every request asks
 * the database, so a session that was ended is dead at the next one, on every node.
 */
final class Sessions {
  /** The secret for forms is another hash of the cookie's: the database holds neither of them. */
  private static final String PAGE_TOKEN = "page";

  private final SessionDao dao;
  private final Ids ids;
  private final RandomGenerator chance;
  private final SignInSettings settings;

  /** A signed-in browser as its member sees it. */
  public record Session(
      SessionId id, String device, Instant createdAt, Instant seenAt, boolean current) {}

  Sessions(Jdbi jdbi, Ids ids, RandomGenerator chance, SignInSettings settings) {
    this.dao = jdbi.onDemand(SessionDao.class);
    this.ids = ids;
    this.chance = chance;
    this.settings = settings;
  }

  /** Signs a member in: a new secret each time, so no session can be planted beforehand. */
  Secret start(MemberId member, Browser browser) {
    Secret secret = Secret.random(chance);
    dao.start(
        new SessionId(ids.next()),
        secret.hash(),
        member,
        dao.findUsualCompany(member).orElse(null),
        browser.device(),
        settings.sessionMax().toSeconds());
    return secret;
  }

  static String pageToken(Secret secret) {
    return secret.hash(PAGE_TOKEN);
  }

  /**
   * Lets a session act for another of its member's companies.
   *
   * @throws Refusal NOT_FOUND when the member does not act for it
   */
  void actFor(Secret secret, CompanyId company) {
    if (!switchTo(secret, company)) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
  }

  /** The same, for those who can go on without. */
  boolean switchTo(Secret secret, CompanyId company) {
    return dao.actFor(secret.hash(), company) == 1;
  }

  List<Session> open(MemberId member, Secret current) {
    return dao.open(member, settings.sessionIdle().toSeconds()).stream()
        .map(
            open ->
                new Session(
                    open.id(),
                    open.device(),
                    open.createdAt(),
                    open.seenAt(),
                    open.sessionHash().equals(current.hash())))
        .toList();
  }

  void end(Secret secret) {
    dao.end(secret.hash());
  }

  /**
   * Ends one of the member's own sessions.
   *
   * @throws Refusal NOT_FOUND when it is not theirs or has ended
   */
  void end(MemberId member, SessionId session) {
    if (dao.endOne(session, member) == 0) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
  }

  void endOthers(MemberId member, Secret kept) {
    dao.endOthers(member, kept.hash());
  }

  void endAll(MemberId member) {
    dao.endOthers(member, "");
  }

  int forgetOld() {
    return dao.forgetOld();
  }
}
