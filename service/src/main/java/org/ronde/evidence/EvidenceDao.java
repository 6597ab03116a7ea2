package org.ronde.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.Id;
import org.ronde.ids.MemberId;

/** Proofs and who may see them. */
interface EvidenceDao {
  /** The part of a subject that names the thing. */
  record SubjectId(UUID value) implements Id {}

  /** A proof as it is stored, without its items. */
  record Row(
      EvidenceId evidenceId,
      String subjectKind,
      SubjectId subjectId,
      MemberId ownerId,
      String words,
      @Nullable BigDecimal measure,
      String place,
      Instant takenAt,
      Instant sentAt,
      Audience audience,
      @Nullable Instant hiddenAt,
      @Nullable Instant forgottenAt) {}

  @SqlQuery("SELECT UTC_TIMESTAMP(6)")
  Instant now();

  @SqlUpdate(
      """
      INSERT INTO evidence
        (evidence_id, subject_kind, subject_id, owner_id, words, measure, place, taken_at, sent_at)
      VALUES
        (:evidenceId, :subjectKind, :subjectId, :ownerId, :words, :measure, :place, :takenAt,
         UTC_TIMESTAMP(6))
      """)
  void create(@BindMethods Row row);

  @SqlQuery(
      """
      SELECT COUNT(*) FROM evidence
      WHERE owner_id = :owner AND sent_at > UTC_TIMESTAMP(6) - INTERVAL 1 DAY
      """)
  int sentWithinADay(MemberId owner);

  @SqlBatch("INSERT IGNORE INTO evidence_viewer (evidence_id, member_id) VALUES (:id, :member)")
  void addViewers(Collection<EvidenceId> id, MemberId member);

  @SqlBatch("INSERT IGNORE INTO evidence_viewer (evidence_id, member_id) VALUES (:id, :member)")
  void addViewers(EvidenceId id, Collection<MemberId> member);

  @SqlQuery("SELECT member_id FROM evidence_viewer WHERE evidence_id = :id ORDER BY member_id")
  List<MemberId> viewers(EvidenceId id);

  @SqlQuery(
      """
      SELECT evidence_id FROM evidence_viewer
      WHERE member_id = :member AND evidence_id IN (<ids>)
      """)
  List<EvidenceId> seenBy(MemberId member, @BindList("ids") Collection<EvidenceId> ids);

  @SqlQuery(
      """
      SELECT evidence_id, subject_kind, subject_id, owner_id, words, measure, place, taken_at,
        sent_at, audience, hidden_at, forgotten_at
      FROM evidence
      WHERE evidence_id = :id
      """)
  Optional<Row> find(EvidenceId id);

  @SqlQuery(
      """
      SELECT evidence_id, subject_kind, subject_id, owner_id, words, measure, place, taken_at,
        sent_at, audience, hidden_at, forgotten_at
      FROM evidence
      WHERE evidence_id = :id
      FOR UPDATE
      """)
  Optional<Row> lock(EvidenceId id);

  @SqlQuery(
      """
      SELECT evidence_id, subject_kind, subject_id, owner_id, words, measure, place, taken_at,
        sent_at, audience, hidden_at, forgotten_at
      FROM evidence
      WHERE subject_kind = :kind AND subject_id IN (<subjects>) AND forgotten_at IS NULL
      ORDER BY sent_at, evidence_id
      LIMIT :limit
      """)
  List<Row> of(String kind, @BindList("subjects") Collection<SubjectId> subjects, int limit);

  @SqlQuery(
      """
      SELECT evidence_id, subject_kind, subject_id, owner_id, words, measure, place, taken_at,
        sent_at, audience, hidden_at, forgotten_at
      FROM evidence
      WHERE subject_kind = :kind AND subject_id IN (<subjects>) AND audience IN (<audiences>)
        AND hidden_at IS NULL
      ORDER BY sent_at DESC, evidence_id DESC
      LIMIT :limit OFFSET :offset
      """)
  List<Row> gallery(
      String kind,
      @BindList("subjects") Collection<SubjectId> subjects,
      @BindList("audiences") Collection<Audience> audiences,
      int limit,
      int offset);

  @SqlQuery(
      """
      SELECT evidence_id, subject_kind, subject_id, owner_id, words, measure, place, taken_at,
        sent_at, audience, hidden_at, forgotten_at
      FROM evidence
      WHERE owner_id = :owner AND forgotten_at IS NULL
      ORDER BY sent_at DESC, evidence_id DESC
      LIMIT :limit OFFSET :offset
      """)
  List<Row> ofOwner(MemberId owner, int limit, int offset);

  @SqlQuery(
      """
      SELECT evidence_id, subject_kind, subject_id, owner_id, words, measure, place, taken_at,
        sent_at, audience, hidden_at, forgotten_at
      FROM evidence
      WHERE owner_id = :owner AND audience IN (<audiences>)
        AND hidden_at IS NULL AND forgotten_at IS NULL
      ORDER BY sent_at DESC, evidence_id DESC
      LIMIT :max
      """)
  List<Row> shownBy(MemberId owner, @BindList("audiences") Collection<Audience> audiences, int max);

  @SqlUpdate("UPDATE evidence SET audience = :audience WHERE evidence_id = :id")
  void showTo(EvidenceId id, Audience audience);

  @SqlUpdate(
      """
      UPDATE evidence SET hidden_at = UTC_TIMESTAMP(6)
      WHERE evidence_id = :id AND hidden_at IS NULL
      """)
  void hide(EvidenceId id);

  @SqlUpdate("UPDATE evidence SET hidden_at = NULL WHERE evidence_id = :id")
  void restore(EvidenceId id);

  @SqlUpdate(
      """
      UPDATE evidence
      SET words = '', measure = NULL, place = '', audience = 'PARTIES',
        forgotten_at = UTC_TIMESTAMP(6)
      WHERE owner_id = :owner AND forgotten_at IS NULL
      """)
  int forget(MemberId owner);
}
