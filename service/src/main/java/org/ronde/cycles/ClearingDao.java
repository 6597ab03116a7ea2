package org.ronde.cycles;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ClearingId;
import org.ronde.ids.MemberId;
import org.ronde.matching.Phase;
import org.ronde.matching.Progress;
import org.ronde.matching.Status;

/** Runs of the engine. Unique keys let one wait and one run; every write asks for the state. */
interface ClearingDao {
  /** One row of the table. */
  record Row(
      ClearingId clearingId,
      Clearing.State state,
      Clearing.Cause cause,
      boolean trial,
      @Nullable MemberId requestedBy,
      Instant requestedAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      boolean stopAsked,
      Clearing.@Nullable Failure failure,
      @Nullable String failureText,
      @Nullable Phase phase,
      int percent,
      long valueCents,
      long expectedCents,
      @Nullable Long expectedBoundCents,
      long cyclesFound,
      long cyclesProposed,
      long cyclesKnown,
      long cyclesDropped,
      @Nullable String snapshotHash,
      @Nullable Integer companies,
      @Nullable Integer offers,
      @Nullable Integer needs,
      long seed,
      int cycleLengthMax,
      long stepsMax,
      long solveMillisMax,
      @Nullable Long steps,
      @Nullable Status status,
      @Nullable Boolean stoppedByClock,
      @Nullable Long boundCents,
      @Nullable Long candidates,
      @Nullable Boolean candidatesCut,
      @Nullable Long arcsWouldTake,
      @Nullable Long arcsAsk,
      @Nullable Long arcsNever,
      @Nullable Long planCycles,
      @Nullable Long planCompanies,
      @Nullable Long planValueCents) {

    Clearing clearing() {
      return new Clearing(
          clearingId,
          state,
          cause,
          new Clearing.Asked(trial, cycleLengthMax, stepsMax, solveMillisMax, seed),
          requestedBy,
          requestedAt,
          startedAt,
          finishedAt,
          stopAsked,
          failure,
          failureText,
          phase,
          percent,
          valueCents,
          expectedCents,
          expectedBoundCents,
          cyclesFound,
          cyclesProposed,
          cyclesKnown,
          cyclesDropped,
          result());
    }

    private Clearing.@Nullable Result result() {
      if (snapshotHash == null
          || companies == null
          || offers == null
          || needs == null
          || steps == null
          || status == null
          || stoppedByClock == null
          || candidates == null
          || candidatesCut == null
          || arcsWouldTake == null
          || arcsAsk == null
          || arcsNever == null
          || planCycles == null
          || planCompanies == null
          || planValueCents == null) {
        return null;
      }
      return new Clearing.Result(
          snapshotHash,
          companies,
          offers,
          needs,
          steps,
          status,
          stoppedByClock,
          boundCents,
          candidates,
          candidatesCut,
          arcsWouldTake,
          arcsAsk,
          arcsNever,
          planCycles,
          planCompanies,
          planValueCents);
    }
  }

  String CLEARING =
      """
      SELECT clearing_id, state, cause, trial, requested_by, requested_at, started_at, finished_at,
        stop_asked, failure, failure_text, phase, percent, value_cents, expected_cents,
        expected_bound_cents, cycles_found, cycles_proposed, cycles_known, cycles_dropped, snapshot_hash, companies, offers, needs,
        seed, cycle_length_max, steps_max, solve_millis_max, steps, status, stopped_by_clock,
        bound_cents, candidates, candidates_cut, arcs_would_take, arcs_ask, arcs_never,
        plan_cycles, plan_companies, plan_value_cents
      FROM clearing
      """;

  /** 0 rows when one waits already. */
  @SqlUpdate(
      """
      INSERT IGNORE INTO clearing
        (clearing_id, state, cause, requested_by, requested_at, trial, cycle_length_max, steps_max,
         solve_millis_max, seed)
      VALUES
        (:id, 'QUEUED', :cause, :requestedBy, UTC_TIMESTAMP(6), :trial, :cycleLengthMax, :stepsMax,
         :solveMillisMax, :seed)
      """)
  int queue(
      ClearingId id,
      Clearing.Cause cause,
      @Nullable MemberId requestedBy,
      @BindMethods Clearing.Asked asked);

  @SqlQuery("SELECT clearing_id FROM clearing WHERE waiting = 1")
  Optional<ClearingId> findQueued();

  @SqlQuery("SELECT clearing_id FROM clearing WHERE running = 1")
  Optional<ClearingId> findRunning();

  @SqlQuery(
      """
      SELECT clearing_id
      FROM clearing
      WHERE running = 1 AND heard_at < UTC_TIMESTAMP(6) - INTERVAL :seconds SECOND
      """)
  Optional<ClearingId> findSilent(long seconds);

  /** Fails on the unique key when another one runs. */
  @SqlUpdate(
      """
      UPDATE clearing
      SET state = 'RUNNING', started_at = UTC_TIMESTAMP(6), heard_at = UTC_TIMESTAMP(6)
      WHERE clearing_id = :id AND state = 'QUEUED'
      """)
  int start(ClearingId id);

  @SqlUpdate(
      """
      UPDATE clearing
      SET heard_at = UTC_TIMESTAMP(6), phase = :phase, percent = :percent,
        value_cents = :valueCents, expected_cents = :expectedCents,
        expected_bound_cents = :expectedBoundCents, cycles_found = :cycles
      WHERE clearing_id = :id AND state = 'RUNNING'
      """)
  int hear(ClearingId id, @BindMethods Progress.Standing standing);

  @SqlUpdate(
      """
      INSERT IGNORE INTO clearing_moment
        (clearing_id, millis, phase, value_cents, expected_cents, expected_bound_cents)
      VALUES (:id, :millis, :phase, :valueCents, :expectedCents, :expectedBoundCents)
      """)
  void keep(ClearingId id, @BindMethods Clearing.Moment moment);

  @SqlQuery(
      """
      SELECT millis, phase, value_cents, expected_cents, expected_bound_cents
      FROM clearing_moment
      WHERE clearing_id = :id
      ORDER BY millis
      """)
  List<Clearing.Moment> moments(ClearingId id);

  /** Locks the row, so that a run taken for dead proposes nothing more. */
  @SqlQuery(
      """
      SELECT clearing_id
      FROM clearing
      WHERE clearing_id = :id AND state = 'RUNNING' AND NOT stop_asked
      FOR UPDATE
      """)
  Optional<ClearingId> lockRunning(ClearingId id);

  /** A sign of life; 0 rows when the run is over or is to stop. */
  @SqlUpdate(
      """
      UPDATE clearing
      SET heard_at = UTC_TIMESTAMP(6)
      WHERE clearing_id = :id AND state = 'RUNNING' AND NOT stop_asked
      """)
  int goOn(ClearingId id);

  @SqlUpdate(
      """
      UPDATE clearing
      SET heard_at = UTC_TIMESTAMP(6), cycles_proposed = cycles_proposed + :proposed,
        cycles_known = cycles_known + :known, cycles_dropped = cycles_dropped + :dropped
      WHERE clearing_id = :id AND state = 'RUNNING'
      """)
  int count(ClearingId id, int proposed, int known, int dropped);

  @SqlUpdate(
      """
      UPDATE clearing
      SET heard_at = UTC_TIMESTAMP(6), value_cents = :valueCents, expected_cents = :expectedCents,
        expected_bound_cents = :expectedBoundCents, cycles_found = :cyclesFound,
        snapshot_hash = :snapshotHash, companies = :companies, offers = :offers, needs = :needs,
        steps = :steps, status = :status, stopped_by_clock = :stoppedByClock, bound_cents = :boundCents, candidates = :candidates,
        candidates_cut = :candidatesCut, arcs_would_take = :arcsWouldTake, arcs_ask = :arcsAsk,
        arcs_never = :arcsNever, plan_cycles = :planCycles, plan_companies = :planCompanies,
        plan_value_cents = :planValueCents
      WHERE clearing_id = :id AND state = 'RUNNING'
      """)
  int keepResult(
      ClearingId id,
      long valueCents,
      long expectedCents,
      @Nullable Long expectedBoundCents,
      long cyclesFound,
      @BindMethods Clearing.Result result);

  @SqlUpdate(
      """
      INSERT INTO clearing_score (clearing_id, position, rule, level, weight, times)
      VALUES (:id, :position, :rule, :level, :weight, :times)
      """)
  void insertScore(ClearingId id, int position, @BindMethods Clearing.ScoreLine line);

  @SqlUpdate(
      """
      INSERT INTO clearing_record (clearing_id, market, manifest)
      VALUES (:id, :market, :manifest)
      """)
  void keep(ClearingId id, byte[] market, String manifest);

  /** The first of the latest; numbers grow with time. */
  @SqlQuery(
      """
      SELECT clearing_id
      FROM clearing_record
      ORDER BY clearing_id DESC
      LIMIT 1 OFFSET :others
      """)
  Optional<ClearingId> findRecordBefore(int others);

  @SqlUpdate("DELETE FROM clearing_record WHERE clearing_id < :id")
  void forgetRecordsBefore(ClearingId id);

  @SqlQuery("SELECT market FROM clearing_record WHERE clearing_id = :id")
  Optional<byte[]> findMarket(ClearingId id);

  @SqlQuery("SELECT manifest FROM clearing_record WHERE clearing_id = :id")
  Optional<String> findManifest(ClearingId id);

  @SqlUpdate(
      """
      UPDATE clearing
      SET state = 'DONE', percent = 100, finished_at = UTC_TIMESTAMP(6)
      WHERE clearing_id = :id AND state = 'RUNNING'
      """)
  int finish(ClearingId id);

  @SqlUpdate(
      """
      UPDATE clearing
      SET state = 'FAILED', failure = :failure, failure_text = :text,
        finished_at = UTC_TIMESTAMP(6)
      WHERE clearing_id = :id AND state IN ('QUEUED', 'RUNNING')
      """)
  int fail(ClearingId id, Clearing.Failure failure, @Nullable String text);

  @SqlUpdate(
      """
      UPDATE clearing
      SET stop_asked = TRUE
      WHERE clearing_id = :id AND state = 'RUNNING'
      """)
  int askToStop(ClearingId id);

  @SqlQuery(CLEARING + "WHERE clearing_id = :id")
  Optional<Row> find(ClearingId id);

  /** By number, those that there are. */
  @SqlQuery(CLEARING + "WHERE clearing_id IN (<ids>)")
  List<Row> find(@BindList Collection<ClearingId> ids);

  @SqlQuery(CLEARING + "ORDER BY requested_at DESC, clearing_id DESC LIMIT :most")
  List<Row> latest(int most);

  @SqlQuery(
      """
      SELECT rule, level, weight, times
      FROM clearing_score
      WHERE clearing_id = :id
      ORDER BY position
      """)
  List<Clearing.ScoreLine> score(ClearingId id);
}
