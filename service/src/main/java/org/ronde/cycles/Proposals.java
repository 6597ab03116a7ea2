package org.ronde.cycles;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.ClearingId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.CycleId;
import org.ronde.ids.Ids;
import org.ronde.ids.ListingId;
import org.ronde.listings.Listing;
import org.ronde.matching.Matcher;
import org.ronde.members.Company;
import org.ronde.notices.Notices;
import org.ronde.preferences.Limits;

/**
 * Turns what the engine found into cycles that companies are asked about, after looking again:
 * listings in the revision the engine saw and with the quantity left, companies approved, limits
 * that still allow it.
 */
public final class Proposals {
  private final CycleDao dao;
  private final CycleQueryDao queries;
  private final Transactions transactions;
  private final Ids ids;
  private final Neighbours neighbours;
  private final Rules rules;

  /** What companies did so far, until when they may answer, how long their no is remembered. */
  public record Rules(Histories histories, Deadlines deadlines, CycleSettings settings) {}

  /** What became of a cycle that was found. */
  sealed interface Outcome {
    /** Its companies are asked. */
    record Proposed(CycleId id) implements Outcome {}

    /** They are being asked already, or one of them said no not long ago. */
    record Known() implements Outcome {}

    /** It can no longer be. */
    record Dropped(Reason reason) implements Outcome {}
  }

  /** Why a cycle that was found can no longer be. */
  enum Reason {
    /** A listing was edited, paused or used up, or a company is not approved any more. */
    CHANGED,
    /** A company's limits do not allow it any more. */
    UNFIT,
    /** A company stands in as many open cycles as it wants. */
    OVERBOOKED
  }

  public Proposals(
      Jdbi jdbi, Transactions transactions, Ids ids, Neighbours neighbours, Rules rules) {
    this.dao = jdbi.onDemand(CycleDao.class);
    this.queries = jdbi.onDemand(CycleQueryDao.class);
    this.transactions = transactions;
    this.ids = ids;
    this.neighbours = neighbours;
    this.rules = rules;
  }

  /**
   * Proposes a cycle that the operator put together, by the rules of a clearing.
   *
   * @param legs in giving order: each need's company gives the next offer
   * @param window fixed time to answer; null for the usual working days
   * @throws Refusal NOT_FOUND for others than operators; INVALID when the legs make no cycle that
   *     the companies' limits allow, one of them is in as many open cycles as it wants, or it is
   *     proposed already; LISTING_CHANGED when a listing moved meanwhile
   */
  public CycleId proposeByHand(
      Actor operator, Matcher matcher, List<HandLeg> legs, @Nullable Duration window) {
    operator.requireOperator();
    var snapshot = Snapshot.take(neighbours, rules.histories());
    var found = HandPicked.cycle(matcher, snapshot.market(), legs);
    var outcome = transactions.in(() -> propose(null, snapshot, found, window));
    if (outcome instanceof Outcome.Proposed proposed) {
      return proposed.id();
    }
    if (outcome instanceof Outcome.Dropped dropped) {
      throw refusal(dropped.reason());
    }
    throw HandPicked.unfit("cycles.hand.fault.known");
  }

  private static Refusal refusal(Reason reason) {
    return switch (reason) {
      case CHANGED -> new Refusal(ProblemType.LISTING_CHANGED);
      case UNFIT -> HandPicked.unfit("cycles.hand.fault.unfit");
      case OVERBOOKED -> HandPicked.unfit("cycles.hand.fault.overbooked");
    };
  }

  /** Today's market, less what companies turned down not long ago. */
  Snapshot snapshot() {
    return Snapshot.take(neighbours, rules.histories())
        .without(queries.cycles(queries.fallen(rules.settings().refusalKeptDays())));
  }

  /** Proposes a cycle of a clearing, inside the caller's transaction. */
  Outcome propose(ClearingId clearing, Snapshot snapshot, org.ronde.matching.Cycle found) {
    return propose(clearing, snapshot, found, null);
  }

  private Outcome propose(
      @Nullable ClearingId clearing,
      Snapshot snapshot,
      org.ronde.matching.Cycle found,
      @Nullable Duration window) {
    var listings =
        neighbours
            .listings()
            .listings(
                found.legs().stream()
                    .flatMap(leg -> Stream.of(leg.offerId(), leg.needId()))
                    .map(ListingId::fromString)
                    .toList())
            .stream()
            .collect(Collectors.toMap(listing -> listing.id().toString(), Function.identity()));
    var legs = findLegs(found, snapshot, listings);
    if (legs.isEmpty()) {
      return new Outcome.Dropped(Reason.CHANGED);
    }
    var objection = findObjection(legs.get(), topUps(found));
    if (objection.isPresent()) {
      return new Outcome.Dropped(objection.get());
    }
    var key = CycleKey.of(legs.get());
    if (dao.alreadyAsked(key, rules.settings().refusalKeptDays()) > 0) {
      return new Outcome.Known();
    }
    return new Outcome.Proposed(write(clearing, key, legs.get(), topUps(found), window));
  }

  private CycleId write(
      @Nullable ClearingId clearing,
      String key,
      List<Cycle.Leg> legs,
      List<Cycle.TopUp> topUps,
      @Nullable Duration window) {
    var id = new CycleId(ids.next());
    var now = dao.now();
    var companies = legs.stream().map(Cycle.Leg::giver).toList();
    var deadline = window == null ? rules.deadlines().deadline(now, companies) : now.plus(window);
    long value = legs.stream().mapToLong(Cycle.Leg::valueCents).sum();
    dao.insert(id, clearing, value, key, now, deadline);
    IntStream.range(0, legs.size()).forEach(i -> dao.insertLeg(id, i, legs.get(i)));
    topUps.forEach(topUp -> dao.insertTopUp(id, topUp));
    new Tellings(neighbours).tellAll(queries.find(id).orElseThrow(), Notices.Event.CYCLE_PROPOSED);
    return id;
  }

  private static Optional<List<Cycle.Leg>> findLegs(
      org.ronde.matching.Cycle found, Snapshot snapshot, Map<String, Listing> listings) {
    var legs =
        found.legs().stream()
            .filter(
                leg ->
                    fresh(leg.offerId(), leg.quantity(), snapshot, listings)
                        && fresh(leg.needId(), leg.quantity(), snapshot, listings))
            .map(leg -> leg(leg, listings))
            .toList();
    return legs.size() == found.length() ? Optional.of(legs) : Optional.empty();
  }

  private static boolean fresh(
      String id, long quantity, Snapshot snapshot, Map<String, Listing> listings) {
    var listing = listings.get(id);
    var seen = snapshot.revisions().get(id);
    return listing != null
        && seen != null
        && listing.state() == Listing.State.PUBLISHED
        && listing.revision() == seen
        && listing.available() >= quantity;
  }

  private static Cycle.Leg leg(org.ronde.matching.Leg leg, Map<String, Listing> listings) {
    var offer = requireNonNull(listings.get(leg.offerId()));
    var need = requireNonNull(listings.get(leg.needId()));
    return new Cycle.Leg(
        offer.id(),
        offer.revision(),
        offer.title(),
        need.id(),
        need.revision(),
        need.title(),
        CompanyId.fromString(leg.giverId()),
        CompanyId.fromString(leg.receiverId()),
        leg.quantity(),
        offer.unit().name(),
        leg.valueCents());
  }

  private static List<Cycle.TopUp> topUps(org.ronde.matching.Cycle found) {
    return found.topUps().stream()
        .map(
            topUp ->
                new Cycle.TopUp(
                    CompanyId.fromString(topUp.payerId()),
                    CompanyId.fromString(topUp.payeeId()),
                    topUp.amountCents()))
        .toList();
  }

  private Optional<Reason> findObjection(List<Cycle.Leg> legs, List<Cycle.TopUp> topUps) {
    var ids = legs.stream().map(Cycle.Leg::giver).toList();
    var companies = neighbours.companies().companies(ids);
    if (companies.size() < ids.size() || !companies.stream().allMatch(Company::approved)) {
      return Optional.of(Reason.CHANGED);
    }
    var limits = new HashMap<CompanyId, Limits>();
    ids.forEach(id -> limits.put(id, neighbours.preferences().limits(id)));
    if (!Recheck.withinLimits(legs, topUps, limits)) {
      return Optional.of(Reason.UNFIT);
    }
    return limits.entrySet().stream().allMatch(own -> hasRoom(own.getKey(), own.getValue()))
        ? Optional.empty()
        : Optional.of(Reason.OVERBOOKED);
  }

  /** Whether a company would stand in one more cycle that waits for answers. */
  private boolean hasRoom(CompanyId company, Limits limits) {
    var most = limits.openCyclesMax();
    return most == null || rules.histories().openCycles(company) < most;
  }
}
