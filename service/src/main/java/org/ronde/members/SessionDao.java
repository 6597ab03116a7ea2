package org.ronde.members;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterColumnMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;
import org.ronde.ids.SessionId;

/** Browsers that are signed in, and who a request comes from. */
@RegisterColumnMapper(LocaleColumn.class)
interface SessionDao {
  /** A member and the company they act for: all an actor is made of. */
  record Caller(
      MemberId memberId,
      String name,
      Locale locale,
      boolean operator,
      @Nullable CompanyId companyId,
      @Nullable String companyName,
      Actor.@Nullable Role role,
      Company.@Nullable Status status,
      boolean seenLongAgo) {}

  /** A browser that is signed in. */
  record Open(SessionId id, String sessionHash, String device, Instant createdAt, Instant seenAt) {}

  @SqlQuery(
      """
      SELECT m.member_id, m.name, m.language AS locale, m.operator,
        c.company_id, c.name AS company_name, a.role, c.status,
        s.seen_at < UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE AS seen_long_ago
      FROM session s
      JOIN member m ON m.member_id = s.member_id
      LEFT JOIN membership a ON a.company_id = s.company_id AND a.member_id = s.member_id
      LEFT JOIN company c ON c.company_id = a.company_id
      WHERE s.session_hash = :hash
        AND s.revoked_at IS NULL
        AND s.absolute_until > UTC_TIMESTAMP(6)
        AND s.seen_at > UTC_TIMESTAMP(6) - INTERVAL :idleSeconds SECOND
        AND m.erased_at IS NULL
      """)
  Optional<Caller> findCaller(String hash, long idleSeconds);

  @SqlQuery(
      """
      SELECT m.member_id, m.name, m.language AS locale, m.operator,
        c.company_id, c.name AS company_name, a.role, c.status,
        t.used_at IS NULL OR t.used_at < UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE AS seen_long_ago
      FROM api_token t
      JOIN member m ON m.member_id = t.member_id
      LEFT JOIN membership a ON a.company_id = t.company_id AND a.member_id = t.member_id
      LEFT JOIN company c ON c.company_id = a.company_id
      WHERE t.token_hash = :hash
        AND t.revoked_at IS NULL
        AND t.expires_at > UTC_TIMESTAMP(6)
        AND m.erased_at IS NULL
      """)
  Optional<Caller> findTokenCaller(String hash);

  @SqlUpdate(
      """
      UPDATE session SET seen_at = UTC_TIMESTAMP(6)
      WHERE session_hash = :hash AND seen_at < UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE
      """)
  void noteSeen(String hash);

  @SqlUpdate("UPDATE api_token SET used_at = UTC_TIMESTAMP(6) WHERE token_hash = :hash")
  void noteTokenUsed(String hash);

  /** The company of the member's last session, else their oldest. */
  @SqlQuery(
      """
      SELECT COALESCE(
        (SELECT s.company_id
         FROM session s
         JOIN membership a ON a.company_id = s.company_id AND a.member_id = s.member_id
         WHERE s.member_id = :member
         ORDER BY s.created_at DESC
         LIMIT 1),
        (SELECT a.company_id
         FROM membership a
         WHERE a.member_id = :member
         ORDER BY a.since, a.company_id
         LIMIT 1))
      """)
  Optional<CompanyId> findUsualCompany(MemberId member);

  @SqlUpdate(
      """
      INSERT INTO session (session_id, session_hash, member_id, company_id, device,
        created_at, seen_at, absolute_until)
      VALUES (:id, :hash, :member, :company, :device,
        UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL :seconds SECOND)
      """)
  void start(
      SessionId id,
      String hash,
      MemberId member,
      @Nullable CompanyId company,
      String device,
      long seconds);

  @SqlUpdate(
      """
      UPDATE session
      SET company_id = :company
      WHERE session_hash = :hash
        AND EXISTS (
          SELECT 1 FROM membership a
          WHERE a.company_id = :company AND a.member_id = session.member_id)
      """)
  int actFor(String hash, CompanyId company);

  @SqlQuery(
      """
      SELECT session_id AS id, session_hash, device, created_at, seen_at
      FROM session
      WHERE member_id = :member
        AND revoked_at IS NULL
        AND absolute_until > UTC_TIMESTAMP(6)
        AND seen_at > UTC_TIMESTAMP(6) - INTERVAL :idleSeconds SECOND
      ORDER BY seen_at DESC, session_id
      """)
  List<Open> open(MemberId member, long idleSeconds);

  @SqlUpdate(
      """
      UPDATE session SET revoked_at = UTC_TIMESTAMP(6)
      WHERE session_hash = :hash AND revoked_at IS NULL
      """)
  void end(String hash);

  @SqlUpdate(
      """
      UPDATE session SET revoked_at = UTC_TIMESTAMP(6)
      WHERE session_id = :id AND member_id = :member AND revoked_at IS NULL
      """)
  int endOne(SessionId id, MemberId member);

  @SqlUpdate(
      """
      UPDATE session SET revoked_at = UTC_TIMESTAMP(6)
      WHERE member_id = :member AND session_hash <> :kept AND revoked_at IS NULL
      """)
  void endOthers(MemberId member, String kept);

  @SqlUpdate("DELETE FROM session WHERE absolute_until < UTC_TIMESTAMP(6) - INTERVAL 30 DAY")
  int forgetOld();
}
