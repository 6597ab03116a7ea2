package org.ronde.challenges;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ActivityId;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.Id;
import org.ronde.ids.MemberId;
import org.ronde.points.ValidationLevel;

/** What attempts were awarded for. The member’s career is locked before any change. */
interface AwardDao {
  /** Identifies an award; the first of an attempt has the attempt’s own id. */
  record AwardId(UUID value) implements Id {}

  /** An award in force. */
  record Row(
      AwardId awardId,
      AttemptId attemptId,
      int generation,
      MemberId memberId,
      ActivityId activityId,
      @Nullable CompanyId companyId,
      String departement,
      @Nullable MemberId opponentId,
      int difficulty,
      boolean moreIsBetter,
      @Nullable BigDecimal measure,
      Instant actedAt,
      ZoneId zone,
      ValidationLevel level,
      @Nullable MemberId validatorId,
      boolean firstActivity,
      boolean newOpponent,
      boolean personalBest,
      int weeks,
      int points,
      boolean settled) {
    Merit merit() {
      return new Merit(firstActivity, newOpponent, personalBest, weeks);
    }

    Merit.Done done() {
      return new Merit.Done(
          attemptId,
          activityId,
          opponentId,
          measure,
          moreIsBetter,
          actedAt,
          zone,
          settled ? merit() : null);
    }

    Row again(AwardId id, int nextGeneration, Merit merit, int worth) {
      return copy(id, nextGeneration, memberId, opponentId, merit, worth, settled);
    }

    /** The same for another account of its member: what it was for is open again. */
    Row by(MemberId member) {
      return copy(
          awardId,
          generation,
          member,
          member.equals(opponentId) ? null : opponentId,
          merit(),
          0,
          false);
    }

    private Row copy(
        AwardId id,
        int otherGeneration,
        MemberId member,
        @Nullable MemberId opponent,
        Merit merit,
        int worth,
        boolean fixed) {
      return new Row(
          id,
          attemptId,
          otherGeneration,
          member,
          activityId,
          companyId,
          departement,
          opponent,
          difficulty,
          moreIsBetter,
          measure,
          actedAt,
          zone,
          level,
          validatorId,
          merit.firstOfActivity(),
          merit.newOpponent(),
          merit.personalBest(),
          merit.weeksInARow(),
          worth,
          fixed);
    }
  }

  @SqlUpdate("INSERT IGNORE INTO challenge_career (member_id) VALUES (:member)")
  void ensureCareer(MemberId member);

  @SqlQuery("SELECT member_id FROM challenge_career WHERE member_id = :member FOR UPDATE")
  MemberId lockCareer(MemberId member);

  String COLUMNS =
      """
      SELECT w.award_id, w.attempt_id, w.generation, w.member_id, w.activity_id, w.company_id,
        w.departement, w.opponent_id, w.difficulty, w.more_is_better, w.measure, w.acted_at,
        w.zone, w.level, w.validator_id, w.first_activity, w.new_opponent, w.personal_best,
        w.weeks, w.points, a.state = 'FINAL' AS settled
      FROM challenge_award w
      JOIN challenge_attempt a ON a.attempt_id = w.attempt_id
      """;

  @SqlQuery(COLUMNS + "WHERE w.member_id = :member AND w.reversed_at IS NULL ORDER BY w.acted_at")
  List<Row> inForce(MemberId member);

  @SqlQuery(COLUMNS + "WHERE w.attempt_id = :attempt AND w.reversed_at IS NULL")
  Optional<Row> findInForce(AttemptId attempt);

  /** Awards in force of attempts that are not believed for good yet. */
  @SqlQuery(
      """
      SELECT w.award_id
      FROM challenge_award w
      JOIN challenge_attempt a ON a.attempt_id = w.attempt_id
      WHERE w.member_id = :member AND w.reversed_at IS NULL AND a.state <> 'FINAL'
      """)
  List<AwardId> questionable(MemberId member);

  /** What some attempts are worth. */
  @SqlQuery(
      """
      SELECT attempt_id, points FROM challenge_award
      WHERE attempt_id IN (<attempts>) AND reversed_at IS NULL
      """)
  @KeyColumn("attempt_id")
  @ValueColumn("points")
  Map<AttemptId, Integer> points(@BindList Collection<AttemptId> attempts);

  @SqlQuery(
      "SELECT COALESCE(MAX(generation), -1) + 1 FROM challenge_award WHERE attempt_id = :attempt")
  int nextGeneration(AttemptId attempt);

  @SqlUpdate(
      """
      INSERT INTO challenge_award
        (award_id, attempt_id, generation, member_id, activity_id, company_id, departement,
         opponent_id, difficulty, more_is_better, measure, acted_at, zone, level, validator_id,
         first_activity, new_opponent, personal_best, weeks, points, awarded_at)
      VALUES
        (:awardId, :attemptId, :generation, :memberId, :activityId, :companyId, :departement,
         :opponentId, :difficulty, :moreIsBetter, :measure, :actedAt, :zone, :level, :validatorId,
         :firstActivity, :newOpponent, :personalBest, :weeks, :points, UTC_TIMESTAMP(6))
      """)
  void insert(@BindMethods Row row);

  @SqlUpdate(
      """
      UPDATE challenge_award
      SET reversed_at = UTC_TIMESTAMP(6)
      WHERE award_id = :id AND reversed_at IS NULL
      """)
  int reverse(AwardId id);

  /** The challenge an award was won in. */
  record WonRow(AwardId awardId, ChallengeId challengeId, String title) {}

  @SqlQuery(
      """
      SELECT w.award_id, c.challenge_id, c.title
      FROM challenge_award w
      JOIN challenge_attempt a ON a.attempt_id = w.attempt_id
      JOIN challenge c ON c.challenge_id = a.challenge_id
      WHERE w.award_id IN (<awards>)
      """)
  List<WonRow> won(@BindList Collection<AwardId> awards);

  /** The best measure of an activity. */
  record Best(ActivityId activityId, BigDecimal measure) {}

  /** A member’s best measures that somebody else believed, the latest activity first. */
  @SqlQuery(
      """
      SELECT activity_id, IF(more_is_better, MAX(measure), MIN(measure)) AS measure
      FROM challenge_award
      WHERE member_id = :member AND reversed_at IS NULL AND measure IS NOT NULL
        AND level <> 'SELF'
      GROUP BY activity_id, more_is_better
      ORDER BY MAX(acted_at) DESC, activity_id
      LIMIT :max
      """)
  List<Best> bests(MemberId member, int max);

  /** A member’s best validated measure of an activity, or none. */
  @SqlQuery(
      """
      SELECT IF(more_is_better, MAX(measure), MIN(measure))
      FROM challenge_award
      WHERE member_id = :member AND activity_id = :activity AND reversed_at IS NULL
        AND measure IS NOT NULL
      GROUP BY more_is_better
      LIMIT 1
      """)
  Optional<BigDecimal> findBest(MemberId member, ActivityId activity);
}
