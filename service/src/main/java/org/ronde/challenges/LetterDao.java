package org.ronde.challenges;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.Id;
import org.ronde.ids.MemberId;

/** Invitations by mail. */
interface LetterDao {
  /** Identifies an invitation by mail. */
  record LetterId(UUID value) implements Id {}

  /** One of them. */
  record Row(
      LetterId letterId,
      ChallengeId challengeId,
      String email,
      MemberId invitedBy,
      @Nullable AttemptId passedBy,
      Instant expiresAt,
      @Nullable MemberId claimedBy) {}

  /** False when this address was invited already. */
  @SqlUpdate(
      """
      INSERT IGNORE INTO challenge_letter
        (letter_id, challenge_id, email, invited_by, passed_by, secret_hash, sent_at, expires_at)
      VALUES (:id, :challenge, :email, :inviter, :passedBy, :hash, UTC_TIMESTAMP(6),
        UTC_TIMESTAMP(6) + INTERVAL :days DAY)
      """)
  boolean insert(
      LetterId id,
      ChallengeId challenge,
      String email,
      MemberId inviter,
      @Nullable AttemptId passedBy,
      String hash,
      int days);

  @SqlQuery(
      """
      SELECT COUNT(*) FROM challenge_letter
      WHERE invited_by = :inviter AND sent_at > UTC_TIMESTAMP(6) - INTERVAL 1 DAY
      """)
  int sentWithinADay(MemberId inviter);

  @SqlQuery(
      """
      SELECT COUNT(*) FROM challenge_letter
      WHERE email = :email AND sent_at > UTC_TIMESTAMP(6) - INTERVAL 1 DAY
      """)
  int receivedWithinADay(String email);

  @SqlQuery(
      """
      SELECT letter_id, challenge_id, email, invited_by, passed_by, expires_at, claimed_by
      FROM challenge_letter
      WHERE secret_hash = :hash AND claimed_by IS NULL AND expires_at > UTC_TIMESTAMP(6)
      """)
  Optional<Row> findUsable(String hash);

  /** To which challenges an address was invited, as far as it can still answer. */
  @SqlQuery(
      """
      SELECT challenge_id FROM challenge_letter
      WHERE email = :email AND claimed_by IS NULL AND expires_at > UTC_TIMESTAMP(6)
      """)
  Set<ChallengeId> to(String email);

  /** The invitation of an address to a challenge, while it can be answered. */
  @SqlQuery(
      """
      SELECT letter_id, challenge_id, email, invited_by, passed_by, expires_at, claimed_by
      FROM challenge_letter
      WHERE challenge_id = :challenge AND email = :email AND claimed_by IS NULL
        AND expires_at > UTC_TIMESTAMP(6)
      """)
  Optional<Row> find(ChallengeId challenge, String email);

  /** Forgets the mails somebody sent, got or took up. */
  @SqlUpdate(
      """
      DELETE FROM challenge_letter
      WHERE invited_by = :member OR claimed_by = :member OR email = :email
      """)
  void forget(MemberId member, String email);

  /** 0 when it was claimed before or is too old. */
  @SqlUpdate(
      """
      UPDATE challenge_letter
      SET claimed_by = :member, claimed_at = UTC_TIMESTAMP(6)
      WHERE letter_id = :id AND claimed_by IS NULL AND expires_at > UTC_TIMESTAMP(6)
      """)
  int claim(LetterId id, MemberId member);
}
