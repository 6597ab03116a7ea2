package org.ronde.members;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.Paged;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.CompanyId;
import org.ronde.ids.CycleId;
import org.ronde.ids.Ids;
import org.ronde.ids.OrderId;
import org.ronde.money.Money;

/**
 * The premium plan: its price, who ordered it for which cycle, since when it runs.
 *
 * <p>A company is PREMIUM on the days that an order which is due or paid covers; there is no other
 * mark that could be forgotten. Orders of one company are changed one after the other, under a lock
 * on its row, so two cycles that lock at the same time charge one fee.
 */
public final class Plans {
  /** How early a running plan may be ordered for another term. */
  private static final int RENEWAL_DAYS = 60;

  private static final int PAGE_SIZE = 50;

  private final Transactions transactions;
  private final PlanDao dao;
  private final Ids ids;
  private final Companies companies;
  private final Terms terms;

  /** What the plan costs, and what day it is. */
  record Terms(PlanSettings settings, Today today) {}

  Plans(Jdbi jdbi, Transactions transactions, Ids ids, Companies companies, Terms terms) {
    this.transactions = transactions;
    this.dao = jdbi.onDemand(PlanDao.class);
    this.ids = ids;
    this.companies = companies;
    this.terms = terms;
  }

  /** The yearly fee excluding VAT, from the configuration. */
  public Money price() {
    return terms.settings().price();
  }

  PlanSettings settings() {
    return terms.settings();
  }

  /** Whether a FREE company's first cycle needs no order (configuration, and none locked yet). */
  public boolean firstCycleFree(CompanyId company) {
    return terms.settings().firstCycleFree() && dao.freeCycles(company) == 0;
  }

  /**
   * Orders the plan on condition that a cycle locks. Ordering again for the same cycle changes
   * nothing.
   *
   * @throws Refusal NOT_FOUND for another's company, NOT_OWNER for a trader
   */
  public void orderFor(Actor owner, CompanyId company, CycleId cycle) {
    requireOwner(owner, company);
    transactions.run(
        () -> {
          lock(company);
          if (dao.standing(company, cycle) == 0
              && dao.orderAgain(company, cycle, owner.memberId()) == 0) {
            dao.insertConditional(
                new OrderId(ids.next()),
                company,
                cycle,
                owner.memberId(),
                terms.settings().priceCents(),
                terms.settings().vatPermille(),
                terms.settings().days());
          }
        });
  }

  /** How many orders wait for their fee. */
  public long due() {
    return dao.found(null, PlanOrder.State.DUE);
  }

  /**
   * The cycle locked: the plan ordered for it starts today and its fee falls due. Does nothing when
   * none was ordered, and charges nothing when another order started the plan in the meantime.
   */
  public void start(CompanyId company, CycleId cycle) {
    transactions.run(
        () -> {
          lock(company);
          LocalDate today = terms.today().date();
          boolean premium = companies.company(company).premium();
          if (premium) {
            dao.voidFor(company, cycle);
            return;
          }
          int days = dao.findConditionalDays(company, cycle).orElse(0);
          if (days > 0 && dao.start(company, cycle, today, today.plusDays(days - 1L)) == 1) {
            tellStarted(company);
          } else if (terms.settings().firstCycleFree()) {
            dao.noteFreeCycle(company, cycle);
          }
        });
  }

  /** The cycle will not happen: the order made for it is void and nothing is due. */
  public void release(CycleId cycle) {
    transactions.run(() -> dao.voidAllFor(cycle));
  }

  /**
   * Orders the plan without a cycle: it starts at once and the fee is due. A plan that runs is
   * prolonged, from {@value #RENEWAL_DAYS} days before its end.
   *
   * @throws Refusal NOT_OWNER, NOT_APPROVED, ORDER_STATE when the plan runs longer than that
   */
  PlanOrder order(Actor owner) {
    Actor.Acting acting = owner.ownedCompany();
    if (!acting.approved()) {
      throw new Refusal(ProblemType.NOT_APPROVED);
    }
    CompanyId company = acting.companyId();
    return transactions.in(
        () -> {
          lock(company);
          LocalDate today = terms.today().date();
          @Nullable LocalDate last = dao.findLastDay(company, today).orElse(null);
          if (last != null && last.isAfter(today.plusDays(RENEWAL_DAYS))) {
            throw new Refusal(ProblemType.ORDER_STATE);
          }
          OrderId id = new OrderId(ids.next());
          LocalDate from = last == null ? today : last.plusDays(1);
          dao.insertDue(
              id,
              company,
              owner.memberId(),
              terms.settings().priceCents(),
              terms.settings().vatPermille(),
              terms.settings().days(),
              from,
              from.plusDays(terms.settings().days() - 1L));
          if (last == null) {
            tellStarted(company);
          }
          return order(dao.ofCompany(company), id);
        });
  }

  private static PlanOrder order(List<PlanOrder> orders, OrderId id) {
    return orders.stream().filter(order -> order.id().equals(id)).findFirst().orElseThrow();
  }

  List<PlanOrder> ofCompany(CompanyId company) {
    return dao.ofCompany(company);
  }

  /** Orders in one state or in all, of one company or of all, the newest first. */
  Paged<PlanOrder> orders(@Nullable CompanyId company, PlanOrder.@Nullable State state, int page) {
    return Paged.of(
        page,
        PAGE_SIZE,
        dao.found(company, state),
        (size, skip) -> dao.orders(company, state, size, skip));
  }

  /**
   * The fee came.
   *
   * @throws Refusal NOT_FOUND, ORDER_STATE when nothing is due
   */
  void pay(Actor operator, OrderId id) {
    operator.requireOperator();
    require(id, dao.pay(id, operator.memberId()));
  }

  /**
   * Takes an order back: the plan it started ends at once.
   *
   * @throws Refusal NOT_FOUND, ORDER_STATE when it is paid or void
   */
  void cancel(Actor operator, OrderId id) {
    operator.requireOperator();
    require(id, dao.cancel(id, operator.memberId()));
  }

  private void require(OrderId id, int changed) {
    if (changed == 0) {
      throw new Refusal(dao.count(id) == 0 ? ProblemType.NOT_FOUND : ProblemType.ORDER_STATE);
    }
  }

  private void lock(CompanyId company) {
    Companies.requireFound(dao.lockCompany(company));
  }

  private void tellStarted(CompanyId id) {
    Company company = companies.company(id);
    companies.tell(listener -> listener.planStarted(company));
  }

  private static void requireOwner(Actor actor, CompanyId company) {
    if (!actor.company().companyId().equals(company)) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    actor.ownedCompany();
  }
}
