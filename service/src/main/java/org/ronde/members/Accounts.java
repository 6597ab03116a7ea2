package org.ronde.members;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.Languages;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.MemberId;

/** What members do with their own account: name, language, password, sessions. */
public final class Accounts {
  private final Transactions transactions;
  private final MemberDao dao;
  private final People people;
  private final PasswordHashes hashes;
  private final Doorway doorway;

  Accounts(
      Jdbi jdbi, Transactions transactions, People people, PasswordHashes hashes, Doorway doorway) {
    this.transactions = transactions;
    this.dao = jdbi.onDemand(MemberDao.class);
    this.people = people;
    this.hashes = hashes;
    this.doorway = doorway;
  }

  MemberDao.Account account(Actor actor) {
    return dao.findById(actor.memberId()).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  /** The companies the actor may act for, the oldest first. */
  List<MemberDao.Employer> companies(Actor actor) {
    return dao.companies(actor.memberId());
  }

  /**
   * Changes name and language.
   *
   * @throws Refusal INVALID
   */
  void describe(Actor actor, String name, String language) {
    List<Fault> faults = new ArrayList<>(people.faults(name, "", List.of()));
    if (!Languages.known(language)) {
      faults.add(Fault.of("language", "members.fault.language"));
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    dao.describe(actor.memberId(), name, language);
  }

  /**
   * Sets or changes the password and ends all other sessions: whoever else may have known the old
   * one is out.
   *
   * @param current the password so far; empty for an account without one
   * @throws Refusal INVALID, TOO_MANY_REQUESTS, UNAVAILABLE
   */
  void changePassword(Actor actor, String current, String wanted, Secret session) {
    MemberDao.Account account = account(actor);
    if (account.passwordHash() != null) {
      doorway.attempts().count(Attempts.Scope.SIGN_IN_ACCOUNT, account.email());
      if (!hashes.fits(current, account.passwordHash())) {
        throw Refusal.invalid(Fault.of("current", "members.fault.currentPassword"));
      }
      doorway.attempts().forget(Attempts.Scope.SIGN_IN_ACCOUNT, account.email());
    }
    String hash = checkedHash(account, wanted);
    transactions.run(
        () -> {
          store(account, hash);
          doorway.sessions().endOthers(account.id(), session);
        });
  }

  /**
   * Chooses a new password by a link, ends every session and starts one here: the link proves the
   * mailbox, as a link to sign in does.
   *
   * @throws Refusal LINK_USED, INVALID, UNAVAILABLE
   */
  Secret reset(Secret secret, String wanted, Browser browser) {
    Link link = doorway.links().link(secret);
    if (link.purpose() != Link.Purpose.RESET) {
      throw new Refusal(ProblemType.LINK_USED);
    }
    MemberId member = Links.subject(link.memberId());
    MemberDao.Account account = dao.findById(member).orElseThrow();
    String hash = checkedHash(account, wanted);
    return transactions.in(
        () -> {
          doorway.links().use(secret, Link.Purpose.RESET);
          store(account, hash);
          doorway.sessions().endAll(member);
          return doorway.sessions().start(member, browser);
        });
  }

  private String checkedHash(MemberDao.Account account, String wanted) {
    List<String> context = new ArrayList<>();
    EmailAddress address = new EmailAddress(account.email());
    context.add(account.name());
    context.add(address.local());
    context.add(address.domain());
    dao.companies(account.id()).forEach(company -> context.add(company.name()));
    people
        .passwordFault("password", wanted, context)
        .ifPresent(
            fault -> {
              throw Refusal.invalid(fault);
            });
    return hashes.hash(wanted);
  }

  private void store(MemberDao.Account account, String hash) {
    dao.setPassword(account.id(), hash);
    doorway.links().closeAllOf(account.id());
    doorway.letters().passwordChanged(account);
  }
}
