package org.ronde.members;

import io.dropwizard.auth.Authenticator;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.Credentials;
import org.ronde.http.ProblemType;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;

/**
 * Who is asking, and how members get in: by a link sent to their address, or by a password.
 *
 * <p>Every answer is the same whether or not there is an account. {@link #requestLink} always sends
 * a mail, to strangers one that says there is no account, so even the time it takes tells nothing.
 */
public final class SignIns implements Authenticator<Credentials, Actor> {
  private final Transactions transactions;
  private final SessionDao sessionDao;
  private final MemberDao members;
  private final Doorway doorway;
  private final PasswordHashes hashes;

  SignIns(Jdbi jdbi, Transactions transactions, Doorway doorway, PasswordHashes hashes) {
    this.transactions = transactions;
    this.sessionDao = jdbi.onDemand(SessionDao.class);
    this.members = jdbi.onDemand(MemberDao.class);
    this.doorway = doorway;
    this.hashes = hashes;
  }

  @Override
  public Optional<Actor> authenticate(Credentials credentials) {
    if (credentials instanceof Credentials.Session session) {
      return bySession(new Secret(session.secret()));
    }
    return byToken(new Secret(((Credentials.ApiToken) credentials).secret()));
  }

  private Optional<Actor> bySession(Secret secret) {
    String hash = secret.hash();
    Optional<SessionDao.Caller> caller =
        sessionDao.findCaller(hash, doorway.settings().sessionIdle().toSeconds());
    if (caller.isPresent() && caller.get().seenLongAgo()) {
      sessionDao.noteSeen(hash);
    }
    return caller.map(found -> actor(found, Sessions.pageToken(secret)));
  }

  private Optional<Actor> byToken(Secret token) {
    String hash = token.hash();
    Optional<SessionDao.Caller> caller = sessionDao.findTokenCaller(hash);
    if (caller.isPresent() && caller.get().seenLongAgo()) {
      sessionDao.noteTokenUsed(hash);
    }
    return caller.map(found -> actor(found, null));
  }

  private static Actor actor(SessionDao.Caller caller, @Nullable String pageToken) {
    Actor.Acting acting =
        caller.companyId() == null || caller.companyName() == null || caller.role() == null
            ? null
            : new Actor.Acting(
                caller.companyId(),
                caller.companyName(),
                caller.role(),
                caller.status() == Company.Status.APPROVED);
    return new Actor(
        caller.memberId(), caller.name(), caller.locale(), caller.operator(), acting, pageToken);
  }

  /**
   * Signs in with a password.
   *
   * @throws Refusal WRONG_CREDENTIALS, the same for a wrong password, an account without one and no
   *     account; TOO_MANY_REQUESTS after too many tries; UNAVAILABLE when too many try at once
   */
  Secret byPassword(String email, String password, Browser browser) {
    doorway.attempts().count(Attempts.Scope.SIGN_IN_ADDRESS, browser.network());
    String key = EmailAddress.find(email).map(EmailAddress::text).orElse("");
    doorway.attempts().count(Attempts.Scope.SIGN_IN_ACCOUNT, key);
    Optional<MemberDao.Account> account = members.findByEmail(key);
    String stored = account.map(MemberDao.Account::passwordHash).orElse(null);
    if (!hashes.fits(password, stored) || account.isEmpty()) {
      throw new Refusal(ProblemType.WRONG_CREDENTIALS);
    }
    doorway.attempts().forget(Attempts.Scope.SIGN_IN_ACCOUNT, key);
    String renewed = stored != null && hashes.outdated(stored) ? hashes.hash(password) : null;
    return transactions.in(
        () -> {
          if (renewed != null) {
            members.setPassword(account.get().id(), renewed);
          }
          return doorway.sessions().start(account.get().id(), browser);
        });
  }

  /**
   * Sends a link to sign in.
   *
   * @param next where to go then: a path of ours, or empty
   * @throws Refusal INVALID when the text is no address; TOO_MANY_REQUESTS after too many mails
   */
  void requestLink(String email, String next, Locale locale, Browser browser) {
    EmailAddress address = address(email, browser);
    transactions.run(
        () ->
            members
                .findByEmail(address.text())
                .ifPresentOrElse(
                    account ->
                        doorway
                            .letters()
                            .signIn(
                                account,
                                doorway
                                    .links()
                                    .toMember(
                                        Link.Purpose.SIGN_IN, account.id(), Redirect.local(next))),
                    () -> doorway.letters().noAccount(address, locale)));
  }

  /** Sends a link to choose a new password; refuses as {@link #requestLink} does. */
  void requestReset(String email, Locale locale, Browser browser) {
    EmailAddress address = address(email, browser);
    transactions.run(
        () ->
            members
                .findByEmail(address.text())
                .ifPresentOrElse(
                    account ->
                        doorway
                            .letters()
                            .reset(
                                account,
                                doorway.links().toMember(Link.Purpose.RESET, account.id(), "")),
                    () -> doorway.letters().noAccount(address, locale)));
  }

  private EmailAddress address(String email, Browser browser) {
    EmailAddress address =
        EmailAddress.find(email)
            .orElseThrow(() -> Refusal.invalid(Fault.of("email", "members.fault.email")));
    doorway.countMail(address, browser);
    return address;
  }

  /** A session, and the path its member wanted to go to. */
  record Entered(Secret secret, String next) {}

  /**
   * Signs in with a link.
   *
   * @throws Refusal LINK_USED
   */
  Entered byLink(Secret secret, Browser browser) {
    return transactions.in(
        () -> {
          Link link = doorway.links().use(secret, Link.Purpose.SIGN_IN);
          Secret session = doorway.sessions().start(Links.subject(link.memberId()), browser);
          return new Entered(session, link.nextPath());
        });
  }

  /** Ends the session. */
  void signOut(Secret secret) {
    doorway.sessions().end(secret);
  }
}
