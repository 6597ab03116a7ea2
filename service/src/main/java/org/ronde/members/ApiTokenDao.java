package org.ronde.members;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;
import org.ronde.ids.TokenId;

/** API tokens. */
interface ApiTokenDao {
  /** 0 when the member has, or had, a token of this name. */
  @SqlUpdate(
      """
      INSERT IGNORE INTO api_token
        (token_id, token_hash, prefix, member_id, company_id, name, created_at, expires_at)
      VALUES (:id, :hash, :prefix, :member, :company, :name,
        UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL :days DAY)
      """)
  int insert(
      TokenId id,
      String hash,
      String prefix,
      MemberId member,
      @Nullable CompanyId company,
      String name,
      int days);

  @SqlQuery(
      """
      SELECT t.token_id AS id, t.name, t.prefix, c.name AS company_name,
        t.created_at, t.expires_at, t.used_at
      FROM api_token t
      LEFT JOIN company c ON c.company_id = t.company_id
      WHERE t.member_id = :member
        AND t.revoked_at IS NULL
        AND t.expires_at > UTC_TIMESTAMP(6)
      ORDER BY t.created_at, t.token_id
      """)
  List<ApiToken> live(MemberId member);

  @SqlUpdate(
      """
      UPDATE api_token SET revoked_at = UTC_TIMESTAMP(6)
      WHERE token_id = :id AND member_id = :member AND revoked_at IS NULL
      """)
  int revoke(TokenId id, MemberId member);
}
