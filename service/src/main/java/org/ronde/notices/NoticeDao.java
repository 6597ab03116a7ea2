package org.ronde.notices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;
import org.ronde.ids.NoticeId;

/** The notices. */
interface NoticeDao {
  /** A notice as it is stored. */
  record Row(
      NoticeId noticeId,
      @Nullable CompanyId companyId,
      @Nullable String companyName,
      Notices.Event event,
      String facts,
      String path,
      Instant createdAt,
      @Nullable Instant readAt) {}

  @SqlUpdate(
      """
      INSERT INTO notice
        (notice_id, member_id, company_id, company_name, event, facts, path, created_at)
      VALUES
        (:id, :member, :company, :companyName, :event, :facts, :path, UTC_TIMESTAMP(6))
      """)
  void put(
      NoticeId id,
      MemberId member,
      @Nullable CompanyId company,
      @Nullable String companyName,
      Notices.Event event,
      String facts,
      String path);

  /** Unread ones first, each part newest first. */
  @SqlQuery(
      """
      SELECT notice_id, company_id, company_name, event, facts, path, created_at, read_at
      FROM notice
      WHERE member_id = :member
      ORDER BY read_at IS NULL DESC, created_at DESC, notice_id DESC
      LIMIT :limit OFFSET :offset
      """)
  List<Row> page(MemberId member, int limit, int offset);

  @SqlQuery("SELECT COUNT(*) FROM notice WHERE member_id = :member")
  int count(MemberId member);

  @SqlQuery("SELECT COUNT(*) FROM notice WHERE member_id = :member AND read_at IS NULL")
  int unread(MemberId member);

  @SqlQuery(
      """
      SELECT notice_id, company_id, company_name, event, facts, path, created_at, read_at
      FROM notice
      WHERE notice_id = :id AND member_id = :member
      """)
  Optional<Row> find(NoticeId id, MemberId member);

  @SqlUpdate(
      """
      UPDATE notice
      SET read_at = UTC_TIMESTAMP(6)
      WHERE notice_id = :id AND member_id = :member AND read_at IS NULL
      """)
  int read(NoticeId id, MemberId member);

  @SqlUpdate(
      """
      UPDATE notice
      SET read_at = UTC_TIMESTAMP(6)
      WHERE member_id = :member AND read_at IS NULL
      """)
  int readAll(MemberId member);

  /** What both were told on behalf of a company is told once. */
  @SqlUpdate(
      """
      DELETE moved FROM notice moved
      JOIN notice own ON own.company_id = moved.company_id AND own.event = moved.event
        AND own.path = moved.path AND own.member_id = :into
      WHERE moved.member_id = :from
      """)
  void forgetToldTwice(MemberId from, MemberId into);

  @SqlUpdate("UPDATE notice SET member_id = :into WHERE member_id = :from")
  void move(MemberId from, MemberId into);

  @SqlUpdate("DELETE FROM notice WHERE member_id = :member")
  void forgetTo(MemberId member);

  /**
   * Takes a name out of what others were told. Notices know names only, so those about a namesake
   * lose theirs too.
   *
   * @param fact where it may stand, as a path of JSON
   */
  @SqlUpdate(
      """
      UPDATE notice
      SET facts = JSON_SET(facts, :fact, '')
      WHERE JSON_UNQUOTE(JSON_EXTRACT(facts, :fact)) = :name
      """)
  void forgetName(String fact, String name);

  @SqlUpdate(
      """
      DELETE FROM notice
      WHERE created_at < UTC_TIMESTAMP(6) - INTERVAL :days DAY
      LIMIT 5000
      """)
  int forget(int days);
}
