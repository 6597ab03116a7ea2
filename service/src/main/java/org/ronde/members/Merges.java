package org.ronde.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * How a person who has two accounts makes them one.
 *
 * <p>Signed in to the account that goes on, they type the address of the other; a link goes there,
 * and only the member who asked can use it. So both accounts were in the same hands. Whatever the
 * other has moves over, by {@link MergeListener those who listen}; then it is closed as if its
 * member had {@link Departures left}, but for one thing: its id leads to the account that goes on.
 *
 * <p>Every answer to an address is the same whether or not it has an account.
 */
public final class Merges {
  private final Transactions transactions;
  private final MergeDao dao;
  private final DepartureDao departures;
  private final MemberDao members;
  private final Doorway doorway;
  private final List<MergeListener> listeners = new CopyOnWriteArrayList<>();

  /**
   * Two accounts that can become one.
   *
   * @param name of the account that would end
   * @param companies for which it acts, and the other will
   * @param obstacles what has to end first; nothing when they can be one now
   */
  public record Plan(String name, String email, List<String> companies, List<Obstacle> obstacles) {
    public Plan {
      companies = List.copyOf(companies);
      obstacles = List.copyOf(obstacles);
    }
  }

  Merges(Jdbi jdbi, Transactions transactions, Doorway doorway) {
    this.transactions = transactions;
    this.dao = jdbi.onDemand(MergeDao.class);
    this.departures = jdbi.onDemand(DepartureDao.class);
    this.members = jdbi.onDemand(MemberDao.class);
    this.doorway = doorway;
  }

  /** Adds one who brings together what a room knows of the two. */
  public void listen(MergeListener listener) {
    listeners.add(listener);
  }

  /**
   * Sends a link to the address of the actor's other account; to an address without one, a mail
   * that says so.
   *
   * @throws Refusal SESSION_NEEDED for a request with an API token; INVALID when the text is no
   *     address or the actor's own; TOO_MANY_REQUESTS after too many mails
   */
  void ask(Actor actor, String email, Locale locale, Browser browser) {
    requireSession(actor);
    MemberDao.Account into = account(actor.memberId());
    EmailAddress address =
        EmailAddress.find(email.strip())
            .orElseThrow(() -> Refusal.invalid(Fault.of("email", "members.fault.email")));
    if (address.text().equals(into.email())) {
      throw Refusal.invalid(Fault.of("email", "members.fault.sameAccount"));
    }
    doorway.countMail(address, browser);
    transactions.run(
        () ->
            members
                .findByEmail(address.text())
                .ifPresentOrElse(
                    from ->
                        doorway
                            .letters()
                            .merge(
                                from, into.name(), doorway.links().toMerge(from.id(), into.id())),
                    () -> doorway.letters().nothingToMerge(address, locale)));
  }

  /**
   * What a link would do; changes nothing.
   *
   * @throws Refusal SESSION_NEEDED; LINK_USED; OTHER_ACCOUNT when somebody else asked for it
   */
  Plan plan(Actor actor, Secret secret) {
    requireSession(actor);
    Link link = theirs(actor, doorway.links().link(secret));
    MemberDao.Account from = account(Links.subject(link.memberId()));
    return new Plan(
        from.name(),
        from.email(),
        members.companies(from.id()).stream().map(MemberDao.Employer::name).toList(),
        obstacles(from, account(actor.memberId())));
  }

  /** Whether the link was used already, and made the two accounts one. */
  boolean done(Actor actor, Secret secret) {
    return dao.done(secret.hash(), actor.memberId());
  }

  /**
   * Makes the two accounts one; done before, it does nothing.
   *
   * @throws Refusal as {@link #plan} does, and ACCOUNTS_TIED while something has to end first
   */
  void merge(Actor actor, Secret secret) {
    requireSession(actor);
    if (!done(actor, secret)) {
      Link link = theirs(actor, doorway.links().link(secret));
      transactions
          .in(() -> merge(secret, Links.subject(link.memberId()), actor.memberId()))
          .ifPresent(doorway.attempts()::forgetAll);
    }
  }

  /** The address of the account that was closed; none when somebody was faster. */
  private Optional<String> merge(Secret secret, MemberId fromId, MemberId intoId) {
    List<MemberId> two = List.of(fromId, intoId);
    if (dao.lock(two).size() < two.size()) {
      if (dao.done(secret.hash(), intoId)) {
        return Optional.empty();
      }
      throw new Refusal(ProblemType.LINK_USED);
    }
    dao.lockCompanies(two);
    MemberDao.Account from = account(fromId);
    MemberDao.Account into = account(intoId);
    List<Obstacle> obstacles = obstacles(from, into);
    if (!obstacles.isEmpty()) {
      throw new Refusal(ProblemType.ACCOUNTS_TIED, Map.of("count", obstacles.size()));
    }
    doorway.links().use(secret, Link.Purpose.MERGE);
    listeners.forEach(listener -> listener.merging(person(from), person(into)));
    move(from, into);
    close(from, into);
    listeners.forEach(listener -> listener.merged(fromId, intoId));
    doorway.letters().merged(from, into.name());
    return Optional.of(from.email());
  }

  private void move(MemberDao.Account from, MemberDao.Account into) {
    dao.keepOwner(from.id(), into.id());
    dao.moveMemberships(from.id(), into.id());
    dao.moveInvitationsBy(from.id(), into.id());
    dao.moveJoined(from.id(), into.id());
  }

  private void close(MemberDao.Account from, MemberDao.Account into) {
    String erased = "erased-%s@erased.invalid".formatted(from.id());
    departures.leaveCompanies(from.id());
    departures.forgetSessions(from.id());
    departures.forgetTokens(from.id());
    dao.forgetLinks(from.id(), from.email());
    departures.forgetSignUps(from.email());
    // They end and do not move: whoever reads the old mailbox would sign in by them.
    departures.eraseInvitationsTo(from.email(), erased);
    departures.erase(from.id(), erased);
    if (dao.join(from.id(), into.id()) != 1) {
      throw new IllegalStateException("%s is closed already.".formatted(from.id()));
    }
  }

  private List<Obstacle> obstacles(MemberDao.Account from, MemberDao.Account into) {
    List<Obstacle> obstacles = new ArrayList<>();
    if (from.operator() || into.operator()) {
      obstacles.add(new Obstacle(Obstacle.Kind.OPERATOR, "", ""));
    }
    listeners.forEach(listener -> obstacles.addAll(listener.obstacles(person(from), person(into))));
    return obstacles;
  }

  private static Person person(MemberDao.Account account) {
    return new Person(account.id(), account.name(), account.email(), account.locale(), null);
  }

  private MemberDao.Account account(MemberId member) {
    return members.findById(member).orElseThrow(() -> new Refusal(ProblemType.LINK_USED));
  }

  private static Link theirs(Actor actor, Link link) {
    if (link.purpose() != Link.Purpose.MERGE) {
      throw new Refusal(ProblemType.LINK_USED);
    }
    if (!actor.memberId().equals(link.intoId())) {
      throw new Refusal(ProblemType.OTHER_ACCOUNT);
    }
    return link;
  }

  private static void requireSession(Actor actor) {
    if (actor.session() == null) {
      throw new Refusal(ProblemType.SESSION_NEEDED);
    }
  }
}
