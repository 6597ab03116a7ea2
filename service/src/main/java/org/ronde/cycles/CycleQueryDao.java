package org.ronde.cycles;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ClearingId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.CycleId;
import org.ronde.ids.ExchangeId;
import org.ronde.ids.ListingId;

/** Reads cycles whole: a row, its legs, top-ups and answers. */
interface CycleQueryDao {
  /** One row of the table of cycles. */
  record Row(
      CycleId cycleId,
      @Nullable ClearingId clearingId,
      Cycle.State state,
      long valueCents,
      Instant createdAt,
      Instant deadline,
      @Nullable Instant closedAt,
      @Nullable CompanyId closedBy,
      Cycle.@Nullable Cause cause,
      @Nullable ExchangeId exchangeId) {}

  /** A leg and the cycle it is of. */
  record LegRow(
      CycleId cycleId,
      ListingId offerId,
      int offerRevision,
      String offerTitle,
      ListingId needId,
      int needRevision,
      String needTitle,
      CompanyId giver,
      CompanyId receiver,
      long quantity,
      String unit,
      long valueCents) {
    Cycle.Leg leg() {
      return new Cycle.Leg(
          offerId,
          offerRevision,
          offerTitle,
          needId,
          needRevision,
          needTitle,
          giver,
          receiver,
          quantity,
          unit,
          valueCents);
    }
  }

  /** A top-up and the cycle it is of. */
  record TopUpRow(CycleId cycleId, CompanyId payer, CompanyId payee, long amountCents) {
    Cycle.TopUp topUp() {
      return new Cycle.TopUp(payer, payee, amountCents);
    }
  }

  /** An answer and the cycle it is on. */
  record AnswerRow(
      CycleId cycleId,
      CompanyId companyId,
      boolean accepted,
      boolean planOrdered,
      Instant decidedAt) {
    Cycle.Answer answer() {
      return new Cycle.Answer(companyId, accepted, planOrdered, decidedAt);
    }
  }

  /** A refusal's reason, for the operator. */
  record ReasonRow(
      CycleId cycleId, CompanyId companyId, Decision.Reason reason, @Nullable String reasonText) {}

  default Optional<Cycle> find(CycleId id) {
    return cycles(List.of(id)).stream().findFirst();
  }

  /** The cycles with these ids, in their order; unknown ids are left out. */
  default List<Cycle> cycles(List<CycleId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var rows = rows(ids).stream().collect(toMap(Row::cycleId, Function.identity()));
    var legs = legs(ids).stream().collect(groupingBy(LegRow::cycleId));
    var topUps = topUps(ids).stream().collect(groupingBy(TopUpRow::cycleId));
    var answers = answers(ids).stream().collect(groupingBy(AnswerRow::cycleId));
    return ids.stream()
        .flatMap(id -> Stream.ofNullable(rows.get(id)))
        .map(
            row ->
                assemble(
                    row,
                    legs.getOrDefault(row.cycleId(), List.of()),
                    topUps.getOrDefault(row.cycleId(), List.of()),
                    answers.getOrDefault(row.cycleId(), List.of())))
        .toList();
  }

  private static Cycle assemble(
      Row row, List<LegRow> legs, List<TopUpRow> topUps, List<AnswerRow> answers) {
    return new Cycle(
        row.cycleId(),
        row.clearingId(),
        row.state(),
        row.valueCents(),
        row.createdAt(),
        row.deadline(),
        row.closedAt(),
        row.closedBy(),
        row.cause(),
        row.exchangeId(),
        legs.stream().map(LegRow::leg).toList(),
        topUps.stream().map(TopUpRow::topUp).toList(),
        answers.stream().map(AnswerRow::answer).toList());
  }

  @SqlQuery(
      """
      SELECT cycle_id, clearing_id, state, value_cents, created_at, deadline, closed_at, closed_by,
        cause, exchange_id
      FROM cycle
      WHERE cycle_id IN (<ids>)
      """)
  List<Row> rows(@BindList Collection<CycleId> ids);

  @SqlQuery(
      """
      SELECT cycle_id, offer_id, offer_revision, offer_title, need_id, need_revision, need_title,
        giver, receiver, quantity, unit, value_cents
      FROM cycle_leg
      WHERE cycle_id IN (<ids>)
      ORDER BY cycle_id, position
      """)
  List<LegRow> legs(@BindList Collection<CycleId> ids);

  @SqlQuery(
      """
      SELECT cycle_id, payer, payee, amount_cents
      FROM cycle_top_up
      WHERE cycle_id IN (<ids>)
      ORDER BY cycle_id, payer
      """)
  List<TopUpRow> topUps(@BindList Collection<CycleId> ids);

  @SqlQuery(
      """
      SELECT cycle_id, company_id, answer = 'ACCEPT' AS accepted, plan_ordered, decided_at
      FROM decision
      WHERE cycle_id IN (<ids>)
      ORDER BY cycle_id, decided_at
      """)
  List<AnswerRow> answers(@BindList Collection<CycleId> ids);

  @SqlQuery(
      """
      SELECT cycle_id, company_id, reason, reason_text
      FROM decision
      WHERE cycle_id IN (<ids>) AND answer = 'REFUSE'
      """)
  List<ReasonRow> reasons(@BindList Collection<CycleId> ids);

  @SqlQuery(
      """
      SELECT c.cycle_id
      FROM cycle_leg l
      JOIN cycle c ON c.cycle_id = l.cycle_id
      WHERE l.giver = :company
      ORDER BY c.state = 'PROPOSED' DESC,
        CASE WHEN c.state = 'PROPOSED' THEN c.deadline END,
        c.closed_at DESC, c.cycle_id
      LIMIT :most
      """)
  List<CycleId> idsOf(CompanyId company, int most);

  @SqlQuery(
      """
      SELECT cycle_id
      FROM cycle
      WHERE clearing_id = :clearing
      ORDER BY value_cents DESC, cycle_id
      """)
  List<CycleId> idsFoundBy(ClearingId clearing);

  /** Those that a company refused, or let run out, in the last days. */
  @SqlQuery(
      """
      SELECT cycle_id
      FROM cycle
      WHERE state IN ('REFUSED', 'EXPIRED') AND closed_at > UTC_TIMESTAMP(6) - INTERVAL :days DAY
      ORDER BY cycle_id
      """)
  List<CycleId> fallen(int days);

  @SqlQuery("SELECT cycle_id FROM cycle WHERE state = 'PROPOSED' ORDER BY cycle_id LIMIT :most")
  List<CycleId> proposed(int most);

  @SqlQuery(
      """
      SELECT COUNT(*)
      FROM cycle c
      JOIN cycle_leg l ON l.cycle_id = c.cycle_id
      LEFT JOIN decision d ON d.cycle_id = c.cycle_id AND d.company_id = l.giver
      WHERE l.giver = :company AND c.state = 'PROPOSED' AND d.company_id IS NULL
      """)
  long waitingFor(CompanyId company);

  @SqlQuery(
      """
      SELECT COUNT(DISTINCT c.cycle_id)
      FROM cycle c
      JOIN cycle_leg l ON l.cycle_id = c.cycle_id
      WHERE c.state = 'PROPOSED' AND c.cycle_id <> :id
        AND (l.offer_id = :offer OR l.need_id = :need)
      """)
  long othersWith(CycleId id, ListingId offer, ListingId need);
}
