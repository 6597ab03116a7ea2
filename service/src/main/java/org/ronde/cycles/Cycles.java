package org.ronde.cycles;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.ronde.db.Transactions;
import org.ronde.exchanges.Agreement;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.ClearingId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.CycleId;
import org.ronde.ids.ExchangeId;
import org.ronde.ids.ListingId;
import org.ronde.listings.ListingListener;
import org.ronde.members.Company;
import org.ronde.money.Money;
import org.ronde.notices.Notices;

/**
 * Proposed cycles and the companies' decisions on them.
 *
 * <p>Every change locks the cycle's row first, so decisions, expiry and withdrawal of one cycle
 * stand in a queue and the first that counts wins. The last yes opens the exchange in the same
 * transaction. Work that starts from a listing never waits for a cycle somebody is deciding on:
 * that decision will find the listing changed, and {@link #expireDue()} looks again.
 */
public final class Cycles implements ListingListener {
  private static final int BATCH = 200;

  private final CycleDao dao;
  private final CycleQueryDao queries;
  private final Transactions transactions;
  private final Clearings clearings;
  private final Neighbours neighbours;
  private final CycleSettings settings;
  private final Tellings tellings;

  public Cycles(
      Jdbi jdbi,
      Transactions transactions,
      Clearings clearings,
      Neighbours neighbours,
      CycleSettings settings) {
    this.dao = jdbi.onDemand(CycleDao.class);
    this.queries = jdbi.onDemand(CycleQueryDao.class);
    this.transactions = transactions;
    this.clearings = clearings;
    this.neighbours = neighbours;
    this.settings = settings;
    this.tellings = new Tellings(neighbours);
  }

  /**
   * A cycle as the actor's company sees it.
   *
   * @throws Refusal NOT_FOUND when the company is not part of it
   */
  public Standpoint standpoint(Actor actor, CycleId id) {
    var company = actor.company();
    var cycle =
        queries
            .find(id)
            .filter(found -> found.companies().contains(company.companyId()))
            .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
    var given = cycle.givenBy(company.companyId());
    var received = cycle.receivedBy(company.companyId());
    return Standpoint.of(
        cycle,
        company.companyId(),
        companies(cycle.companies()),
        planNeedOf(cycle, planNeed(company)),
        queries.othersWith(id, given.offerId(), received.needId()));
  }

  /** The cycles of the actor's company: those to answer first, by deadline. */
  public List<Standpoint> mine(Actor actor) {
    var company = actor.company();
    var cycles = queries.cycles(queries.idsOf(company.companyId(), settings.shownMax()));
    var names =
        companies(cycles.stream().flatMap(cycle -> cycle.companies().stream()).distinct().toList());
    var planNeed = planNeed(company);
    return cycles.stream()
        .map(
            cycle ->
                Standpoint.of(cycle, company.companyId(), names, planNeedOf(cycle, planNeed), 0))
        .toList();
  }

  /** How many cycles wait for a company's answer. */
  public long waitingFor(CompanyId company) {
    return queries.waitingFor(company);
  }

  /** What a clearing proposed, most valuable first; for operators. */
  public List<Found> foundBy(Actor operator, ClearingId clearing) {
    operator.requireOperator();
    var cycles = queries.cycles(queries.idsFoundBy(clearing));
    if (cycles.isEmpty()) {
      return List.of();
    }
    var names =
        companies(cycles.stream().flatMap(cycle -> cycle.companies().stream()).distinct().toList());
    var reasons = queries.reasons(cycles.stream().map(Cycle::id).toList());
    return cycles.stream().map(cycle -> Found.of(cycle, names, reasons)).toList();
  }

  /**
   * Says yes or no for the actor's company. The same answer again changes nothing. The last yes
   * opens the exchange; when a listing has changed or gone meanwhile, the cycle is withdrawn
   * instead, which the returned standpoint says.
   *
   * @throws Refusal NOT_FOUND, NOT_APPROVED, CYCLE_CLOSED, DEADLINE_PASSED, ALREADY_DECIDED;
   *     PLAN_NEEDED when a FREE company accepts a cycle of three or more without ordering,
   *     NOT_OWNER when a trader orders
   */
  public Standpoint decide(Actor actor, CycleId id, Decision decision) {
    return transactions.in(
        () -> {
          if (dao.lock(id).isEmpty()) {
            throw new Refusal(ProblemType.NOT_FOUND);
          }
          var before = standpoint(actor, id);
          var company = actor.company().companyId();
          var earlier = before.cycle().findAnswer(company);
          if (earlier.isPresent()) {
            requireSame(earlier.get(), decision);
            return before;
          }
          requireOpen(before.cycle());
          if (!actor.company().approved()) {
            throw new Refusal(ProblemType.NOT_APPROVED);
          }
          if (decision instanceof Decision.Refuse refuse) {
            refuse(actor, before.cycle(), refuse);
          } else if (decision instanceof Decision.Accept accept) {
            accept(actor, before, accept);
          }
          return standpoint(actor, id);
        });
  }

  /**
   * Closes what is overdue and withdraws what can no longer be, each in its own transaction; for a
   * job.
   *
   * @return how many cycles were closed
   */
  public int expireDue() {
    int closed = 0;
    for (CycleId id : dao.overdue(BATCH)) {
      closed += transactions.in(() -> expire(id)) ? 1 : 0;
    }
    for (Cycle cycle : queries.cycles(queries.proposed(settings.shownMax() * 10))) {
      closed += transactions.in(() -> withdrawIfImpossible(cycle)) ? 1 : 0;
    }
    return closed;
  }

  /**
   * Reminds, once a cycle, those who have not answered when the deadline is near; for a job.
   *
   * @return how many cycles were reminded of
   */
  public int remindDue() {
    int reminded = 0;
    for (CycleId id : dao.nearDeadline(settings.reminderHours(), BATCH)) {
      reminded +=
          transactions.in(
              () -> {
                if (dao.lockUnlessBusy(id).isEmpty() || dao.markReminded(id) == 0) {
                  return 0;
                }
                queries
                    .find(id)
                    .ifPresent(
                        cycle -> tellings.tellWaiting(cycle, Notices.Event.CYCLE_DEADLINE_NEAR));
                return 1;
              });
    }
    return reminded;
  }

  /** Withdraws the proposed cycles with a listing that changed, and looks for others. */
  @Override
  public void changed(ListingId id) {
    transactions.run(
        () ->
            queries
                .cycles(dao.proposedWith(id))
                .forEach(cycle -> withdraw(cycle, Recheck.Withdrawal.changed(cycle, id))));
  }

  private void accept(Actor actor, Standpoint before, Decision.Accept accept) {
    var cycle = before.cycle();
    var company = actor.company().companyId();
    boolean orders = before.planNeed() == Standpoint.PlanNeed.ORDER;
    if (orders || before.planNeed() == Standpoint.PlanNeed.ASK_OWNER) {
      if (!accept.orderPlan()) {
        throw new Refusal(
            ProblemType.PLAN_NEEDED,
            Map.of("priceCents", neighbours.plans().price().amountCents()));
      }
      actor.ownedCompany();
      neighbours.plans().orderFor(actor, company, cycle.id());
    }
    dao.insertDecision(cycle.id(), company, actor.memberId(), "ACCEPT", null, null, orders);
    var answered = queries.find(cycle.id()).orElseThrow();
    if (answered.acceptedByAll()) {
      lock(answered);
    }
  }

  /** Turns a cycle that all accepted into an exchange, or withdraws it when that cannot be. */
  private void lock(Cycle cycle) {
    ExchangeId exchange;
    try {
      exchange = transactions.part(() -> neighbours.exchanges().open(agreement(cycle)));
    } catch (Refusal refusal) {
      var companies = findWithdrawal(cycle).map(Recheck.Withdrawal::companies).orElse(Set.of());
      close(cycle, new Recheck.Withdrawal(cause(refusal), companies));
      return;
    }
    requireOne(dao.close(cycle.id(), Cycle.State.ACCEPTED, null, null, exchange), cycle);
    if (cycle.needsPlan()) {
      // Plans lock companies; one order for all keeps two agreements from waiting for each other.
      cycle.companies().stream()
          .sorted(Comparator.comparing(CompanyId::value))
          .forEach(company -> neighbours.plans().start(company, cycle.id()));
    }
    tellings.tellAll(queries.find(cycle.id()).orElseThrow(), Notices.Event.CYCLE_ACCEPTED_BY_ALL);
    withdrawShortened(cycle);
  }

  private static Cycle.Cause cause(Refusal refusal) {
    if (refusal.type() == ProblemType.LISTING_CHANGED) {
      return Cycle.Cause.LISTING_CHANGED;
    }
    if (refusal.type() == ProblemType.QUANTITY_GONE) {
      return Cycle.Cause.QUANTITY_GONE;
    }
    throw refusal;
  }

  private void refuse(Actor actor, Cycle cycle, Decision.Refuse refuse) {
    var company = actor.company().companyId();
    dao.insertDecision(
        cycle.id(),
        company,
        actor.memberId(),
        "REFUSE",
        refuse.reason(),
        refuse.text().isEmpty() ? null : refuse.text(),
        false);
    requireOne(dao.close(cycle.id(), Cycle.State.REFUSED, company, null, null), cycle);
    neighbours.plans().release(cycle.id());
    tellings.tellOthers(cycle, company, Notices.Event.CYCLE_REFUSED);
  }

  private boolean expire(CycleId id) {
    var state = dao.lockUnlessBusy(id);
    if (state.isEmpty() || state.get() != Cycle.State.PROPOSED || dao.inTime(id)) {
      return false;
    }
    var cycle = queries.find(id).orElseThrow();
    requireOne(dao.close(id, Cycle.State.EXPIRED, null, null, null), cycle);
    neighbours.plans().release(id);
    tellings.tellAll(cycle, Notices.Event.CYCLE_EXPIRED);
    return true;
  }

  /** Other proposals that counted on what this exchange now holds. */
  private void withdrawShortened(Cycle agreed) {
    var others = new HashSet<CycleId>();
    for (var leg : agreed.legs()) {
      others.addAll(dao.proposedWith(leg.offerId()));
      others.addAll(dao.proposedWith(leg.needId()));
    }
    queries
        .cycles(others.stream().sorted(Comparator.comparing(CycleId::value)).toList())
        .forEach(this::withdrawIfImpossible);
  }

  private boolean withdrawIfImpossible(Cycle cycle) {
    var withdrawal = findWithdrawal(cycle);
    return withdrawal.isPresent() && withdraw(cycle, withdrawal.get());
  }

  private Optional<Recheck.Withdrawal> findWithdrawal(Cycle cycle) {
    var ids = cycle.legs().stream().flatMap(leg -> Stream.of(leg.offerId(), leg.needId())).toList();
    return Recheck.findWithdrawal(cycle, neighbours.listings().listings(ids));
  }

  private boolean withdraw(Cycle cycle, Recheck.Withdrawal withdrawal) {
    var state = dao.lockUnlessBusy(cycle.id());
    if (state.isEmpty() || state.get() != Cycle.State.PROPOSED) {
      return false;
    }
    close(cycle, withdrawal);
    return true;
  }

  /** Nothing is due, nothing is held, everybody hears of it, and another search is asked for. */
  private void close(Cycle cycle, Recheck.Withdrawal withdrawal) {
    var state = Cycle.State.WITHDRAWN;
    requireOne(dao.close(cycle.id(), state, null, withdrawal.cause(), null), cycle);
    withdrawal.companies().forEach(company -> dao.insertWithdrawnBy(cycle.id(), company));
    neighbours.plans().release(cycle.id());
    tellings.tellAll(cycle, Notices.Event.CYCLE_WITHDRAWN);
    clearings.queue(Clearing.Cause.CHANGE);
  }

  private void requireOpen(Cycle cycle) {
    if (cycle.state() != Cycle.State.PROPOSED) {
      throw new Refusal(ProblemType.CYCLE_CLOSED, Map.of("state", cycle.state().name()));
    }
    if (!dao.inTime(cycle.id())) {
      throw new Refusal(ProblemType.DEADLINE_PASSED);
    }
  }

  private static void requireSame(Cycle.Answer earlier, Decision decision) {
    if (earlier.accepted() != decision instanceof Decision.Accept) {
      throw new Refusal(
          ProblemType.ALREADY_DECIDED, Map.of("answer", earlier.accepted() ? "yes" : "no"));
    }
  }

  private static void requireOne(int rows, Cycle cycle) {
    if (rows != 1) {
      throw new IllegalStateException(
          "Cycle %s was closed by somebody who did not hold its lock.".formatted(cycle.id()));
    }
  }

  private static Standpoint.PlanNeed planNeedOf(Cycle cycle, Standpoint.PlanNeed ofTheCompany) {
    return cycle.needsPlan() && cycle.state() == Cycle.State.PROPOSED
        ? ofTheCompany
        : Standpoint.PlanNeed.NONE;
  }

  /** What this company would need for a cycle of three and more. */
  private Standpoint.PlanNeed planNeed(Actor.Acting acting) {
    if (neighbours.companies().company(acting.companyId()).premium()) {
      return Standpoint.PlanNeed.NONE;
    }
    if (neighbours.plans().firstCycleFree(acting.companyId())) {
      return Standpoint.PlanNeed.FIRST_FREE;
    }
    return acting.role() == Actor.Role.OWNER
        ? Standpoint.PlanNeed.ORDER
        : Standpoint.PlanNeed.ASK_OWNER;
  }

  private Map<CompanyId, Company> companies(Collection<CompanyId> ids) {
    return neighbours.companies().companies(ids).stream()
        .collect(Collectors.toMap(Company::id, company -> company));
  }

  private static Agreement agreement(Cycle cycle) {
    return new Agreement(
        cycle.id(),
        cycle.legs().stream()
            .map(
                leg ->
                    new Agreement.Leg(
                        leg.offerId(),
                        leg.offerRevision(),
                        leg.needId(),
                        leg.needRevision(),
                        leg.giver(),
                        leg.receiver(),
                        leg.quantity(),
                        Money.euros(leg.valueCents())))
            .toList(),
        cycle.topUps().stream()
            .map(
                topUp ->
                    new Agreement.TopUp(
                        topUp.payer(), topUp.payee(), Money.euros(topUp.amountCents())))
            .toList());
  }
}
