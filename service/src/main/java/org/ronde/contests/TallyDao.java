package org.ronde.contests;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ActivityId;
import org.ronde.ids.ContestId;
import org.ronde.ids.MemberId;

/** What contests counted of the ledger. */
interface TallyDao {
  /** A member's part in a contest that may count what they do. */
  record Part(
      ContestId contestId,
      EntrantId entrantId,
      ContestState phase,
      int rulesVersion,
      String zone,
      Instant enteredAt,
      @Nullable Instant frozenAt) {}

  /** An entry of the ledger as a contest keeps it. */
  record Note(
      ContestId contestId,
      long entryId,
      EntrantId entrantId,
      long awardId,
      int points,
      int rulesVersion,
      int level,
      @Nullable ActivityId activityId,
      @Nullable MemberId voucherId,
      Instant effectiveAt,
      Instant recordedAt,
      boolean late) {}

  /** One counted entry. */
  record Point(
      EntrantId entrantId,
      long awardId,
      int points,
      int level,
      @Nullable ActivityId activityId,
      @Nullable MemberId voucherId,
      Instant effectiveAt) {}

  @SqlQuery(
      """
      SELECT c.contest_id, e.entrant_id, COALESCE(c.suspended_from, c.state) AS phase,
        c.rules_version, e.zone, e.entered_at, c.frozen_at
      FROM contest_entrant e
      JOIN contest c ON c.contest_id = e.contest_id
      WHERE e.member_id = :member AND e.withdrawn_at IS NULL AND e.struck_at IS NULL
        AND c.state NOT IN ('DRAFT', 'VOID', 'ARCHIVED')
      ORDER BY c.contest_id
      """)
  List<Part> parts(MemberId member);

  @SqlQuery("SELECT terms FROM contest WHERE contest_id = :contest")
  String terms(ContestId contest);

  @SqlQuery("SELECT EXISTS (SELECT 1 FROM contest_prize WHERE contest_id IN (<contests>))")
  boolean anyPrize(@BindList List<ContestId> contests);

  /** Once an entry; what the schema refuses is an error, which IGNORE would swallow as well. */
  @SqlUpdate(
      """
      INSERT INTO contest_point
        (contest_id, entry_id, entrant_id, award_id, points, rules_version, level, activity_id,
         voucher_id, effective_at, recorded_at, late)
      SELECT :contestId, :entryId, :entrantId, :awardId, :points, :rulesVersion, :level,
        :activityId, :voucherId, :effectiveAt, :recordedAt, :late
      FROM DUAL
      WHERE NOT EXISTS (
        SELECT 1 FROM contest_point WHERE contest_id = :contestId AND entry_id = :entryId)
      """)
  void note(@BindMethods Note note);

  /** What counts for the result: of one version of the points' rules, and not late. */
  @SqlQuery(
      """
      SELECT entrant_id, award_id, points, level, activity_id, voucher_id, effective_at
      FROM contest_point
      WHERE contest_id = :contest AND late = FALSE AND rules_version = :rulesVersion
      ORDER BY entrant_id, effective_at, entry_id
      """)
  List<Point> points(ContestId contest, int rulesVersion);

  /** What came too late for a contest: the points beside it, by entrant. */
  record Beside(EntrantId entrantId, String pseudonym, long points) {}

  @SqlQuery(
      """
      SELECT p.entrant_id, e.pseudonym, CAST(SUM(p.points) AS SIGNED) AS points
      FROM contest_point p
      JOIN contest_entrant e ON e.entrant_id = p.entrant_id
      WHERE p.contest_id = :contest AND p.late = TRUE
      GROUP BY p.entrant_id, e.pseudonym
      ORDER BY p.entrant_id
      """)
  List<Beside> beside(ContestId contest);

  /** A member's own counted points, frozen or not: theirs to know. */
  @SqlQuery(
      """
      SELECT CAST(COALESCE(SUM(points), 0) AS SIGNED)
      FROM contest_point
      WHERE contest_id = :contest AND entrant_id = :entrant AND late = FALSE
        AND rules_version = :rulesVersion
      """)
  long own(ContestId contest, EntrantId entrant, int rulesVersion);
}
