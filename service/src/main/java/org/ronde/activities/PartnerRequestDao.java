package org.ronde.activities;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ActivityId;
import org.ronde.ids.MemberId;
import org.ronde.ids.PartnerRequestId;

/** Who asked whom to play. */
@RegisterConstructorMapper(PartnerRequestDao.Row.class)
interface PartnerRequestDao {
  /** A request as the table holds it. */
  record Row(
      PartnerRequestId requestId,
      MemberId askerId,
      MemberId askedId,
      ActivityId activityId,
      String word,
      PartnerRequest.State state,
      @Nullable String answer,
      Instant askedAt,
      @Nullable Instant answeredAt,
      boolean hidden) {}

  String ROW =
      """
      SELECT request_id, asker_id, asked_id, activity_id, word, state, answer, asked_at,
             answered_at, hidden
      FROM partner_request
      """;

  @SqlQuery(ROW + "WHERE request_id = :id")
  Optional<Row> find(PartnerRequestId id);

  @SqlQuery(
      ROW
          + """
          WHERE asked_id = :member AND hidden = FALSE
          ORDER BY asked_at DESC, request_id DESC
          LIMIT :max
          """)
  List<Row> got(MemberId member, int max);

  @SqlQuery(ROW + "WHERE asker_id = :member ORDER BY asked_at DESC, request_id DESC LIMIT :max")
  List<Row> sent(MemberId member, int max);

  /** Who said yes to this member, or got a yes from them. */
  @SqlQuery(
      """
      SELECT asked_id FROM partner_request WHERE asker_id = :member AND state = 'ACCEPTED'
      UNION
      SELECT asker_id FROM partner_request WHERE asked_id = :member AND state = 'ACCEPTED'
      """)
  List<MemberId> partners(MemberId member);

  @SqlQuery(
      """
      SELECT COUNT(*)
      FROM partner_request
      WHERE asker_id = :asker AND asked_at > UTC_TIMESTAMP(6) - INTERVAL 1 DAY
      """)
  int sentToday(MemberId asker);

  /** Whether the same was declined not long ago. */
  @SqlQuery(
      """
      SELECT EXISTS (
        SELECT 1
        FROM partner_request
        WHERE asker_id = :asker AND asked_id = :asked AND activity_id = :activity
          AND state = 'DECLINED'
          AND answered_at > UTC_TIMESTAMP(6) - INTERVAL :declinedDays DAY)
      """)
  boolean declined(MemberId asker, MemberId asked, ActivityId activity, int declinedDays);

  /** Whether somebody practises it and may be found. */
  @SqlQuery(
      """
      SELECT EXISTS (
        SELECT 1
        FROM practice
        WHERE member_id = :member AND activity_id = :activity AND findable = TRUE)
      """)
  boolean findable(MemberId member, ActivityId activity);

  /**
   * Where the same waits already, the unique key leaves it as it is; the caller sees by the id
   * whether this one was written.
   */
  @SqlUpdate(
      """
      INSERT INTO partner_request (request_id, asker_id, asked_id, activity_id, word, asked_at)
      VALUES (:id, :asker, :asked, :activity, :word, UTC_TIMESTAMP(6))
      ON DUPLICATE KEY UPDATE word = partner_request.word
      """)
  void insert(
      PartnerRequestId id, MemberId asker, MemberId asked, ActivityId activity, String word);

  @SqlUpdate(
      """
      UPDATE partner_request
      SET state = :state, waiting = NULL, answer = :answer, answered_at = UTC_TIMESTAMP(6)
      WHERE request_id = :id AND asked_id = :asked AND waiting = TRUE
      """)
  int answer(PartnerRequestId id, MemberId asked, PartnerRequest.State state, String answer);

  @SqlUpdate("UPDATE partner_request SET hidden = :hidden WHERE request_id = :id")
  void hide(PartnerRequestId id, boolean hidden);

  @SqlUpdate("DELETE FROM partner_request WHERE asker_id = :member")
  void forgetSent(MemberId member);

  @SqlUpdate("DELETE FROM partner_request WHERE asked_id = :member")
  void forgetGot(MemberId member);
}
