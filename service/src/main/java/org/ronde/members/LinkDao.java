package org.ronde.members;

import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.InvitationId;
import org.ronde.ids.MemberId;

/** Links sent by mail. */
interface LinkDao {
  @SqlUpdate(
      """
      INSERT INTO link (link_hash, purpose, member_id, into_id, sign_up_id, invitation_id,
        next_path, created_at, expires_at)
      VALUES (:hash, :purpose, :memberId, :intoId, :signUpId, :invitationId,
        :nextPath, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL :seconds SECOND)
      """)
  void insert(
      String hash,
      Link.Purpose purpose,
      @Nullable MemberId memberId,
      @Nullable MemberId intoId,
      @Nullable SignUpId signUpId,
      @Nullable InvitationId invitationId,
      String nextPath,
      long seconds);

  @SqlQuery(
      """
      SELECT purpose, member_id, into_id, sign_up_id, invitation_id, next_path
      FROM link
      WHERE link_hash = :hash AND used_at IS NULL AND expires_at > UTC_TIMESTAMP(6)
      """)
  Optional<Link> findUsable(String hash);

  @SqlQuery(
      """
      SELECT purpose, member_id, into_id, sign_up_id, invitation_id, next_path
      FROM link
      WHERE link_hash = :hash
      """)
  Link link(String hash);

  /** One of all who try at the same time gets 1. */
  @SqlUpdate(
      """
      UPDATE link
      SET used_at = UTC_TIMESTAMP(6)
      WHERE link_hash = :hash AND used_at IS NULL AND expires_at > UTC_TIMESTAMP(6)
      """)
  int use(String hash);

  @SqlUpdate(
      "UPDATE link SET used_at = UTC_TIMESTAMP(6) WHERE member_id = :member AND used_at IS NULL")
  void closeAllOf(MemberId member);

  @SqlUpdate(
      "UPDATE link SET used_at = UTC_TIMESTAMP(6) WHERE purpose = :purpose AND used_at IS NULL")
  void closeAll(Link.Purpose purpose);

  @SqlUpdate("DELETE FROM link WHERE expires_at < UTC_TIMESTAMP(6) - INTERVAL 30 DAY")
  int forgetOld();
}
