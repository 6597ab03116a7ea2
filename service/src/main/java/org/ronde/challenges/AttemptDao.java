package org.ronde.challenges;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.Id;
import org.ronde.ids.MemberId;
import org.ronde.points.ValidationLevel;

/** Attempts, their acts, and who vouched for them. The challenge is locked before any change. */
interface AttemptDao {
  /** An attempt as it is stored. */
  record Row(
      AttemptId attemptId,
      ChallengeId challengeId,
      MemberId memberId,
      @Nullable CompanyId companyId,
      @Nullable MemberId invitedBy,
      @Nullable AttemptId passedBy,
      AttemptState state,
      int termsVersion,
      @Nullable Integer counterVersion,
      Instant createdAt,
      @Nullable Instant answerBy,
      @Nullable Instant acceptedAt,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt,
      @Nullable Instant submitBy,
      int round,
      @Nullable BigDecimal measure,
      @Nullable Instant actedAt,
      @Nullable Instant submittedAt,
      boolean doubtful,
      @Nullable Instant validateBy,
      @Nullable Instant officerAskedAt,
      @Nullable ValidationLevel level,
      @Nullable Instant validatedAt,
      @Nullable MemberId rejectedBy,
      @Nullable String reason,
      @Nullable Instant windowUntil,
      @Nullable AttemptState disputeFrom) {
    /** Whether it was at the desk, which happens once. */
    boolean dispute() {
      return disputeFrom != null;
    }
  }

  /** Identifies an act. */
  record ActId(UUID value) implements Id {}

  /** One proof of an attempt. */
  record ActRow(
      ActId actId,
      AttemptId attemptId,
      int round,
      int slot,
      EvidenceId evidenceId,
      @Nullable BigDecimal measure,
      Instant actedAt,
      Instant sentAt) {}

  /** Who vouched. */
  record ValidationRow(
      AttemptId attemptId, int round, MemberId memberId, boolean cosigned, Instant givenAt) {}

  /** When an attempt runs. */
  record Clock(int version, Instant startsAt, Instant endsAt, Instant submitBy) {}

  String COLUMNS =
      """
      SELECT a.attempt_id, a.challenge_id, a.member_id, a.company_id, a.invited_by, a.passed_by,
        a.state, a.terms_version, a.counter_version, a.created_at, a.answer_by, a.accepted_at,
        a.starts_at, a.ends_at, a.submit_by, a.round, a.measure, a.acted_at, a.submitted_at,
        a.doubtful, a.validate_by, a.officer_asked_at, a.level, a.validated_at, a.rejected_by,
        a.reason, a.window_until, a.dispute_from
      FROM challenge_attempt a
      """;

  /** False when this member is in the challenge already. */
  @SqlUpdate(
      """
      INSERT IGNORE INTO challenge_attempt
        (attempt_id, challenge_id, member_id, invited_by, passed_by, state, terms_version,
         created_at, answer_by)
      VALUES (:id, :challenge, :member, :inviter, :passedBy, 'INVITED', :version,
        UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL :answerDays DAY)
      """)
  boolean invite(
      AttemptId id,
      ChallengeId challenge,
      MemberId member,
      MemberId inviter,
      @Nullable AttemptId passedBy,
      int version,
      int answerDays);

  /** False when this member is in the challenge already. */
  @SqlUpdate(
      """
      INSERT IGNORE INTO challenge_attempt
        (attempt_id, challenge_id, member_id, company_id, state, terms_version, created_at,
         accepted_at, starts_at, ends_at, submit_by)
      VALUES (:id, :challenge, :member, :company, 'ACCEPTED', :version, UTC_TIMESTAMP(6),
        UTC_TIMESTAMP(6), :startsAt, :endsAt, :submitBy)
      """)
  boolean join(
      AttemptId id,
      ChallengeId challenge,
      MemberId member,
      @Nullable CompanyId company,
      @BindMethods Clock clock);

  @SqlQuery(COLUMNS + "WHERE a.attempt_id = :id")
  Optional<Row> find(AttemptId id);

  @SqlQuery(COLUMNS + "WHERE a.challenge_id = :id ORDER BY a.created_at, a.attempt_id")
  List<Row> of(ChallengeId id);

  @SqlQuery(COLUMNS + "WHERE a.challenge_id IN (<ids>) ORDER BY a.challenge_id, a.created_at")
  List<Row> of(@BindList Collection<ChallengeId> ids);

  @SqlQuery("SELECT COUNT(*) FROM challenge_attempt WHERE challenge_id = :id")
  int count(ChallengeId id);

  @SqlQuery(
      """
      SELECT COUNT(*) FROM challenge_attempt
      WHERE invited_by = :inviter AND created_at > UTC_TIMESTAMP(6) - INTERVAL 1 DAY
      """)
  int invitedWithinADay(MemberId inviter);

  /** One move without anything else; 0 when the state was another. */
  @SqlUpdate("UPDATE challenge_attempt SET state = :to WHERE attempt_id = :id AND state = :from")
  int move(AttemptId id, AttemptState from, AttemptState to);

  /** 0 when the time to answer is over. */
  @SqlUpdate(
      """
      UPDATE challenge_attempt
      SET state = 'ACCEPTED', accepted_at = UTC_TIMESTAMP(6), company_id = :company,
        terms_version = :version, counter_version = NULL, starts_at = :startsAt,
        ends_at = :endsAt, submit_by = :submitBy
      WHERE attempt_id = :id AND state = :from
        AND answer_by > UTC_TIMESTAMP(6) AND :endsAt > UTC_TIMESTAMP(6)
      """)
  int accept(
      AttemptId id, AttemptState from, @Nullable CompanyId company, @BindMethods Clock clock);

  /** Takes newer terms; 0 when something was proved already or they are over. */
  @SqlUpdate(
      """
      UPDATE challenge_attempt
      SET terms_version = :version, starts_at = :startsAt, ends_at = :endsAt,
        submit_by = :submitBy, reminded_at = NULL
      WHERE attempt_id = :id AND state IN ('ACCEPTED', 'ACTIVE')
        AND :endsAt > UTC_TIMESTAMP(6)
        AND NOT EXISTS (SELECT 1 FROM challenge_act WHERE attempt_id = :id)
      """)
  int renew(AttemptId id, @BindMethods Clock clock);

  @SqlUpdate(
      """
      UPDATE challenge_attempt
      SET state = 'COUNTERED', counter_version = :version
      WHERE attempt_id = :id AND state = 'INVITED' AND answer_by > UTC_TIMESTAMP(6)
      """)
  int counter(AttemptId id, int version);

  @SqlUpdate(
      """
      UPDATE challenge_attempt
      SET state = 'INVITED', counter_version = NULL,
        answer_by = UTC_TIMESTAMP(6) + INTERVAL :answerDays DAY
      WHERE attempt_id = :id AND state = 'COUNTERED'
      """)
  int decline(AttemptId id, int answerDays);

  /** Those who said yes begin, once the start has come. */
  @SqlUpdate(
      """
      UPDATE challenge_attempt
      SET state = 'ACTIVE'
      WHERE challenge_id = :id AND state = 'ACCEPTED' AND starts_at <= UTC_TIMESTAMP(6)
      """)
  int start(ChallengeId id);

  @SqlQuery(
      """
      SELECT act_id, attempt_id, round, slot, evidence_id, measure, acted_at, sent_at
      FROM challenge_act
      WHERE attempt_id IN (<ids>)
      ORDER BY sent_at, act_id
      """)
  List<ActRow> acts(@BindList Collection<AttemptId> ids);

  @SqlUpdate(
      """
      INSERT IGNORE INTO challenge_act
        (act_id, attempt_id, round, slot, evidence_id, measure, acted_at, sent_at)
      VALUES (:id, :attempt, :round, :slot, :evidence, :measure, :actedAt, :sentAt)
      """)
  boolean add(
      ActId id,
      AttemptId attempt,
      int round,
      int slot,
      EvidenceId evidence,
      @Nullable BigDecimal measure,
      Instant actedAt,
      Instant sentAt);

  @SqlQuery(
      """
      SELECT EXISTS (
        SELECT 1 FROM challenge_act x
        JOIN challenge_attempt a ON a.attempt_id = x.attempt_id
        WHERE a.challenge_id = :id)
      """)
  boolean somethingProved(ChallengeId id);

  @SqlUpdate(
      """
      UPDATE challenge_attempt
      SET state = 'SUBMITTED', round = :round, measure = :measure, acted_at = :actedAt,
        submitted_at = UTC_TIMESTAMP(6), doubtful = :doubtful, nudged_at = NULL,
        officer_asked_at = NULL, window_until = NULL,
        validate_by = UTC_TIMESTAMP(6) + INTERVAL :days DAY
      WHERE attempt_id = :id AND state = :from
      """)
  int submit(
      AttemptId id,
      AttemptState from,
      int round,
      @Nullable BigDecimal measure,
      Instant actedAt,
      boolean doubtful,
      int days);

  @SqlUpdate(
      """
      INSERT IGNORE INTO challenge_witness (attempt_id, member_id, named_at)
      VALUES (:attempt, :member, UTC_TIMESTAMP(6))
      """)
  boolean nameWitness(AttemptId attempt, MemberId member);

  @SqlQuery("SELECT member_id FROM challenge_witness WHERE attempt_id = :attempt")
  Set<MemberId> witnesses(AttemptId attempt);

  @SqlQuery("SELECT attempt_id FROM challenge_witness WHERE member_id = :member")
  Set<AttemptId> witnessedBy(MemberId member);

  @SqlUpdate(
      """
      INSERT IGNORE INTO challenge_validation (attempt_id, round, member_id, cosigned, given_at)
      VALUES (:attempt, :round, :member, :cosigned, UTC_TIMESTAMP(6))
      """)
  boolean vouch(AttemptId attempt, int round, MemberId member, boolean cosigned);

  @SqlQuery(
      """
      SELECT attempt_id, round, member_id, cosigned, given_at
      FROM challenge_validation
      WHERE attempt_id IN (<ids>)
      ORDER BY given_at, member_id
      """)
  List<ValidationRow> validations(@BindList Collection<AttemptId> ids);

  @SqlUpdate(
      """
      UPDATE challenge_attempt
      SET state = 'VALIDATED', level = :level, validated_at = UTC_TIMESTAMP(6),
        validate_by = NULL, window_until = UTC_TIMESTAMP(6) + INTERVAL :days DAY
      WHERE attempt_id = :id AND state = :from
      """)
  int validate(AttemptId id, AttemptState from, ValidationLevel level, int days);

  @SqlUpdate(
      """
      UPDATE challenge_attempt
      SET state = 'REJECTED', rejected_by = :member, reason = :reason, validate_by = NULL,
        window_until = UTC_TIMESTAMP(6) + INTERVAL :days DAY
      WHERE attempt_id = :id AND state = :from
      """)
  int reject(AttemptId id, AttemptState from, @Nullable MemberId member, String reason, int days);

  /** Takes an attempt to the desk, once, while it may be questioned. */
  @SqlUpdate(
      """
      UPDATE challenge_attempt
      SET state = 'DISPUTED', dispute_from = :from
      WHERE attempt_id = :id AND state = :from AND dispute_from IS NULL
        AND window_until > UTC_TIMESTAMP(6)
      """)
  int dispute(AttemptId id, AttemptState from);

  @SqlUpdate(
      """
      UPDATE challenge_attempt
      SET officer_asked_at = UTC_TIMESTAMP(6)
      WHERE attempt_id = :id AND state = 'SUBMITTED' AND officer_asked_at IS NULL
      """)
  int askOfficer(AttemptId id);

  @SqlUpdate(
      """
      UPDATE challenge_attempt
      SET state = 'REVOKED', reason = :reason
      WHERE attempt_id = :id AND state = :from
      """)
  int revoke(AttemptId id, AttemptState from, String reason);
}
