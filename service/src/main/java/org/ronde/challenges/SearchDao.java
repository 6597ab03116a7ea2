package org.ronde.challenges;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ActivityId;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.MemberId;

/** Looks for challenges and people. */
interface SearchDao {
  /** A rectangle of the map, in degrees; west may be greater than east across the date line. */
  record Box(BigDecimal south, BigDecimal north, BigDecimal west, BigDecimal east) {}

  @SqlQuery(
      """
      SELECT DISTINCT other.member_id
      FROM challenge_attempt mine
      JOIN challenge_attempt other ON other.challenge_id = mine.challenge_id
      WHERE mine.member_id = :member AND other.member_id <> :member
        AND mine.accepted_at IS NOT NULL AND other.accepted_at IS NOT NULL
      UNION
      SELECT c.author_id
      FROM challenge_attempt mine
      JOIN challenge c ON c.challenge_id = mine.challenge_id
      WHERE mine.member_id = :member AND mine.accepted_at IS NOT NULL AND c.author_id <> :member
      UNION
      SELECT a.member_id
      FROM challenge c
      JOIN challenge_attempt a ON a.challenge_id = c.challenge_id
      WHERE c.author_id = :member AND a.accepted_at IS NOT NULL AND a.member_id <> :member
      LIMIT 2000
      """)
  Set<MemberId> met(MemberId member);

  /** Mine: that I wrote, take part in, am asked to or witness; live ones first, newest first. */
  @SqlQuery(
      ChallengeDao.COLUMNS
          + """
          WHERE c.author_id = :member
            OR EXISTS (
              SELECT 1 FROM challenge_attempt a
              WHERE a.challenge_id = c.challenge_id AND a.member_id = :member)
            OR EXISTS (
              SELECT 1 FROM challenge_attempt a
              JOIN challenge_witness w ON w.attempt_id = a.attempt_id AND w.member_id = :member
              WHERE a.challenge_id = c.challenge_id AND a.state = 'SUBMITTED')
            OR EXISTS (
              SELECT 1 FROM challenge_letter l
              WHERE l.challenge_id = c.challenge_id AND l.email = :email
                AND l.claimed_by IS NULL AND l.expires_at > UTC_TIMESTAMP(6))
          ORDER BY c.state IN ('INVITED', 'OPEN', 'RUNNING') DESC, c.launched_at DESC,
            c.challenge_id DESC
          LIMIT :limit
          """)
  List<ChallengeDao.Row> mine(MemberId member, String email, int limit);

  @SqlQuery(
      ChallengeDao.COLUMNS
          + """
          WHERE c.state = 'OPEN' AND c.ends_at > UTC_TIMESTAMP(6)
            AND (:activity IS NULL OR c.activity_id = :activity)
            AND (:anywhere = FALSE OR c.place = '')
            AND c.audience = 'EVERYBODY'
          ORDER BY c.launched_at DESC, c.challenge_id DESC
          LIMIT :limit
          """)
  List<ChallengeDao.Row> open(@Nullable ActivityId activity, boolean anywhere, int limit);

  @SqlQuery(
      ChallengeDao.COLUMNS
          + """
          WHERE c.state = 'OPEN' AND c.ends_at > UTC_TIMESTAMP(6) AND c.audience = 'EVERYBODY'
            AND (:activity IS NULL OR c.activity_id = :activity)
            AND c.latitude BETWEEN :south AND :north
            AND (:west <= :east AND c.longitude BETWEEN :west AND :east
                 OR :west > :east AND (c.longitude >= :west OR c.longitude <= :east))
          ORDER BY c.launched_at DESC, c.challenge_id DESC
          LIMIT :limit
          """)
  List<ChallengeDao.Row> near(@Nullable ActivityId activity, @BindMethods Box box, int limit);

  /** Open calls of friends or of a company's people, which strangers do not see. */
  @SqlQuery(
      ChallengeDao.COLUMNS
          + """
          WHERE c.state = 'OPEN' AND c.ends_at > UTC_TIMESTAMP(6)
            AND c.audience IN ('FRIENDS', 'COLLEAGUES')
            AND (:activity IS NULL OR c.activity_id = :activity)
          ORDER BY c.launched_at DESC, c.challenge_id DESC
          LIMIT :limit
          """)
  List<ChallengeDao.Row> openToSome(@Nullable ActivityId activity, int limit);

  /** A member's part in challenges, newest first. */
  @SqlQuery(
      AttemptDao.COLUMNS
          + """
          WHERE a.member_id = :member AND a.accepted_at IS NOT NULL
          ORDER BY a.accepted_at DESC, a.attempt_id DESC
          LIMIT :limit
          """)
  List<AttemptDao.Row> attemptsOf(MemberId member, int limit);

  /** Attempts of a challenge that were believed: their proofs make its gallery. */
  @SqlQuery(
      """
      SELECT attempt_id FROM challenge_attempt
      WHERE challenge_id = :challenge AND state IN ('VALIDATED', 'FINAL')
      ORDER BY acted_at DESC, attempt_id DESC
      LIMIT :limit
      """)
  List<AttemptId> believedOf(ChallengeId challenge, int limit);

  @SqlQuery(
      """
      SELECT a.attempt_id
      FROM challenge_attempt a
      JOIN challenge c ON c.challenge_id = a.challenge_id AND c.activity_id = :activity
      WHERE a.state IN ('VALIDATED', 'FINAL') AND c.state <> 'SUSPENDED'
      ORDER BY a.acted_at DESC, a.attempt_id DESC
      LIMIT :limit
      """)
  List<AttemptId> believedOf(ActivityId activity, int limit);

  @SqlQuery(
      """
      SELECT x.evidence_id FROM challenge_act x
      JOIN challenge_attempt a ON a.attempt_id = x.attempt_id AND a.challenge_id = :challenge
      ORDER BY x.sent_at DESC
      LIMIT :limit
      """)
  List<EvidenceId> proofs(ChallengeId challenge, int limit);
}
