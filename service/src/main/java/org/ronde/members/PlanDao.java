package org.ronde.members;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;
import org.ronde.ids.CycleId;
import org.ronde.ids.MemberId;
import org.ronde.ids.OrderId;

/** Orders of the premium plan. */
interface PlanDao {
  String ORDER =
      """
      SELECT o.order_id AS id, o.company_id, c.name AS company_name, o.cycle_id, o.state,
        o.price_cents, o.vat_permille, o.from_day, o.until_day, o.ordered_at, o.closed_at
      FROM plan_order o
      JOIN company c ON c.company_id = o.company_id
      """;

  @SqlQuery("SELECT company_id FROM company WHERE company_id = :company FOR UPDATE")
  Optional<CompanyId> lockCompany(CompanyId company);

  /** Leaves an order of the same company for the same cycle as it is. */
  @SqlUpdate(
      """
      INSERT IGNORE INTO plan_order (order_id, company_id, cycle_id, ordered_by, state,
        price_cents, vat_permille, days, ordered_at)
      VALUES (:id, :company, :cycle, :member, 'CONDITIONAL',
        :priceCents, :vatPermille, :days, UTC_TIMESTAMP(6))
      """)
  void insertConditional(
      OrderId id,
      CompanyId company,
      CycleId cycle,
      MemberId member,
      long priceCents,
      int vatPermille,
      int days);

  @SqlUpdate(
      """
      INSERT INTO plan_order (order_id, company_id, ordered_by, state,
        price_cents, vat_permille, days, from_day, until_day, ordered_at)
      VALUES (:id, :company, :member, 'DUE',
        :priceCents, :vatPermille, :days, :fromDay, :untilDay, UTC_TIMESTAMP(6))
      """)
  void insertDue(
      OrderId id,
      CompanyId company,
      MemberId member,
      long priceCents,
      int vatPermille,
      int days,
      LocalDate fromDay,
      LocalDate untilDay);

  @SqlQuery(
      """
      SELECT days
      FROM plan_order
      WHERE company_id = :company AND cycle_id = :cycle AND state = 'CONDITIONAL'
      """)
  Optional<Integer> findConditionalDays(CompanyId company, CycleId cycle);

  @SqlQuery(
      """
      SELECT COUNT(*)
      FROM plan_order
      WHERE company_id = :company AND cycle_id = :cycle AND state IN ('CONDITIONAL', 'DUE', 'PAID')
      """)
  int standing(CompanyId company, CycleId cycle);

  @SqlQuery(
      """
      SELECT MAX(until_day)
      FROM plan_order
      WHERE company_id = :company AND state IN ('DUE', 'PAID') AND until_day >= :today
      """)
  Optional<LocalDate> findLastDay(CompanyId company, LocalDate today);

  @SqlUpdate(
      """
      UPDATE plan_order
      SET state = 'DUE', from_day = :fromDay, until_day = :untilDay
      WHERE company_id = :company AND cycle_id = :cycle AND state = 'CONDITIONAL'
      """)
  int start(CompanyId company, CycleId cycle, LocalDate fromDay, LocalDate untilDay);

  @SqlUpdate(
      """
      UPDATE plan_order
      SET state = 'CONDITIONAL', closed_at = NULL, ordered_by = :member, ordered_at = UTC_TIMESTAMP(6)
      WHERE company_id = :company AND cycle_id = :cycle AND state = 'VOID' AND from_day IS NULL
      """)
  int orderAgain(CompanyId company, CycleId cycle, MemberId member);

  @SqlUpdate(
      """
      UPDATE plan_order
      SET state = 'VOID', closed_at = UTC_TIMESTAMP(6)
      WHERE company_id = :company AND cycle_id = :cycle AND state = 'CONDITIONAL'
      """)
  void voidFor(CompanyId company, CycleId cycle);

  @SqlUpdate(
      """
      UPDATE plan_order
      SET state = 'VOID', closed_at = UTC_TIMESTAMP(6)
      WHERE cycle_id = :cycle AND state = 'CONDITIONAL'
      """)
  void voidAllFor(CycleId cycle);

  @SqlUpdate(
      """
      UPDATE plan_order
      SET state = 'PAID', closed_at = UTC_TIMESTAMP(6), closed_by = :operator
      WHERE order_id = :id AND state = 'DUE'
      """)
  int pay(OrderId id, MemberId operator);

  @SqlUpdate(
      """
      UPDATE plan_order
      SET state = 'VOID', closed_at = UTC_TIMESTAMP(6), closed_by = :operator
      WHERE order_id = :id AND state IN ('CONDITIONAL', 'DUE')
      """)
  int cancel(OrderId id, MemberId operator);

  @SqlQuery("SELECT COUNT(*) FROM plan_order WHERE order_id = :id")
  int count(OrderId id);

  @SqlQuery(ORDER + "WHERE o.company_id = :company ORDER BY o.ordered_at DESC, o.order_id")
  List<PlanOrder> ofCompany(CompanyId company);

  @SqlQuery(
      ORDER
          + """
          WHERE (:company IS NULL OR o.company_id = :company)
            AND (:state IS NULL OR o.state = :state)
          ORDER BY o.ordered_at DESC, o.order_id
          LIMIT :max OFFSET :from
          """)
  List<PlanOrder> orders(
      @Nullable CompanyId company, PlanOrder.@Nullable State state, int max, int from);

  @SqlQuery(
      """
      SELECT COUNT(*)
      FROM plan_order
      WHERE (:company IS NULL OR company_id = :company) AND (:state IS NULL OR state = :state)
      """)
  long found(@Nullable CompanyId company, PlanOrder.@Nullable State state);

  @SqlQuery("SELECT COUNT(*) FROM plan_free_cycle WHERE company_id = :company")
  int freeCycles(CompanyId company);

  @SqlUpdate(
      """
      INSERT IGNORE INTO plan_free_cycle (company_id, cycle_id, used_at)
      VALUES (:company, :cycle, UTC_TIMESTAMP(6))
      """)
  void noteFreeCycle(CompanyId company, CycleId cycle);
}
