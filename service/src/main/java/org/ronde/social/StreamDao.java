package org.ronde.social;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ActivityId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.CommentId;
import org.ronde.ids.HappeningId;
import org.ronde.ids.MemberId;

/** What happened, who applauded it, and what was said about it. */
interface StreamDao {
  /** What happened, with its counts and whether the reader applauded. */
  record Row(
      HappeningId happeningId,
      Happening.Kind kind,
      MemberId memberId,
      ChallengeId challengeId,
      ActivityId activityId,
      String title,
      Instant happenedAt,
      long applause,
      long comments,
      boolean applauded) {}

  /** A comment as it is stored. */
  record CommentRow(
      CommentId commentId,
      HappeningId happeningId,
      MemberId memberId,
      String words,
      Instant saidAt,
      boolean hidden) {}

  @SqlUpdate(
      """
      INSERT INTO happening
        (happening_id, kind, member_id, challenge_id, activity_id, title, open_to_all, happened_at)
      VALUES (:id, :kind, :member, :challenge, :activity, :title, :open, UTC_TIMESTAMP(6))
      """)
  void put(
      HappeningId id,
      Happening.Kind kind,
      MemberId member,
      ChallengeId challenge,
      ActivityId activity,
      String title,
      boolean open);

  @SqlBatch("INSERT INTO happening_person (happening_id, member_id) VALUES (:id, :people)")
  void putPeople(HappeningId id, Collection<MemberId> people);

  @SqlUpdate(
      """
      UPDATE happening
      SET hidden = TRUE
      WHERE challenge_id = :challenge AND kind = 'VALIDATED' AND member_id = :member
      """)
  void revoke(ChallengeId challenge, MemberId member);

  @SqlUpdate("UPDATE happening SET hidden = TRUE WHERE challenge_id = :challenge")
  void hide(ChallengeId challenge);

  /** Around a member: by the circle or with the member in it, as far as the member may see. */
  @SqlQuery(
      """
      SELECT h.happening_id, h.kind, h.member_id, h.challenge_id, h.activity_id, h.title,
        h.happened_at,
        (SELECT COUNT(*) FROM applause a WHERE a.happening_id = h.happening_id) AS applause,
        (SELECT COUNT(*) FROM happening_comment c
         WHERE c.happening_id = h.happening_id AND c.removed_at IS NULL AND NOT c.hidden)
          AS comments,
        EXISTS (SELECT 1 FROM applause a
          WHERE a.happening_id = h.happening_id AND a.member_id = :reader) AS applauded
      FROM happening h
      LEFT JOIN happening_person p ON p.happening_id = h.happening_id AND p.member_id = :reader
      WHERE NOT h.hidden
        AND (:before IS NULL OR h.happening_id < :before)
        AND (p.member_id IS NOT NULL OR (h.open_to_all AND h.member_id IN (<circle>)))
      ORDER BY h.happening_id DESC
      LIMIT :limit
      """)
  List<Row> around(
      MemberId reader,
      @BindList Collection<MemberId> circle,
      @Nullable HappeningId before,
      int limit);

  /** Everything that is open to all. */
  @SqlQuery(
      """
      SELECT h.happening_id, h.kind, h.member_id, h.challenge_id, h.activity_id, h.title,
        h.happened_at,
        (SELECT COUNT(*) FROM applause a WHERE a.happening_id = h.happening_id) AS applause,
        (SELECT COUNT(*) FROM happening_comment c
         WHERE c.happening_id = h.happening_id AND c.removed_at IS NULL AND NOT c.hidden)
          AS comments,
        EXISTS (SELECT 1 FROM applause a
          WHERE a.happening_id = h.happening_id AND a.member_id = :reader) AS applauded
      FROM happening h
      WHERE h.open_to_all AND NOT h.hidden
        AND (:before IS NULL OR h.happening_id < :before)
      ORDER BY h.happening_id DESC
      LIMIT :limit
      """)
  List<Row> everywhere(MemberId reader, @Nullable HappeningId before, int limit);

  /** One of them, if the reader may see it; officers see all, to judge what is reported. */
  @SqlQuery(
      """
      SELECT h.happening_id, h.kind, h.member_id, h.challenge_id, h.activity_id, h.title,
        h.happened_at,
        (SELECT COUNT(*) FROM applause a WHERE a.happening_id = h.happening_id) AS applause,
        (SELECT COUNT(*) FROM happening_comment c
         WHERE c.happening_id = h.happening_id AND c.removed_at IS NULL AND NOT c.hidden)
          AS comments,
        EXISTS (SELECT 1 FROM applause a
          WHERE a.happening_id = h.happening_id AND a.member_id = :reader) AS applauded
      FROM happening h
      LEFT JOIN happening_person p ON p.happening_id = h.happening_id AND p.member_id = :reader
      WHERE h.happening_id = :id AND NOT h.hidden
        AND (:officer OR h.open_to_all OR p.member_id IS NOT NULL)
      """)
  Optional<Row> find(MemberId reader, boolean officer, HappeningId id);

  @SqlUpdate(
      """
      INSERT IGNORE INTO applause (happening_id, member_id, given_at)
      VALUES (:id, :member, UTC_TIMESTAMP(6))
      """)
  int applaud(HappeningId id, MemberId member);

  @SqlUpdate("DELETE FROM applause WHERE happening_id = :id AND member_id = :member")
  int hush(HappeningId id, MemberId member);

  @SqlUpdate(
      """
      INSERT INTO happening_comment (comment_id, happening_id, member_id, words, said_at)
      VALUES (:id, :happening, :member, :words, UTC_TIMESTAMP(6))
      """)
  void comment(CommentId id, HappeningId happening, MemberId member, String words);

  /** Those that were not taken back, hidden ones too. */
  @SqlQuery(
      """
      SELECT comment_id, happening_id, member_id, words, said_at, hidden
      FROM happening_comment
      WHERE happening_id = :id AND removed_at IS NULL
      ORDER BY comment_id
      LIMIT 500
      """)
  List<CommentRow> comments(HappeningId id);

  @SqlQuery(
      """
      SELECT comment_id, happening_id, member_id, words, said_at, hidden
      FROM happening_comment
      WHERE comment_id = :id AND removed_at IS NULL
      """)
  Optional<CommentRow> findComment(CommentId id);

  @SqlUpdate(
      """
      UPDATE happening_comment
      SET removed_at = UTC_TIMESTAMP(6), words = ''
      WHERE comment_id = :id AND member_id = :member AND removed_at IS NULL
      """)
  int removeComment(CommentId id, MemberId member);

  @SqlUpdate("UPDATE happening_comment SET hidden = :hidden WHERE comment_id = :id")
  void hideComment(CommentId id, boolean hidden);

  @SqlQuery(
      """
      SELECT COUNT(*)
      FROM happening_comment
      WHERE member_id = :member AND said_at > UTC_TIMESTAMP(6) - INTERVAL 1 DAY
      """)
  int commentedToday(MemberId member);

  @SqlUpdate(
      """
      UPDATE happening_comment
      SET removed_at = UTC_TIMESTAMP(6), words = ''
      WHERE member_id = :member AND removed_at IS NULL
      """)
  void forgetComments(MemberId member);

  @SqlUpdate("DELETE FROM applause WHERE member_id = :member")
  void forgetApplause(MemberId member);

  @SqlUpdate("UPDATE happening SET hidden = TRUE WHERE member_id = :member")
  void forgetHappenings(MemberId member);
}
