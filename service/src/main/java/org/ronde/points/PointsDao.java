package org.ronde.points;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.BindMethodsList;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.MemberId;

/** The ledger: written by {@link Ledger}, read by all. */
interface PointsDao {
  /** A reason and the entry it explains. */
  record Reason(long entryId, String reason) {}

  /** A member whose row is locked, and the database's time. */
  record Locked(MemberId memberId, Instant at) {}

  /** A member and how boards show them. */
  record Shown(MemberId memberId, Appearances.Kind appearance, @Nullable String alias) {}

  String COLUMNS =
      """
      SELECT e.entry_id, e.kind, e.cause_kind, e.cause_id, e.rules_version, e.member_id, e.points,
             e.worth, e.award_id, e.reverses_id, e.level, e.validator_id, e.effective_at,
             e.recorded_at, e.zone_id, e.acted_on, e.activity_id, e.company_id, e.departement,
             e.eligible, e.difficulty, e.first_of_activity, e.new_opponent, e.personal_best,
             e.weeks_in_a_row
      FROM points_entry e
      """;

  /** Only what others may know: sealed, and not veiled. */
  String SHOWN =
      """
      JOIN points_seal s ON s.entry_id = e.entry_id
      LEFT JOIN points_veiled v ON v.entry_id = e.entry_id
      """;

  /** Those whose row there is. */
  @SqlQuery(
      """
      SELECT member_id, UTC_TIMESTAMP(6) AS at
      FROM points_member
      WHERE member_id IN (<members>)
      ORDER BY member_id
      FOR UPDATE
      """)
  List<Locked> lock(@BindList Collection<MemberId> members);

  @SqlBatch(
      """
      INSERT INTO points_member (member_id) VALUES (:members)
      ON DUPLICATE KEY UPDATE member_id = VALUES(member_id)
      """)
  void open(Collection<MemberId> members);

  @SqlBatch(
      """
      INSERT INTO points_entry
        (kind, cause_kind, cause_id, rules_version, member_id, points, worth, award_id, reverses_id,
         level, validator_id, effective_at, recorded_at, zone_id, acted_on, activity_id, company_id,
         departement, eligible, difficulty, first_of_activity, new_opponent, personal_best,
         weeks_in_a_row)
      VALUES
        (:kind, :causeKind, :causeId, :rulesVersion, :memberId, :points, :worth, :awardId,
         :reversesId, :level, :validatorId, :effectiveAt, :recordedAt, :zoneId, :actedOn,
         :activityId, :companyId, :departement, :eligible, :difficulty, :firstOfActivity,
         :newOpponent, :personalBest, :weeksInARow)
      """)
  @GetGeneratedKeys("entry_id")
  List<Long> insert(@BindMethods List<Line> lines);

  @SqlBatch("INSERT INTO points_pending (entry_id) VALUES (:entries)")
  void pend(List<Long> entries);

  @SqlUpdate("INSERT INTO points_reason (entry_id, reason) VALUES (:entry, :reason)")
  void explain(long entry, String reason);

  /** What members did in a time, and the awards of these causes whenever; some lines come twice. */
  @SqlQuery(
      COLUMNS
          + """
          WHERE e.member_id IN (<members>) AND e.effective_at >= :from AND e.effective_at < :to
          UNION ALL
          """
          + COLUMNS
          + "WHERE (e.cause_id, e.member_id) IN (<told>) AND e.award = 1")
  List<Line> near(
      @BindList Collection<MemberId> members,
      Instant from,
      Instant to,
      @BindMethodsList(methodNames = {"causeId", "memberId"}) Collection<Line> told);

  @SqlQuery(COLUMNS + "WHERE e.member_id = :member ORDER BY e.entry_id")
  List<Line> of(MemberId member);

  @SqlQuery(
      COLUMNS
          + SHOWN
          + "WHERE e.member_id = :member AND v.entry_id IS NULL ORDER BY e.entry_id LIMIT :max")
  List<Line> shownOf(MemberId member, int max);

  @SqlQuery(COLUMNS + "WHERE e.cause_id = :cause AND e.cause_kind = :kind ORDER BY e.entry_id")
  List<Line> caused(Line.CauseId cause, String kind);

  @SqlQuery(
      COLUMNS
          + """
          WHERE e.kind = 'AWARD' AND e.rules_version <> :version
            AND e.effective_at >= :from AND e.effective_at < :to
            AND NOT EXISTS (SELECT 1 FROM points_entry r WHERE r.reverses_id = e.entry_id)
          ORDER BY e.member_id, e.entry_id
          """)
  List<Line> otherwiseScored(int version, Instant from, Instant to);

  @SqlQuery("SELECT COALESCE(SUM(points), 0) FROM points_entry WHERE member_id = :member")
  long balance(MemberId member);

  @SqlQuery(
      """
      SELECT COALESCE(SUM(e.points), 0)
      FROM points_entry e
      """
          + SHOWN
          + "WHERE e.member_id = :member AND v.entry_id IS NULL")
  long shownBalance(MemberId member);

  @SqlQuery(
      """
      SELECT COALESCE(SUM(e.points), 0)
      FROM points_veiled v
      JOIN points_entry e ON e.entry_id = v.entry_id
      WHERE e.member_id = :member
      """)
  long veiled(MemberId member);

  @SqlQuery("SELECT entry_id, reason FROM points_reason WHERE entry_id IN (<entries>)")
  List<Reason> reasons(@BindList Collection<Long> entries);

  @SqlQuery("SELECT member_id, appearance, alias FROM points_member WHERE member_id IN (<members>)")
  List<Shown> appearances(@BindList Collection<MemberId> members);

  @SqlUpdate(
      """
      INSERT INTO points_member (member_id, appearance, alias)
      VALUES (:member, :appearance, :alias)
      ON DUPLICATE KEY UPDATE appearance = VALUES(appearance), alias = VALUES(alias)
      """)
  void appear(MemberId member, Appearances.Kind appearance, @Nullable String alias);

  @SqlUpdate(
      """
      DELETE FROM points_reason
      WHERE entry_id IN (SELECT entry_id FROM points_entry WHERE member_id = :member)
      """)
  void forgetReasons(MemberId member);
}
