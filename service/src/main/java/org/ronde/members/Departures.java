package org.ronde.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.MemberId;

/**
 * How a member leaves: erased at once and for good, while the records of others stay true.
 *
 * <p>The row stays without name, address and password, so that what was agreed, proved and ranked
 * still points at somebody. Whatever else tells who it was is removed in one transaction, here and
 * by {@link MemberListener those who listen}. So it is with what still stands under accounts that
 * were {@link Merges joined} to theirs.
 */
public final class Departures {
  private final Transactions transactions;
  private final DepartureDao dao;
  private final MemberDao members;
  private final Companies companies;
  private final PasswordHashes hashes;
  private final Attempts attempts;
  private final List<MemberListener> listeners = new CopyOnWriteArrayList<>();
  private final List<Ties> ties = new CopyOnWriteArrayList<>();

  Departures(
      Jdbi jdbi,
      Transactions transactions,
      Companies companies,
      PasswordHashes hashes,
      Attempts attempts) {
    this.transactions = transactions;
    this.dao = jdbi.onDemand(DepartureDao.class);
    this.members = jdbi.onDemand(MemberDao.class);
    this.companies = companies;
    this.hashes = hashes;
    this.attempts = attempts;
  }

  /** Adds one who hears that members leave. */
  public void listen(MemberListener listener) {
    listeners.add(listener);
  }

  /** Adds one who knows what binds a company to others. */
  public void heed(Ties more) {
    ties.add(more);
  }

  /** What would become of the actor's companies, the oldest first. */
  List<Parting> partings(Actor actor) {
    return members.companies(actor.memberId()).stream()
        .map(employer -> new Parting(employer.name(), outcome(employer, actor.memberId())))
        .toList();
  }

  /**
   * Erases the actor. A company they alone act for closes with them, its listings withdrawn.
   *
   * @param address their own, typed once more
   * @param password theirs; not looked at for an account without one
   * @throws Refusal SESSION_NEEDED for a request with an API token, which may have leaked; INVALID,
   *     TOO_MANY_REQUESTS, UNAVAILABLE; LAST_OPERATOR; COMPANY_NEEDS_OWNER for the last owner of a
   *     company with colleagues; COMPANY_BOUND while others still count on a company that would
   *     close
   */
  public void leave(Actor actor, String address, String password) {
    if (actor.session() == null) {
      throw new Refusal(ProblemType.SESSION_NEEDED);
    }
    MemberDao.Account account =
        members
            .findById(actor.memberId())
            .orElseThrow(() -> new Refusal(ProblemType.SIGN_IN_REQUIRED));
    confirm(account, address, password);
    transactions.run(() -> erase(account.id()));
    attempts.forgetAll(account.email());
  }

  private void confirm(MemberDao.Account account, String address, String password) {
    List<Fault> faults = new ArrayList<>();
    if (!Companies.findAddress(address.strip()).equals(Optional.of(account.email()))) {
      faults.add(Fault.of("email", "members.fault.ownEmail"));
    }
    if (account.passwordHash() != null) {
      attempts.count(Attempts.Scope.SIGN_IN_ACCOUNT, account.email());
      if (!hashes.fits(password, account.passwordHash())) {
        faults.add(Fault.of("currentPassword", "members.fault.currentPassword"));
      }
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }

  private void erase(MemberId id) {
    boolean operator = dao.lock(id).orElseThrow(() -> new Refusal(ProblemType.SIGN_IN_REQUIRED));
    if (operator && dao.lockOperators().size() == 1) {
      throw new Refusal(ProblemType.LAST_OPERATOR);
    }
    Person person = members.findPerson(id).orElseThrow();
    dao.lockCompanies(id).forEach(employer -> part(employer, person));
    List<MemberId> joined = dao.joined(id);
    listeners.forEach(listener -> listener.leaving(person));
    joined.forEach(
        former -> {
          Person again = new Person(former, person.name(), person.email(), person.locale(), null);
          listeners.forEach(listener -> listener.leaving(again));
        });
    String erased = "erased-%s@erased.invalid".formatted(id);
    dao.leaveCompanies(id);
    dao.forgetSessions(id);
    dao.forgetTokens(id);
    dao.forgetLinks(id, person.email());
    dao.forgetSignUps(person.email());
    dao.closeInvitationsBy(id);
    dao.eraseInvitationsTo(person.email(), erased);
    dao.erase(id, erased);
    listeners.forEach(listener -> listener.left(id));
    joined.forEach(former -> listeners.forEach(listener -> listener.left(former)));
  }

  private void part(MemberDao.Employer employer, Person person) {
    switch (outcome(employer, person.id())) {
      case GOES_ON -> {}
      case CLOSES -> close(employer, person);
      case NEEDS_OWNER -> throw refused(ProblemType.COMPANY_NEEDS_OWNER, employer);
      case BOUND -> throw refused(ProblemType.COMPANY_BOUND, employer);
    }
  }

  private static Refusal refused(ProblemType type, MemberDao.Employer employer) {
    return new Refusal(type, Map.of("company", employer.name()));
  }

  private Parting.Outcome outcome(MemberDao.Employer employer, MemberId member) {
    List<Person> others =
        companies.people(employer.id()).stream()
            .filter(person -> !person.id().equals(member))
            .toList();
    if (others.isEmpty()) {
      return ties.stream().anyMatch(tie -> tie.bound(employer.id()))
          ? Parting.Outcome.BOUND
          : Parting.Outcome.CLOSES;
    }
    return others.stream().anyMatch(person -> person.role() == Actor.Role.OWNER)
        ? Parting.Outcome.GOES_ON
        : Parting.Outcome.NEEDS_OWNER;
  }

  private void close(MemberDao.Employer employer, Person last) {
    Actor owner =
        new Actor(
            last.id(),
            last.name(),
            last.locale(),
            false,
            new Actor.Acting(
                employer.id(),
                employer.name(),
                employer.role(),
                employer.status() == Company.Status.APPROVED),
            null);
    companies.tell(listener -> listener.closing(owner));
    dao.closeInvitations(employer.id());
    dao.close(employer.id());
  }
}
