package org.ronde.disputes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.MemberId;
import org.ronde.ids.ReportId;

/** Reports, and what became of the things reported. */
interface ReportDao {
  /** A thing reported, as it is stored. */
  record Row(
      String subjectKind,
      UUID subjectId,
      String title,
      String path,
      MemberId authorId,
      Reports.State state,
      int looks,
      @Nullable Instant waitingSince,
      @Nullable MemberId officerId,
      @Nullable String reason,
      @Nullable String plea,
      @Nullable Instant decidedAt) {}

  /** One member's report. */
  record ReportRow(
      String subjectKind,
      UUID subjectId,
      MemberId reporterId,
      Reports.Reason reason,
      String words,
      Instant reportedAt) {}

  @SqlUpdate(
      """
      INSERT IGNORE INTO moderation
        (subject_kind, subject_id, title, path, author_id, state, waiting_since)
      VALUES (:kind, :id, :title, :path, :author, 'WAITING', UTC_TIMESTAMP(6))
      """)
  void begin(String kind, UUID id, String title, String path, MemberId author);

  @SqlUpdate(
      """
      INSERT INTO report
        (report_id, subject_kind, subject_id, reporter_id, reason, words, reported_at)
      VALUES (:id, :kind, :subject, :reporter, :reason, :words, UTC_TIMESTAMP(6))
      ON DUPLICATE KEY UPDATE reason = :reason, words = :words
      """)
  int report(
      ReportId id,
      String kind,
      UUID subject,
      MemberId reporter,
      Reports.Reason reason,
      String words);

  @SqlQuery(
      """
      SELECT subject_kind, subject_id, title, path, author_id, state, looks, waiting_since,
        officer_id, reason, plea, decided_at
      FROM moderation
      WHERE subject_kind = :kind AND subject_id = :id
      FOR UPDATE
      """)
  Optional<Row> lock(String kind, UUID id);

  @SqlQuery(
      """
      SELECT subject_kind, subject_id, title, path, author_id, state, looks, waiting_since,
        officer_id, reason, plea, decided_at
      FROM moderation
      WHERE subject_kind = :kind AND subject_id = :id
      """)
  Optional<Row> find(String kind, UUID id);

  /** Second looks first, then the longest waiting. */
  @SqlQuery(
      """
      SELECT subject_kind, subject_id, title, path, author_id, state, looks, waiting_since,
        officer_id, reason, plea, decided_at
      FROM moderation
      WHERE state IN ('WAITING', 'SECOND_LOOK')
      ORDER BY state = 'SECOND_LOOK' DESC, waiting_since, subject_id
      LIMIT 100
      """)
  List<Row> waiting();

  @SqlQuery("SELECT COUNT(*) FROM moderation WHERE state IN ('WAITING', 'SECOND_LOOK')")
  long countWaiting();

  @SqlQuery(
      """
      SELECT subject_kind, subject_id, reporter_id, reason, words, reported_at
      FROM report
      WHERE subject_kind = :kind AND subject_id = :id
      ORDER BY reported_at, report_id
      """)
  List<ReportRow> reports(String kind, UUID id);

  /** The reports of all that waits. */
  @SqlQuery(
      """
      SELECT r.subject_kind, r.subject_id, r.reporter_id, r.reason, r.words, r.reported_at
      FROM report r
      JOIN moderation m ON m.subject_kind = r.subject_kind AND m.subject_id = r.subject_id
      WHERE m.state IN ('WAITING', 'SECOND_LOOK')
      ORDER BY r.reported_at, r.report_id
      """)
  List<ReportRow> ofWaiting();

  @SqlUpdate(
      """
      UPDATE moderation
      SET state = 'WAITING', waiting_since = UTC_TIMESTAMP(6)
      WHERE subject_kind = :kind AND subject_id = :id AND state = 'LEFT'
      """)
  int wakeUp(String kind, UUID id);

  @SqlUpdate(
      """
      UPDATE moderation
      SET state = :state, looks = looks + 1, waiting_since = NULL, officer_id = :officer,
        reason = :reason, decided_at = UTC_TIMESTAMP(6)
      WHERE subject_kind = :kind AND subject_id = :id AND state IN ('WAITING', 'SECOND_LOOK')
      """)
  int decide(String kind, UUID id, Reports.State state, MemberId officer, String reason);

  /** Once, within the time, by the database's clock. */
  @SqlUpdate(
      """
      UPDATE moderation
      SET state = 'SECOND_LOOK', waiting_since = UTC_TIMESTAMP(6), plea = :plea
      WHERE subject_kind = :kind AND subject_id = :id AND state = 'HIDDEN' AND plea IS NULL
        AND UTC_TIMESTAMP(6) < decided_at + INTERVAL :days DAY
      """)
  int plead(String kind, UUID id, String plea, int days);
}
