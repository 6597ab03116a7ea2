package org.ronde.cycles;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ClearingId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.CycleId;
import org.ronde.ids.ExchangeId;
import org.ronde.ids.ListingId;
import org.ronde.ids.MemberId;

/** Writes cycles and decisions. Every change of a cycle first locks its row. */
interface CycleDao {
  @SqlQuery("SELECT UTC_TIMESTAMP(6)")
  Instant now();

  @SqlQuery(
      """
      SELECT COUNT(*)
      FROM cycle
      WHERE cycle_key = :key
        AND (state = 'PROPOSED'
          OR (state = 'REFUSED' AND closed_at > UTC_TIMESTAMP(6) - INTERVAL :days DAY))
      """)
  long alreadyAsked(String key, int days);

  @SqlUpdate(
      """
      INSERT INTO cycle (cycle_id, clearing_id, state, value_cents, cycle_key, created_at, deadline)
      VALUES (:id, :clearingId, 'PROPOSED', :valueCents, :key, :createdAt, :deadline)
      """)
  void insert(
      CycleId id,
      @Nullable ClearingId clearingId,
      long valueCents,
      String key,
      Instant createdAt,
      Instant deadline);

  @SqlUpdate(
      """
      INSERT INTO cycle_leg (cycle_id, position, offer_id, offer_revision, offer_title,
        need_id, need_revision, need_title, giver, receiver, quantity, unit, value_cents)
      VALUES (:id, :position, :offerId, :offerRevision, :offerTitle,
        :needId, :needRevision, :needTitle, :giver, :receiver, :quantity, :unit, :valueCents)
      """)
  void insertLeg(CycleId id, int position, @BindMethods Cycle.Leg leg);

  @SqlUpdate(
      """
      INSERT INTO cycle_top_up (cycle_id, payer, payee, amount_cents)
      VALUES (:id, :payer, :payee, :amountCents)
      """)
  void insertTopUp(CycleId id, @BindMethods Cycle.TopUp topUp);

  @SqlQuery("SELECT state FROM cycle WHERE cycle_id = :id FOR UPDATE")
  Optional<Cycle.State> lock(CycleId id);

  /** Empty when somebody else decides on the cycle at this moment: they will see for themselves. */
  @SqlQuery("SELECT state FROM cycle WHERE cycle_id = :id FOR UPDATE SKIP LOCKED")
  Optional<Cycle.State> lockUnlessBusy(CycleId id);

  /**
   * Asked after the lock: the database reads its clock when a statement starts, not when it ends.
   */
  @SqlQuery("SELECT deadline > UTC_TIMESTAMP(6) FROM cycle WHERE cycle_id = :id")
  boolean inTime(CycleId id);

  @SqlUpdate(
      """
      INSERT INTO decision (cycle_id, company_id, member_id, answer, reason, reason_text,
        plan_ordered, decided_at)
      VALUES (:id, :company, :member, :answer, :reason, :text, :planOrdered, UTC_TIMESTAMP(6))
      """)
  void insertDecision(
      CycleId id,
      CompanyId company,
      MemberId member,
      String answer,
      Decision.@Nullable Reason reason,
      @Nullable String text,
      boolean planOrdered);

  @SqlUpdate(
      """
      UPDATE cycle
      SET state = :state, closed_at = UTC_TIMESTAMP(6), closed_by = :closedBy, cause = :cause,
        exchange_id = :exchange
      WHERE cycle_id = :id AND state = 'PROPOSED'
      """)
  int close(
      CycleId id,
      Cycle.State state,
      @Nullable CompanyId closedBy,
      Cycle.@Nullable Cause cause,
      @Nullable ExchangeId exchange);

  @SqlUpdate("INSERT INTO cycle_withdrawn_by (cycle_id, company_id) VALUES (:id, :company)")
  void insertWithdrawnBy(CycleId id, CompanyId company);

  @SqlQuery(
      """
      SELECT cycle_id
      FROM cycle
      WHERE state = 'PROPOSED' AND deadline <= UTC_TIMESTAMP(6)
      ORDER BY deadline, cycle_id
      LIMIT :most
      """)
  List<CycleId> overdue(int most);

  @SqlQuery(
      """
      SELECT cycle_id
      FROM cycle
      WHERE state = 'PROPOSED' AND reminded_at IS NULL
        AND deadline > UTC_TIMESTAMP(6)
        AND deadline <= UTC_TIMESTAMP(6) + INTERVAL :hours HOUR
        AND created_at <= UTC_TIMESTAMP(6) - INTERVAL 1 HOUR
      ORDER BY deadline, cycle_id
      LIMIT :most
      """)
  List<CycleId> nearDeadline(int hours, int most);

  @SqlUpdate(
      """
      UPDATE cycle
      SET reminded_at = UTC_TIMESTAMP(6)
      WHERE cycle_id = :id AND state = 'PROPOSED' AND reminded_at IS NULL
      """)
  int markReminded(CycleId id);

  @SqlQuery(
      """
      SELECT DISTINCT c.cycle_id
      FROM cycle c
      JOIN cycle_leg l ON l.cycle_id = c.cycle_id
      WHERE c.state = 'PROPOSED' AND (l.offer_id = :listing OR l.need_id = :listing)
      ORDER BY c.cycle_id
      """)
  List<CycleId> proposedWith(ListingId listing);
}
