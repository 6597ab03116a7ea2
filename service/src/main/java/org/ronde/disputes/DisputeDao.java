package org.ronde.disputes;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.DisputeId;
import org.ronde.ids.Id;
import org.ronde.ids.MemberId;

/** Disputes, their words and decisions. */
interface DisputeDao {
  /** A dispute without its words and decisions. */
  record Head(
      DisputeId disputeId,
      String subjectKind,
      UUID subjectId,
      String title,
      String path,
      MemberId openerId,
      MemberId otherId,
      Dispute.State state,
      Instant openedAt,
      @Nullable Instant appealUntil,
      @Nullable Instant closedAt) {}

  /** What was said, and where. */
  record WordRow(DisputeId disputeId, MemberId memberId, String words, Instant saidAt) {}

  /** What was decided, and where. */
  record DecisionRow(
      DisputeId disputeId,
      int instance,
      MemberId officerId,
      boolean upheld,
      String reason,
      Instant decidedAt) {}

  /** Identifies a word. */
  record WordId(UUID value) implements Id {}

  @SqlUpdate(
      """
      INSERT INTO dispute
        (dispute_id, subject_kind, subject_id, title, path, opener_id, other_id, opened_at)
      VALUES (:id, :kind, :subject, :title, :path, :opener, :other, UTC_TIMESTAMP(6))
      """)
  void open(
      DisputeId id,
      String kind,
      UUID subject,
      String title,
      String path,
      MemberId opener,
      MemberId other);

  @SqlUpdate(
      """
      INSERT INTO dispute_word (word_id, dispute_id, member_id, words, said_at)
      VALUES (:id, :dispute, :member, :words, UTC_TIMESTAMP(6))
      """)
  void say(WordId id, DisputeId dispute, MemberId member, String words);

  @SqlUpdate(
      """
      INSERT INTO dispute_decision (dispute_id, instance, officer_id, upheld, reason, decided_at)
      VALUES (:dispute, :instance, :officer, :upheld, :reason, UTC_TIMESTAMP(6))
      """)
  void decide(DisputeId dispute, int instance, MemberId officer, boolean upheld, String reason);

  @SqlQuery(
      """
      SELECT dispute_id, subject_kind, subject_id, title, path, opener_id, other_id, state,
        opened_at, appeal_until, closed_at
      FROM dispute
      WHERE dispute_id = :id
      """)
  Optional<Head> find(DisputeId id);

  @SqlQuery(
      """
      SELECT dispute_id, subject_kind, subject_id, title, path, opener_id, other_id, state,
        opened_at, appeal_until, closed_at
      FROM dispute
      WHERE dispute_id = :id
      FOR UPDATE
      """)
  Optional<Head> lock(DisputeId id);

  /** The newest dispute about a subject. */
  @SqlQuery(
      """
      SELECT dispute_id
      FROM dispute
      WHERE subject_kind = :kind AND subject_id = :subject
      ORDER BY opened_at DESC, dispute_id DESC
      LIMIT 1
      """)
  Optional<DisputeId> about(String kind, UUID subject);

  /** A member's disputes, open ones first, each part newest first. */
  @SqlQuery(
      """
      SELECT dispute_id, subject_kind, subject_id, title, path, opener_id, other_id, state,
        opened_at, appeal_until, closed_at
      FROM dispute
      WHERE opener_id = :member OR other_id = :member
      ORDER BY closed_at IS NULL DESC, opened_at DESC, dispute_id DESC
      LIMIT :limit OFFSET :offset
      """)
  List<Head> page(MemberId member, int limit, int offset);

  @SqlQuery("SELECT COUNT(*) FROM dispute WHERE opener_id = :member OR other_id = :member")
  int count(MemberId member);

  /** Those that wait for a decision, appeals first, then the oldest. */
  @SqlQuery(
      """
      SELECT dispute_id, subject_kind, subject_id, title, path, opener_id, other_id, state,
        opened_at, appeal_until, closed_at
      FROM dispute
      WHERE state IN ('TALK', 'APPEALED')
      ORDER BY state = 'APPEALED' DESC, opened_at, dispute_id
      LIMIT 100
      """)
  List<Head> waiting();

  @SqlQuery("SELECT COUNT(*) FROM dispute WHERE state IN ('TALK', 'APPEALED')")
  long countWaiting();

  @SqlQuery(
      """
      SELECT dispute_id, member_id, words, said_at
      FROM dispute_word
      WHERE dispute_id IN (<ids>)
      ORDER BY dispute_id, word_id
      """)
  List<WordRow> words(@BindList Collection<DisputeId> ids);

  @SqlQuery(
      """
      SELECT dispute_id, instance, officer_id, upheld, reason, decided_at
      FROM dispute_decision
      WHERE dispute_id IN (<ids>)
      ORDER BY dispute_id, instance
      """)
  List<DecisionRow> decisions(@BindList Collection<DisputeId> ids);

  @SqlUpdate(
      """
      UPDATE dispute
      SET state = 'DECIDED', appeal_until = UTC_TIMESTAMP(6) + INTERVAL :days DAY
      WHERE dispute_id = :id AND state = 'TALK'
      """)
  int markDecided(DisputeId id, int days);

  /** Appeals while there is time, by the database's clock. */
  @SqlUpdate(
      """
      UPDATE dispute
      SET state = 'APPEALED', appealer_id = :by
      WHERE dispute_id = :id AND state = 'DECIDED' AND UTC_TIMESTAMP(6) < appeal_until
      """)
  int markAppealed(DisputeId id, MemberId by);

  @SqlUpdate(
      """
      UPDATE dispute
      SET state = :state, open_mark = NULL, closed_at = UTC_TIMESTAMP(6)
      WHERE dispute_id = :id AND state = :from
      """)
  int close(DisputeId id, Dispute.State from, Dispute.State state);

  /** Decided ones that nobody appealed in time; locked. */
  @SqlQuery(
      """
      SELECT dispute_id
      FROM dispute
      WHERE state = 'DECIDED' AND appeal_until <= UTC_TIMESTAMP(6)
      ORDER BY dispute_id
      LIMIT :limit
      FOR UPDATE SKIP LOCKED
      """)
  List<DisputeId> lockDue(int limit);
}
