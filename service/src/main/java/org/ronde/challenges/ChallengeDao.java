package org.ronde.challenges;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

/** Challenges, their terms and their story. */
interface ChallengeDao {
  /** A challenge as it is stored. */
  record Row(
      ChallengeId challengeId,
      MemberId authorId,
      @Nullable CompanyId companyId,
      ActivityId activityId,
      Kind kind,
      Kind.Audience audience,
      ChallengeState state,
      @Nullable ChallengeState suspendedFrom,
      int version,
      String title,
      Instant endsAt,
      String place,
      @Nullable BigDecimal latitude,
      @Nullable BigDecimal longitude,
      Instant launchedAt,
      @Nullable Instant endedAt) {
    boolean open() {
      return audience == Kind.Audience.EVERYBODY;
    }
  }

  /** One version of the terms. */
  record TermsRow(
      ChallengeId challengeId, int version, MemberId proposedBy, String canonical, String hash) {
    Terms terms() {
      return Terms.parse(canonical);
    }
  }

  /** Identifies a line of the story. */
  record EventId(UUID value) implements Id {}

  /** A line of the story. */
  record EventRow(
      EventId eventId,
      ChallengeId challengeId,
      @Nullable AttemptId attemptId,
      Story kind,
      @Nullable MemberId memberId,
      String words,
      Instant happenedAt) {}

  String COLUMNS =
      """
      SELECT c.challenge_id, c.author_id, c.company_id, c.activity_id, c.kind, c.audience, c.state,
        c.suspended_from, c.version, c.title, c.ends_at, c.place, c.latitude, c.longitude,
        c.launched_at, c.ended_at
      FROM challenge c
      """;

  @SqlQuery("SELECT UTC_TIMESTAMP(6)")
  Instant now();

  @SqlUpdate(
      """
      INSERT INTO challenge
        (challenge_id, author_id, company_id, activity_id, kind, audience, state, version, title,
         ends_at, place, latitude, longitude, launched_at)
      VALUES
        (:challengeId, :authorId, :companyId, :activityId, :kind, :audience, :state, :version,
         :title, :endsAt, :place, :latitude, :longitude, UTC_TIMESTAMP(6))
      """)
  void create(@BindMethods Row row);

  @SqlUpdate(
      """
      INSERT INTO challenge_terms
        (challenge_id, version, proposed_by, canonical, hash, written_at)
      VALUES (:challengeId, :version, :proposedBy, :canonical, :hash, UTC_TIMESTAMP(6))
      """)
  void write(@BindMethods TermsRow row);

  @SqlUpdate(
      """
      INSERT INTO challenge_event
        (event_id, challenge_id, attempt_id, kind, member_id, words, happened_at)
      VALUES (:id, :challenge, :attempt, :kind, :member, :words, UTC_TIMESTAMP(6))
      """)
  void append(
      EventId id,
      ChallengeId challenge,
      @Nullable AttemptId attempt,
      Story kind,
      @Nullable MemberId member,
      String words);

  @SqlQuery(COLUMNS + "WHERE c.challenge_id = :id")
  Optional<Row> find(ChallengeId id);

  @SqlQuery(COLUMNS + "WHERE c.challenge_id IN (<ids>)")
  List<Row> find(@BindList Collection<ChallengeId> ids);

  @SqlQuery(COLUMNS + "WHERE c.challenge_id = :id FOR UPDATE")
  Optional<Row> lock(ChallengeId id);

  @SqlQuery(
      """
      SELECT challenge_id, version, proposed_by, canonical, hash
      FROM challenge_terms
      WHERE challenge_id = :id
      ORDER BY version
      """)
  List<TermsRow> terms(ChallengeId id);

  @SqlQuery(
      """
      SELECT t.challenge_id, t.version, t.proposed_by, t.canonical, t.hash
      FROM challenge_terms t
      WHERE t.challenge_id = :id AND t.version = :version
      """)
  TermsRow terms(ChallengeId id, int version);

  @SqlQuery("SELECT MAX(version) + 1 FROM challenge_terms WHERE challenge_id = :id")
  int nextVersion(ChallengeId id);

  @SqlQuery(
      """
      SELECT event_id, challenge_id, attempt_id, kind, member_id, words, happened_at
      FROM challenge_event
      WHERE challenge_id = :id
      ORDER BY happened_at, event_id
      LIMIT :limit
      """)
  List<EventRow> story(ChallengeId id, int limit);

  /** Which officer stopped it last. */
  @SqlQuery(
      """
      SELECT member_id FROM challenge_event
      WHERE challenge_id = :id AND kind = 'SUSPENDED' AND member_id IS NOT NULL
      ORDER BY happened_at DESC, event_id DESC
      LIMIT 1
      """)
  Optional<MemberId> findStopper(ChallengeId id);

  @SqlUpdate(
      """
      UPDATE challenge
      SET version = :version, title = :title, ends_at = :endsAt
      WHERE challenge_id = :id
      """)
  void renew(ChallengeId id, int version, String title, Instant endsAt);

  @SqlUpdate("UPDATE challenge SET state = :to WHERE challenge_id = :id AND state = :from")
  int move(ChallengeId id, ChallengeState from, ChallengeState to);

  @SqlUpdate(
      """
      UPDATE challenge
      SET state = :to, ended_at = UTC_TIMESTAMP(6), suspended_from = NULL
      WHERE challenge_id = :id AND state = :from
      """)
  int end(ChallengeId id, ChallengeState from, ChallengeState to);

  /** Stops every clock of a challenge; the end it had is kept when it had ended. */
  @SqlUpdate(
      """
      UPDATE challenge
      SET state = 'SUSPENDED', suspended_from = :from
      WHERE challenge_id = :id AND state = :from
      """)
  int suspend(ChallengeId id, ChallengeState from);

  @SqlUpdate(
      """
      UPDATE challenge
      SET state = :to, suspended_from = NULL
      WHERE challenge_id = :id AND state = 'SUSPENDED'
      """)
  int resume(ChallengeId id, ChallengeState to);

  @SqlQuery(
      """
      SELECT COUNT(*) FROM challenge
      WHERE author_id = :author AND launched_at > UTC_TIMESTAMP(6) - INTERVAL 1 DAY
      """)
  int launchedWithinADay(MemberId author);

  /** Challenges whose last proof could have arrived by now, or in which nothing is left to do. */
  @SqlQuery(
      """
      SELECT c.challenge_id
      FROM challenge c
      WHERE c.state IN ('INVITED', 'OPEN', 'RUNNING') AND c.ends_at <= UTC_TIMESTAMP(6)
        AND NOT EXISTS (
          SELECT 1 FROM challenge_attempt a
          WHERE a.challenge_id = c.challenge_id
            AND (a.state IN ('INVITED', 'COUNTERED', 'ACCEPTED', 'ACTIVE', 'SUBMITTED', 'DISPUTED')
                 OR a.state = 'REJECTED' AND a.dispute_from IS NULL))
      ORDER BY c.ends_at, c.challenge_id
      LIMIT :limit
      """)
  List<ChallengeId> over(int limit);

  /** Ends a challenge that nobody can join and in which everybody is through. */
  @SqlUpdate(
      """
      UPDATE challenge
      SET state = 'ENDED', ended_at = UTC_TIMESTAMP(6)
      WHERE challenge_id = :id
        AND (state = 'RUNNING' AND kind <> 'CHAIN' OR ends_at <= UTC_TIMESTAMP(6)
             AND state IN ('INVITED', 'OPEN', 'RUNNING'))
        AND NOT EXISTS (
          SELECT 1 FROM challenge_attempt
          WHERE challenge_id = :id
            AND (state IN ('INVITED', 'COUNTERED', 'ACCEPTED', 'ACTIVE', 'SUBMITTED', 'DISPUTED')
                 OR state = 'REJECTED' AND dispute_from IS NULL))
      """)
  int endWhenDone(ChallengeId id);
}
