package org.ronde.challenges;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;

/**
 * What is due. The queries find candidates without a lock; the updates, after the lock of the
 * challenge, decide by the database’s clock and say by their row count whether it is so.
 */
interface ClockDao {
  /** An attempt for which it may be time. */
  record Due(ChallengeId challengeId, AttemptId attemptId) {}

  String DUE =
      """
      SELECT a.challenge_id, a.attempt_id
      FROM challenge_attempt a
      JOIN challenge c ON c.challenge_id = a.challenge_id AND c.state <> 'SUSPENDED'
      """;

  @SqlQuery(
      DUE
          + """
          WHERE a.state IN ('INVITED', 'COUNTERED') AND a.answer_by <= UTC_TIMESTAMP(6)
          ORDER BY a.answer_by, a.attempt_id
          LIMIT :limit
          """)
  List<Due> unanswered(int limit);

  @SqlUpdate(
      """
      UPDATE challenge_attempt
      SET state = 'LAPSED'
      WHERE attempt_id = :id AND state IN ('INVITED', 'COUNTERED')
        AND answer_by <= UTC_TIMESTAMP(6)
      """)
  int lapse(AttemptId id);

  @SqlQuery(
      DUE
          + """
          WHERE a.state = 'ACCEPTED' AND a.starts_at <= UTC_TIMESTAMP(6)
            AND c.state IN ('OPEN', 'RUNNING')
          ORDER BY a.starts_at, a.attempt_id
          LIMIT :limit
          """)
  List<Due> starting(int limit);

  @SqlQuery(
      DUE
          + """
          WHERE a.state IN ('ACCEPTED', 'ACTIVE') AND a.submit_by <= UTC_TIMESTAMP(6)
          ORDER BY a.submit_by, a.attempt_id
          LIMIT :limit
          """)
  List<Due> late(int limit);

  @SqlUpdate(
      """
      UPDATE challenge_attempt
      SET state = IF(state = 'ACTIVE', 'EXPIRED', 'LAPSED')
      WHERE attempt_id = :id AND state IN ('ACCEPTED', 'ACTIVE')
        AND submit_by <= UTC_TIMESTAMP(6)
      """)
  int expire(AttemptId id);

  @SqlQuery(
      DUE
          + """
          WHERE a.state = 'ACTIVE' AND a.reminded_at IS NULL
            AND a.ends_at <= UTC_TIMESTAMP(6) + INTERVAL :hours HOUR
            AND a.ends_at > UTC_TIMESTAMP(6)
          ORDER BY a.ends_at, a.attempt_id
          LIMIT :limit
          """)
  List<Due> endingSoon(int hours, int limit);

  @SqlUpdate(
      """
      UPDATE challenge_attempt
      SET reminded_at = UTC_TIMESTAMP(6)
      WHERE attempt_id = :id AND state = 'ACTIVE' AND reminded_at IS NULL
      """)
  int remind(AttemptId id);

  /** Proofs that nobody looked at for half of the time there is. */
  @SqlQuery(
      DUE
          + """
          WHERE a.state = 'SUBMITTED' AND a.nudged_at IS NULL AND a.officer_asked_at IS NULL
            AND a.validate_by <= UTC_TIMESTAMP(6) + INTERVAL :hours HOUR
          ORDER BY a.validate_by, a.attempt_id
          LIMIT :limit
          """)
  List<Due> unseen(int hours, int limit);

  @SqlUpdate(
      """
      UPDATE challenge_attempt
      SET nudged_at = UTC_TIMESTAMP(6)
      WHERE attempt_id = :id AND state = 'SUBMITTED' AND nudged_at IS NULL
      """)
  int nudge(AttemptId id);

  @SqlQuery(
      DUE
          + """
          WHERE a.state = 'SUBMITTED' AND a.officer_asked_at IS NULL
            AND a.validate_by <= UTC_TIMESTAMP(6)
          ORDER BY a.validate_by, a.attempt_id
          LIMIT :limit
          """)
  List<Due> silent(int limit);

  @SqlQuery(
      """
      SELECT EXISTS (
        SELECT 1 FROM challenge_attempt
        WHERE attempt_id = :id AND state = 'SUBMITTED' AND officer_asked_at IS NULL
          AND validate_by <= UTC_TIMESTAMP(6))
      """)
  boolean isSilent(AttemptId id);

  @SqlQuery(
      DUE
          + """
          WHERE (a.state = 'VALIDATED' OR a.state = 'REJECTED' AND a.dispute_from IS NULL)
            AND a.window_until <= UTC_TIMESTAMP(6)
          ORDER BY a.window_until, a.attempt_id
          LIMIT :limit
          """)
  List<Due> settled(int limit);

  @SqlUpdate(
      """
      UPDATE challenge_attempt
      SET state = 'FINAL'
      WHERE attempt_id = :id AND state = 'VALIDATED' AND window_until <= UTC_TIMESTAMP(6)
      """)
  int makeFinal(AttemptId id);

  @SqlUpdate(
      """
      UPDATE challenge_attempt
      SET state = 'EXPIRED'
      WHERE attempt_id = :id AND state = 'REJECTED' AND dispute_from IS NULL
        AND window_until <= UTC_TIMESTAMP(6)
      """)
  int giveUp(AttemptId id);

  @SqlQuery(
      DUE
          + """
          WHERE a.state = 'SUBMITTED' AND a.officer_asked_at IS NOT NULL
          ORDER BY a.officer_asked_at, a.attempt_id
          LIMIT :limit
          """)
  List<Due> forOfficers(int limit);

  /** After a standstill nobody's time is over at once. */
  @SqlUpdate(
      """
      UPDATE challenge_attempt
      SET answer_by = GREATEST(answer_by, UTC_TIMESTAMP(6) + INTERVAL :days DAY),
        submit_by = GREATEST(submit_by, UTC_TIMESTAMP(6) + INTERVAL :days DAY),
        validate_by = GREATEST(validate_by, UTC_TIMESTAMP(6) + INTERVAL :days DAY),
        window_until = GREATEST(window_until, UTC_TIMESTAMP(6) + INTERVAL :days DAY)
      WHERE challenge_id = :id
        AND state IN ('INVITED', 'COUNTERED', 'ACTIVE', 'SUBMITTED', 'VALIDATED', 'REJECTED')
      """)
  void extend(ChallengeId id, int days);
}
