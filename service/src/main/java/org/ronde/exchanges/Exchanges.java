package org.ronde.exchanges;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Transactions;
import org.ronde.exchanges.ExchangesDao.Event;
import org.ronde.exchanges.ExchangesDao.LegRow;
import org.ronde.exchanges.ExchangesDao.TopUpRow;
import org.ronde.http.Actor;
import org.ronde.http.Paged;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ExchangeId;
import org.ronde.ids.Ids;
import org.ronde.ids.LegId;
import org.ronde.ids.ListingId;
import org.ronde.ids.MemberId;
import org.ronde.listings.Hold;
import org.ronde.listings.Listing;
import org.ronde.listings.Listings;

/**
 * Exchanges: opened by an agreement, carried out leg by leg, closed when all legs are received.
 *
 * <p>Only its parties see an exchange. The giver says that a leg is sent, the receiver that it has
 * come, the payee that a top-up has; each once. Every change locks the exchange first, so two
 * people, clicks or nodes never do the same twice.
 */
public final class Exchanges {
  static final int NOTE_LENGTH_MAX = 500;
  private static final int REMINDERS_BATCH = 50;

  private final ExchangesDao dao;
  private final ExchangeReader reader;
  private final Transactions transactions;
  private final Ids ids;
  private final Listings listings;
  private final Announcements announcements;
  private final ExchangeSettings settings;
  private final List<ExchangeListener> listeners = new CopyOnWriteArrayList<>();

  public Exchanges(
      Jdbi jdbi,
      Transactions transactions,
      Ids ids,
      Listings listings,
      Announcements announcements,
      ExchangeSettings settings) {
    this.dao = jdbi.onDemand(ExchangesDao.class);
    this.reader = new ExchangeReader(dao);
    this.transactions = transactions;
    this.ids = ids;
    this.listings = listings;
    this.announcements = announcements;
    this.settings = settings;
  }

  /** Adds one who hears of what becomes of exchanges. */
  public void listen(ExchangeListener listener) {
    listeners.add(listener);
  }

  // Agreeing

  /**
   * Turns an agreement into an exchange inside the caller's transaction: takes the firm holds of
   * all offers and needs, and writes the legs with their due days. A cycle becomes one exchange at
   * most.
   *
   * @throws Refusal LISTING_CHANGED or QUANTITY_GONE, with nothing held
   */
  public ExchangeId open(Agreement agreement) {
    return transactions.in(
        () -> {
          listings.hold(holds(agreement));
          ExchangeId id = new ExchangeId(ids.next());
          dao.create(id, agreement.origin());
          dao.createLegs(legs(id, agreement));
          dao.createTopUps(
              agreement.topUps().stream()
                  .map(t -> new TopUpRow(id, t.payer(), t.payee(), t.amount().amountCents(), null))
                  .toList());
          append(id, null, Event.OPENED, null);
          return id;
        });
  }

  private static List<Hold> holds(Agreement agreement) {
    record Terms(ListingId listing, int revision) {}
    Map<Terms, Long> sums = new LinkedHashMap<>();
    for (Agreement.Leg leg : agreement.legs()) {
      sums.merge(new Terms(leg.offer(), leg.offerRevision()), leg.quantity(), Math::addExact);
      sums.merge(new Terms(leg.need(), leg.needRevision()), leg.quantity(), Math::addExact);
    }
    List<Hold> holds = new ArrayList<>();
    sums.forEach((terms, sum) -> holds.add(new Hold(terms.listing(), terms.revision(), sum)));
    return holds;
  }

  /** After the holds, which make sure that the listings are still in the revisions agreed on. */
  private List<LegRow> legs(ExchangeId id, Agreement agreement) {
    Map<ListingId, Listing> terms =
        listings
            .listings(
                agreement.legs().stream()
                    .flatMap(leg -> List.of(leg.offer(), leg.need()).stream())
                    .toList())
            .stream()
            .collect(Collectors.toMap(Listing::id, Function.identity()));
    LocalDate dueOn = dao.today().plusDays(settings.legDueDays());
    List<LegRow> legs = new ArrayList<>();
    for (Agreement.Leg leg : agreement.legs()) {
      Listing offer = terms.get(leg.offer());
      Listing need = terms.get(leg.need());
      if (offer == null || need == null) {
        throw new IllegalStateException("A listing was held and is gone: %s.".formatted(leg));
      }
      legs.add(
          new LegRow(
              new LegId(ids.next()),
              id,
              legs.size(),
              leg.offer(),
              leg.offerRevision(),
              offer.title(),
              leg.need(),
              leg.needRevision(),
              need.title(),
              offer.unit(),
              leg.giver(),
              leg.receiver(),
              leg.quantity(),
              leg.value().amountCents(),
              dueOn,
              LegState.AGREED,
              null,
              null,
              null));
    }
    return legs;
  }

  // Asking

  /**
   * An exchange of the actor's company.
   *
   * @throws Refusal NOT_FOUND when there is none or the company is no party to it, NO_COMPANY
   */
  public Exchange exchange(Actor actor, ExchangeId id) {
    return own(actor, dao.find(id).map(List::of).orElse(List.of()));
  }

  /** The exchanges of the actor's company, open ones first. */
  public Paged<Exchange> page(Actor actor, int number) {
    CompanyId company = actor.company().companyId();
    return Paged.of(
        number,
        settings.pageSize(),
        dao.count(company),
        (size, skip) -> reader.whole(dao.page(company, size, skip)));
  }

  /** Whether a company still has something to give or to receive. */
  public boolean open(CompanyId company) {
    return dao.countOpen(company) > 0;
  }

  /** Today by the database's calendar (UTC), by which legs fall due. */
  LocalDate today() {
    return dao.today();
  }

  /** How many exchanges have been agreed, ever. */
  public int count() {
    return dao.count();
  }

  private Exchange own(Actor actor, List<ExchangesDao.Head> found) {
    CompanyId company = actor.company().companyId();
    return reader.whole(found).stream()
        .filter(exchange -> exchange.has(company))
        .findFirst()
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  // Carrying out

  /**
   * The giver says that a leg is on its way.
   *
   * @param note to the receiver, or empty
   * @throws Refusal NOT_FOUND, NOT_YOUR_LEG for all but the giver, LEG_STATE when it was sent or
   *     received before, INVALID when the note is too long
   */
  public Exchange send(Actor actor, ExchangeId id, LegId legId, String note) {
    if (note.length() > NOTE_LENGTH_MAX) {
      throw Refusal.invalid(
          new Refusal.Fault("note", "exchanges.fault.note", Map.of("length", NOTE_LENGTH_MAX)));
    }
    return transactions.in(
        () -> {
          Exchange exchange = locked(actor, id);
          Exchange.Leg leg = leg(exchange, legId);
          requireMine(actor, leg.giver());
          requireMove(leg, LegState.SENT);
          once(
              dao.markSent(legId, leg.state(), actor.memberId(), note.isBlank() ? null : note),
              legId);
          append(id, legId, Event.SENT, actor.memberId());
          announcements.sent(id, leg);
          return exchange(actor, id);
        });
  }

  /**
   * The receiver says that a leg has come, sent or not: what both sides had held for it counts as
   * delivered. The last receipt closes the exchange.
   *
   * @throws Refusal NOT_FOUND, NOT_YOUR_LEG for all but the receiver, LEG_STATE when it was
   *     received before
   */
  public Exchange receive(Actor actor, ExchangeId id, LegId legId) {
    return transactions.in(
        () -> {
          Exchange exchange = locked(actor, id);
          Exchange.Leg leg = leg(exchange, legId);
          requireMine(actor, leg.receiver());
          requireMove(leg, LegState.RECEIVED);
          once(dao.markReceived(legId, leg.state(), actor.memberId()), legId);
          append(id, legId, Event.RECEIVED, actor.memberId());
          listings.deliver(
              List.of(
                  new Hold(leg.offer(), leg.offerRevision(), leg.quantity()),
                  new Hold(leg.need(), leg.needRevision(), leg.quantity())));
          announcements.received(id, leg);
          if (dao.close(id) == 1) {
            close(exchange(actor, id));
          }
          return exchange(actor, id);
        });
  }

  /**
   * The payee notes that a top-up has come. Noting it again changes nothing.
   *
   * @throws Refusal NOT_FOUND when the payer owes this company none in this exchange
   */
  public Exchange settle(Actor actor, ExchangeId id, CompanyId payer) {
    return transactions.in(
        () -> {
          Exchange exchange = locked(actor, id);
          CompanyId payee = actor.company().companyId();
          if (exchange.topUps().stream().noneMatch(t -> t.isBetween(payer, payee))) {
            throw new Refusal(ProblemType.NOT_FOUND);
          }
          if (dao.settle(id, payer, payee, actor.memberId()) == 1) {
            append(id, null, Event.TOP_UP_SETTLED, actor.memberId());
          }
          return exchange(actor, id);
        });
  }

  /** Reminds every giver once of a leg that falls due in a few days; a daily job calls this. */
  public void remindDue() {
    int reminded;
    do {
      reminded = transactions.in(this::remindSome);
    } while (reminded == REMINDERS_BATCH);
  }

  private int remindSome() {
    List<LegRow> due = dao.lockDue(settings.reminderDays(), REMINDERS_BATCH);
    if (!due.isEmpty()) {
      dao.markReminded(due.stream().map(LegRow::legId).toList());
      due.forEach(row -> announcements.due(row.exchangeId(), ExchangeReader.leg(row)));
    }
    return due.size();
  }

  private Exchange locked(Actor actor, ExchangeId id) {
    return own(actor, dao.lock(id).map(List::of).orElse(List.of()));
  }

  private static Exchange.Leg leg(Exchange exchange, LegId id) {
    return exchange.findLeg(id).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  private static void requireMove(Exchange.Leg leg, LegState next) {
    if (!leg.state().mayBecome(next)) {
      throw new Refusal(ProblemType.LEG_STATE, Map.of("state", leg.state().name()));
    }
  }

  private static void requireMine(Actor actor, CompanyId company) {
    if (!actor.company().companyId().equals(company)) {
      throw new Refusal(ProblemType.NOT_YOUR_LEG);
    }
  }

  private void close(Exchange exchange) {
    append(exchange.id(), null, Event.CLOSED, null);
    announcements.closed(exchange);
    listeners.forEach(listener -> listener.closed(exchange));
  }

  private void append(
      ExchangeId exchange, @Nullable LegId leg, Event event, @Nullable MemberId member) {
    dao.append(new ExchangesDao.EventId(ids.next()), exchange, leg, event, member);
  }

  private static void once(int rows, LegId leg) {
    if (rows != 1) {
      throw new IllegalStateException("Leg %s moved while its exchange was locked.".formatted(leg));
    }
  }
}
