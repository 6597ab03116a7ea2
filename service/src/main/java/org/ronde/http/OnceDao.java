package org.ronde.http;

import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Keys of requests that were done, and what was answered. */
interface OnceDao {
  /** What is known of a key. Status 0: its request is under way in another transaction. */
  record Answer(
      String bodyHash,
      int status,
      @Nullable String location,
      @Nullable String body,
      @Nullable String flash) {}

  /** Waits while another transaction holds the same key. */
  @SqlUpdate(
      """
      INSERT IGNORE INTO idempotency (actor, key_hash, body_hash, status, created_at)
      VALUES (:actor, :keyHash, :bodyHash, 0, UTC_TIMESTAMP(6))
      """)
  int claim(String actor, String keyHash, String bodyHash);

  @SqlQuery(
      """
      SELECT body_hash, status, location, body, flash
      FROM idempotency
      WHERE actor = :actor AND key_hash = :keyHash
      """)
  Optional<Answer> findAnswer(String actor, String keyHash);

  @SqlUpdate(
      """
      UPDATE idempotency
      SET status = :status, location = :location, body = :body, flash = :flash
      WHERE actor = :actor AND key_hash = :keyHash
      """)
  void keep(
      String actor,
      String keyHash,
      int status,
      @Nullable String location,
      @Nullable String body,
      @Nullable String flash);

  @SqlUpdate("DELETE FROM idempotency WHERE actor = :actor")
  void forgetOf(String actor);

  @SqlUpdate(
      """
      DELETE FROM idempotency
      WHERE created_at < UTC_TIMESTAMP(6) - INTERVAL :days DAY
      LIMIT 5000
      """)
  int forget(int days);
}
