package org.ronde.listings;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.CompanyId;
import org.ronde.ids.Ids;
import org.ronde.ids.ListingId;
import org.ronde.ids.MemberId;
import org.ronde.listings.ListingsDao.Event;
import org.ronde.listings.ListingsDao.Head;

/**
 * Offers and needs: written, published, held, delivered.
 *
 * <p>A listing is its company's: owners and traders change it alike, and a draft or a withdrawn
 * listing does not exist for anybody else. Whoever {@link #listen listens} hears of a change in the
 * transaction that makes it, with the listing's row locked.
 */
public final class Listings {
  private final Transactions transactions;
  private final Ids ids;
  private final ListingRules rules;
  private final Traders traders;
  private final ListingsDao dao;
  private final Quantities quantities;
  private final List<ListingListener> listeners = new CopyOnWriteArrayList<>();

  public Listings(
      Jdbi jdbi, Transactions transactions, Ids ids, ListingRules rules, Traders traders) {
    this.transactions = transactions;
    this.ids = ids;
    this.rules = rules;
    this.traders = traders;
    this.dao = jdbi.onDemand(ListingsDao.class);
    this.quantities = new Quantities(jdbi);
  }

  /** Adds one who hears of changes. */
  public void listen(ListingListener listener) {
    listeners.add(listener);
  }

  // Asking

  /**
   * A listing in its current revision.
   *
   * @throws Refusal NOT_FOUND
   */
  public Listing listing(ListingId id) {
    return dao.find(id).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  /** Those of the listings that exist. */
  public List<Listing> listings(Collection<ListingId> ids) {
    return ids.isEmpty() ? List.of() : dao.findAll(new HashSet<>(ids));
  }

  /**
   * A listing on the terms of one of its revisions, as an agreed leg keeps them; state and what is
   * held are today's.
   *
   * @throws Refusal NOT_FOUND
   */
  public Listing revision(ListingId id, int revision) {
    return dao.findRevision(id, revision).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  /**
   * What a clearing may use today: published by an approved company, not past its last day, with at
   * least one step available; by id. One statement reads the listings, so they belong together.
   */
  public List<Listing> tradable() {
    Set<CompanyId> approved = traders.approved();
    return dao.tradable().stream()
        .filter(listing -> approved.contains(listing.companyId()))
        .toList();
  }

  /**
   * A listing as this reader may see it: drafts and withdrawn listings are their company's alone.
   *
   * @throws Refusal NOT_FOUND
   */
  public Listing visible(Optional<Actor> reader, ListingId id) {
    Listing listing = listing(id);
    boolean hidden =
        listing.state() == Listing.State.DRAFT || listing.state() == Listing.State.WITHDRAWN;
    if (hidden && !owns(reader, listing)) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    return listing;
  }

  /** Whether the reader acts for the listing's company. */
  public boolean owns(Optional<Actor> reader, Listing listing) {
    return reader
        .flatMap(Actor::findActing)
        .filter(acting -> acting.companyId().equals(listing.companyId()))
        .isPresent();
  }

  /** All listings of the actor's company, the latest change first. */
  public List<Listing> mine(Actor actor) {
    return dao.ofCompany(actor.company().companyId());
  }

  /** The groups "one of these is enough" of the actor's company. */
  public List<String> groups(Actor actor) {
    return dao.groups(actor.company().companyId());
  }

  /** Today by the database's calendar (UTC), by which listings end. */
  public LocalDate today() {
    return dao.today();
  }

  /** What is wrong with a draft, for a form that has found other mistakes already. */
  List<Refusal.Fault> faults(Listing.Side side, ListingDraft draft) {
    return rules.faults(side, draft, dao.today());
  }

  // Writing

  /**
   * Writes a new listing, which only its company sees until it is published.
   *
   * @throws Refusal NO_COMPANY, or INVALID with all that does not fit
   */
  public Listing create(Actor actor, Listing.Side side, ListingDraft draft) {
    CompanyId company = actor.company().companyId();
    return transactions.in(
        () -> {
          ListingTerms terms = rules.terms(side, draft, dao.today());
          ListingId id = new ListingId(ids.next());
          dao.create(id, company, side, terms.quantity(), terms.lastDay(), terms.oneOfGroup());
          append(id, 1, actor, terms);
          return listing(id);
        });
  }

  /**
   * Gives a listing new terms: a new revision, and news for those who built on the old one. What is
   * agreed stays as it was agreed. The same terms again change nothing.
   *
   * @param revision the revision the new terms were written from
   * @throws Refusal NOT_FOUND, LISTING_STATE when withdrawn, LISTING_CHANGED when somebody else was
   *     faster, INVALID, or LISTING_HELD when less is left than is promised, or what is promised
   *     would be counted in another unit
   */
  public Listing edit(Actor actor, ListingId id, int revision, ListingDraft draft) {
    return transactions.in(
        () -> {
          Head head = own(actor, id);
          if (head.state() == Listing.State.WITHDRAWN) {
            throw refusedState(head);
          }
          if (head.revision() != revision) {
            throw new Refusal(ProblemType.LISTING_CHANGED);
          }
          Listing before = listing(id);
          ListingTerms terms = rules.terms(head.side(), draft, dao.today());
          if (terms.equals(ListingTerms.of(before))) {
            return before;
          }
          boolean otherUnit = head.taken() > 0 && terms.unit() != before.unit();
          if (terms.quantity() < head.taken() || otherUnit) {
            throw new Refusal(ProblemType.LISTING_HELD, Map.of("taken", head.taken()));
          }
          revise(actor, head, terms);
          return listing(id);
        });
  }

  /**
   * Publishes a draft, resumes a paused listing, or brings back an expired one whose last day was
   * moved.
   *
   * @throws Refusal NOT_FOUND, NOT_APPROVED, LISTING_STATE, or INVALID when the last day has passed
   */
  public Listing publish(Actor actor, ListingId id) {
    return transactions.in(
        () -> {
          Head head = own(actor, id);
          requireApproved(actor);
          requireMove(head, Listing.State.PUBLISHED);
          if (head.lastDay().isBefore(dao.today())) {
            throw Refusal.invalid(Refusal.Fault.of("lastDay", "listings.fault.lastDayPassed"));
          }
          move(head, Listing.State.PUBLISHED, Event.PUBLISHED, actor.memberId(), head.lastDay());
          return listing(id);
        });
  }

  /**
   * Keeps a published listing out of the catalogue and of new cycles until it is published again.
   *
   * @throws Refusal NOT_FOUND or LISTING_STATE
   */
  public Listing pause(Actor actor, ListingId id) {
    return leave(actor, id, Listing.State.PAUSED, Event.PAUSED);
  }

  /**
   * Ends a listing for good. What is promised is still to be delivered.
   *
   * @throws Refusal NOT_FOUND or LISTING_STATE
   */
  public Listing withdraw(Actor actor, ListingId id) {
    return leave(actor, id, Listing.State.WITHDRAWN, Event.WITHDRAWN);
  }

  /**
   * Moves the last day to the configured number of days from today, unless it is later already, and
   * brings an expired listing back. No new revision and no news: nobody who built on the listing is
   * worse off for it lasting longer.
   *
   * @throws Refusal NOT_FOUND, NOT_APPROVED, or LISTING_STATE for drafts and withdrawn listings
   */
  public Listing renew(Actor actor, ListingId id) {
    return transactions.in(
        () -> {
          Head head = own(actor, id);
          requireApproved(actor);
          Listing.State next =
              switch (head.state()) {
                case PUBLISHED, PAUSED -> head.state();
                case EXPIRED -> Listing.State.PUBLISHED;
                case DRAFT, WITHDRAWN -> throw refusedState(head);
              };
          LocalDate renewed = dao.today().plusDays(rules.settings().daysDefault());
          LocalDate lastDay = renewed.isAfter(head.lastDay()) ? renewed : head.lastDay();
          move(head, next, Event.RENEWED, actor.memberId(), lastDay);
          return listing(id);
        });
  }

  // Promising

  /**
   * Promises all these quantities or none. Rows are locked in the order of their ids; a listing
   * must still be PUBLISHED in the revision named, not be past its last day, and have the quantity
   * left. Quantities of one listing add up.
   *
   * <p>A need that is one of a group pauses the other needs of its group: one is enough. Giving the
   * quantity back does not publish them again; their company is told that it can ({@link
   * ListingListener#groupFree}).
   *
   * @throws Refusal LISTING_CHANGED or QUANTITY_GONE, with nothing held
   */
  public void hold(List<Hold> holds) {
    transactions.run(
        () -> {
          for (Head head : quantities.hold(holds)) {
            move(head, Listing.State.PAUSED, Event.GROUP_PAUSED, null, head.lastDay());
            tell(listener -> listener.changed(head.listingId()));
            tellOf(head, ListingListener::pausedByGroup);
          }
        });
  }

  /**
   * Gives quantities back that were held and will not be delivered.
   *
   * @throws IllegalStateException when less is held
   */
  public void release(List<Hold> holds) {
    transactions.run(
        () -> quantities.release(holds).forEach(h -> tellOf(h, ListingListener::groupFree)));
  }

  /**
   * Turns held quantities into delivered ones.
   *
   * @throws IllegalStateException when less is held
   */
  public void deliver(List<Hold> holds) {
    transactions.run(() -> quantities.deliver(holds));
  }

  // The calendar's part, for Expiry

  /** Ends a listing whose last day has passed; false when it no longer needs to. */
  boolean expire(ListingId id) {
    return transactions.in(
        () -> {
          Head head = dao.lock(List.of(id)).get(0);
          if (!head.state().mayBecome(Listing.State.EXPIRED)
              || !head.lastDay().isBefore(dao.today())) {
            return false;
          }
          move(head, Listing.State.EXPIRED, Event.EXPIRED, null, head.lastDay());
          tell(listener -> listener.changed(id));
          tellOf(head, ListingListener::expired);
          return true;
        });
  }

  void tell(Consumer<ListingListener> news) {
    listeners.forEach(news);
  }

  private void tellOf(Head head, BiConsumer<ListingListener, Listing> news) {
    Listing listing = listing(head.listingId());
    tell(listener -> news.accept(listener, listing));
  }

  private Listing leave(Actor actor, ListingId id, Listing.State next, Event event) {
    return transactions.in(
        () -> {
          Head head = own(actor, id);
          requireMove(head, next);
          move(head, next, event, actor.memberId(), head.lastDay());
          if (head.state() == Listing.State.PUBLISHED) {
            tell(listener -> listener.changed(id));
          }
          return listing(id);
        });
  }

  private Head own(Actor actor, ListingId id) {
    CompanyId company = actor.company().companyId();
    return dao.lock(List.of(id)).stream()
        .filter(head -> head.companyId().equals(company))
        .findFirst()
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  private void revise(Actor actor, Head head, ListingTerms terms) {
    int rows =
        dao.revise(
            head.listingId(),
            head.revision(),
            terms.quantity(),
            terms.lastDay(),
            terms.oneOfGroup());
    changedOne(rows, head);
    append(head.listingId(), head.revision() + 1, actor, terms);
    if (head.state() == Listing.State.PUBLISHED) {
      tell(listener -> listener.changed(head.listingId()));
    }
  }

  private void append(ListingId id, int revision, Actor actor, ListingTerms terms) {
    dao.append(id, revision, actor.memberId(), terms.unitValue().amountCents(), terms);
    dao.keepWords(id, rules.searchWords(terms));
  }

  private void move(
      Head head, Listing.State next, Event event, @Nullable MemberId member, LocalDate lastDay) {
    changedOne(dao.move(head.listingId(), head.state(), next, lastDay), head);
    dao.tell(head.listingId(), event, head.revision(), lastDay, member);
  }

  private static void changedOne(int rows, Head head) {
    if (rows != 1) {
      throw new IllegalStateException(
          "Listing %s changed although it was locked.".formatted(head.listingId()));
    }
  }

  private static void requireApproved(Actor actor) {
    if (!actor.company().approved()) {
      throw new Refusal(ProblemType.NOT_APPROVED);
    }
  }

  private static void requireMove(Head head, Listing.State next) {
    if (!head.state().mayBecome(next)) {
      throw refusedState(head);
    }
  }

  private static Refusal refusedState(Head head) {
    return new Refusal(ProblemType.LISTING_STATE, Map.of("state", head.state().name()));
  }
}
