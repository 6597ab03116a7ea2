package org.ronde.social;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.MemberId;

/** Friendships; the caller orders the two ids. */
interface FriendDao {
  /** A friendship seen from one of the two. */
  record Row(MemberId friendId, MemberId askerId, @Nullable Instant agreedAt) {}

  @SqlUpdate(
      """
      INSERT IGNORE INTO friendship (low_id, high_id, asker_id, asked_at)
      VALUES (LEAST(:asker, :other), GREATEST(:asker, :other), :asker, UTC_TIMESTAMP(6))
      """)
  int ask(MemberId asker, MemberId other);

  /** The one who was asked agrees. */
  @SqlUpdate(
      """
      UPDATE friendship
      SET agreed_at = UTC_TIMESTAMP(6)
      WHERE low_id = LEAST(:member, :asker) AND high_id = GREATEST(:member, :asker)
        AND asker_id = :asker AND agreed_at IS NULL
      """)
  int agree(MemberId member, MemberId asker);

  @SqlUpdate(
      """
      DELETE FROM friendship
      WHERE low_id = LEAST(:member, :other) AND high_id = GREATEST(:member, :other)
      """)
  int end(MemberId member, MemberId other);

  @SqlUpdate("DELETE FROM friendship WHERE low_id = :member OR high_id = :member")
  void forget(MemberId member);

  @SqlQuery(
      """
      SELECT high_id AS friend_id, asker_id, agreed_at FROM friendship WHERE low_id = :member
      UNION ALL
      SELECT low_id, asker_id, agreed_at FROM friendship WHERE high_id = :member
      """)
  List<Row> all(MemberId member);

  @SqlQuery(
      """
      SELECT high_id FROM friendship WHERE low_id = :member AND agreed_at IS NOT NULL
      UNION ALL
      SELECT low_id FROM friendship WHERE high_id = :member AND agreed_at IS NOT NULL
      """)
  Set<MemberId> friends(MemberId member);

  @SqlQuery(
      """
      SELECT :other AS friend_id, asker_id, agreed_at
      FROM friendship
      WHERE low_id = LEAST(:member, :other) AND high_id = GREATEST(:member, :other)
      """)
  Optional<Row> between(MemberId member, MemberId other);

  @SqlQuery(
      """
      SELECT COUNT(*)
      FROM friendship
      WHERE asker_id = :member AND asked_at > UTC_TIMESTAMP(6) - INTERVAL 1 DAY
      """)
  int askedToday(MemberId member);
}
