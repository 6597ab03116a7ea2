package org.ronde.exchanges;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;
import org.ronde.ids.CycleId;
import org.ronde.ids.ExchangeId;
import org.ronde.ids.Id;
import org.ronde.ids.LegId;
import org.ronde.ids.ListingId;
import org.ronde.ids.MemberId;
import org.ronde.listings.Listing;

/** Exchanges, their legs, their top-ups and their story. */
interface ExchangesDao {
  /** An exchange without its legs. */
  record Head(
      ExchangeId exchangeId,
      CycleId cycleId,
      Exchange.State state,
      Instant openedAt,
      @Nullable Instant closedAt) {}

  /** A leg as it is stored. */
  record LegRow(
      LegId legId,
      ExchangeId exchangeId,
      int position,
      ListingId offerId,
      int offerRevision,
      String offerTitle,
      ListingId needId,
      int needRevision,
      String needTitle,
      Listing.Unit unit,
      CompanyId giverId,
      CompanyId receiverId,
      long quantity,
      long valueCents,
      LocalDate dueOn,
      LegState state,
      @Nullable Instant sentAt,
      @Nullable String sentNote,
      @Nullable Instant receivedAt) {}

  /** A top-up as it is stored. */
  record TopUpRow(
      ExchangeId exchangeId,
      CompanyId payerId,
      CompanyId payeeId,
      long amountCents,
      @Nullable Instant settledAt) {}

  /** What can happen to an exchange. */
  enum Event {
    OPENED,
    SENT,
    RECEIVED,
    TOP_UP_SETTLED,
    CLOSED
  }

  /** Identifies a line of the story. */
  record EventId(UUID value) implements Id {}

  @SqlQuery("SELECT UTC_DATE()")
  LocalDate today();

  @SqlUpdate(
      """
      INSERT INTO exchange (exchange_id, cycle_id, opened_at)
      VALUES (:id, :cycle, UTC_TIMESTAMP(6))
      """)
  void create(ExchangeId id, CycleId cycle);

  @SqlBatch(
      """
      INSERT INTO exchange_leg
        (leg_id, exchange_id, position, offer_id, offer_revision, offer_title, need_id,
         need_revision, need_title, unit, giver_id, receiver_id, quantity, value_cents, due_on)
      VALUES
        (:legId, :exchangeId, :position, :offerId, :offerRevision, :offerTitle, :needId,
         :needRevision, :needTitle, :unit, :giverId, :receiverId, :quantity, :valueCents, :dueOn)
      """)
  void createLegs(@BindMethods List<LegRow> legs);

  @SqlBatch(
      """
      INSERT INTO exchange_top_up (exchange_id, payer_id, payee_id, amount_cents)
      VALUES (:exchangeId, :payerId, :payeeId, :amountCents)
      """)
  void createTopUps(@BindMethods List<TopUpRow> topUps);

  @SqlUpdate(
      """
      INSERT INTO exchange_event (event_id, exchange_id, leg_id, kind, member_id, happened_at)
      VALUES (:id, :exchange, :leg, :kind, :member, UTC_TIMESTAMP(6))
      """)
  void append(
      EventId id, ExchangeId exchange, @Nullable LegId leg, Event kind, @Nullable MemberId member);

  @SqlQuery(
      """
      SELECT exchange_id, cycle_id, state, opened_at, closed_at
      FROM exchange
      WHERE exchange_id = :id
      """)
  Optional<Head> find(ExchangeId id);

  @SqlQuery(
      """
      SELECT exchange_id, cycle_id, state, opened_at, closed_at
      FROM exchange
      WHERE exchange_id = :id
      FOR UPDATE
      """)
  Optional<Head> lock(ExchangeId id);

  /** Open ones first, each part newest first. */
  @SqlQuery(
      """
      SELECT e.exchange_id, e.cycle_id, e.state, e.opened_at, e.closed_at
      FROM exchange e
      JOIN exchange_leg l ON l.exchange_id = e.exchange_id AND l.giver_id = :company
      ORDER BY e.state = 'OPEN' DESC, e.opened_at DESC, e.exchange_id DESC
      LIMIT :limit OFFSET :offset
      """)
  List<Head> page(CompanyId company, int limit, int offset);

  @SqlQuery("SELECT COUNT(*) FROM exchange_leg WHERE giver_id = :company")
  int count(CompanyId company);

  @SqlQuery(
      """
      SELECT COUNT(*)
      FROM exchange_leg l
      JOIN exchange e ON e.exchange_id = l.exchange_id
      WHERE (l.giver_id = :company OR l.receiver_id = :company) AND e.state = 'OPEN'
      """)
  int countOpen(CompanyId company);

  @SqlQuery("SELECT COUNT(*) FROM exchange")
  int count();

  @SqlQuery(
      """
      SELECT leg_id, exchange_id, position, offer_id, offer_revision, offer_title, need_id,
        need_revision, need_title, unit, giver_id, receiver_id, quantity, value_cents, due_on,
        state, sent_at, sent_note, received_at
      FROM exchange_leg
      WHERE exchange_id IN (<ids>)
      ORDER BY exchange_id, position
      """)
  List<LegRow> legs(@BindList Collection<ExchangeId> ids);

  @SqlQuery(
      """
      SELECT exchange_id, payer_id, payee_id, amount_cents, settled_at
      FROM exchange_top_up
      WHERE exchange_id IN (<ids>)
      ORDER BY exchange_id, payer_id, payee_id
      """)
  List<TopUpRow> topUps(@BindList Collection<ExchangeId> ids);

  @SqlUpdate(
      """
      UPDATE exchange_leg
      SET state = 'SENT', sent_at = UTC_TIMESTAMP(6), sent_by = :member, sent_note = :note
      WHERE leg_id = :id AND state = :from
      """)
  int markSent(LegId id, LegState from, MemberId member, @Nullable String note);

  @SqlUpdate(
      """
      UPDATE exchange_leg
      SET state = 'RECEIVED', received_at = UTC_TIMESTAMP(6), received_by = :member
      WHERE leg_id = :id AND state = :from
      """)
  int markReceived(LegId id, LegState from, MemberId member);

  @SqlUpdate(
      """
      UPDATE exchange_top_up
      SET settled_at = UTC_TIMESTAMP(6), settled_by = :member
      WHERE exchange_id = :exchange AND payer_id = :payer AND payee_id = :payee
        AND settled_at IS NULL
      """)
  int settle(ExchangeId exchange, CompanyId payer, CompanyId payee, MemberId member);

  @SqlUpdate(
      """
      UPDATE exchange
      SET state = 'CLOSED', closed_at = UTC_TIMESTAMP(6)
      WHERE exchange_id = :id AND state = 'OPEN'
        AND NOT EXISTS (
          SELECT 1 FROM exchange_leg WHERE exchange_id = :id AND state <> 'RECEIVED')
      """)
  int close(ExchangeId id);

  /** Legs nobody has sent, due in so many days or less and not reminded of yet; locked. */
  @SqlQuery(
      """
      SELECT leg_id, exchange_id, position, offer_id, offer_revision, offer_title, need_id,
        need_revision, need_title, unit, giver_id, receiver_id, quantity, value_cents, due_on,
        state, sent_at, sent_note, received_at
      FROM exchange_leg
      WHERE state = 'AGREED' AND reminded_at IS NULL
        AND due_on <= UTC_DATE() + INTERVAL :days DAY
      ORDER BY due_on, leg_id
      LIMIT :limit
      FOR UPDATE SKIP LOCKED
      """)
  List<LegRow> lockDue(int days, int limit);

  @SqlUpdate("UPDATE exchange_leg SET reminded_at = UTC_TIMESTAMP(6) WHERE leg_id IN (<ids>)")
  void markReminded(@BindList List<LegId> ids);
}
