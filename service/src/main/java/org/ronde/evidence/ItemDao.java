package org.ronde.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.FileId;
import org.ronde.ids.MemberId;

/** Pictures, films and tracks, and where their files are. */
interface ItemDao {
  /** An item that was not removed. */
  record Row(
      FileId itemId,
      @Nullable EvidenceId evidenceId,
      MemberId ownerId,
      int position,
      Proof.Kind kind,
      String altText,
      String sha256,
      long bytes,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable Integer lengthSeconds,
      @Nullable Integer distanceMetres,
      @Nullable String drawing,
      FileId largeFile,
      @Nullable FileId smallFile,
      @Nullable FileId shownLargeFile,
      @Nullable FileId shownSmallFile,
      boolean alone) {}

  @SqlUpdate(
      """
      INSERT INTO evidence_item
        (item_id, evidence_id, owner_id, position, kind, alt_text, sha256, bytes, width, height,
         length_seconds, distance_metres, drawing, large_file, small_file, created_at)
      VALUES
        (:itemId, :evidenceId, :ownerId, :position, :kind, :altText, :sha256, :bytes, :width,
         :height, :lengthSeconds, :distanceMetres, :drawing, :largeFile, :smallFile, UTC_TIMESTAMP(6))
      """)
  void create(@BindMethods Row row);

  @SqlUpdate(
      """
      UPDATE evidence_item
      SET evidence_id = :evidence, position = :position, alt_text = :altText
      WHERE item_id = :id AND owner_id = :owner AND evidence_id IS NULL AND removed_at IS NULL
      """)
  int attach(FileId id, MemberId owner, EvidenceId evidence, int position, String altText);

  @SqlQuery(
      """
      SELECT item_id, evidence_id, owner_id, position, kind, alt_text, sha256, bytes, width,
        height, length_seconds, distance_metres, drawing, large_file, small_file, shown_large_file,
        shown_small_file, alone
      FROM evidence_item
      WHERE evidence_id IN (<ids>) AND removed_at IS NULL
      ORDER BY evidence_id, position
      """)
  List<Row> of(@BindList("ids") Collection<EvidenceId> ids);

  @SqlQuery(
      """
      SELECT item_id, evidence_id, owner_id, position, kind, alt_text, sha256, bytes, width,
        height, length_seconds, distance_metres, drawing, large_file, small_file, shown_large_file,
        shown_small_file, alone
      FROM evidence_item
      WHERE item_id = :id AND removed_at IS NULL
      """)
  Optional<Row> find(FileId id);

  @SqlQuery(
      """
      SELECT item_id, evidence_id, owner_id, position, kind, alt_text, sha256, bytes, width,
        height, length_seconds, distance_metres, drawing, large_file, small_file, shown_large_file,
        shown_small_file, alone
      FROM evidence_item
      WHERE item_id = :id AND removed_at IS NULL
      FOR UPDATE
      """)
  Optional<Row> lock(FileId id);

  /** Items kept for a form, of those named. */
  @SqlQuery(
      """
      SELECT item_id FROM evidence_item
      WHERE item_id IN (<ids>) AND owner_id = :owner AND evidence_id IS NULL
        AND removed_at IS NULL
      ORDER BY created_at, item_id
      """)
  List<FileId> kept(MemberId owner, @BindList("ids") Collection<FileId> ids);

  /** What a member sent, also what is removed or still waits for its proof. */
  @SqlQuery(
      """
      SELECT COALESCE(SUM(bytes), 0) FROM evidence_item
      WHERE owner_id = :owner AND created_at > UTC_TIMESTAMP(6) - INTERVAL 1 DAY
      """)
  long bytesWithinADay(MemberId owner);

  /** All items kept for a form but the newest. */
  @SqlQuery(
      """
      SELECT item_id FROM evidence_item
      WHERE owner_id = :owner AND evidence_id IS NULL AND removed_at IS NULL
      ORDER BY created_at DESC, item_id DESC
      LIMIT 1000 OFFSET :newest
      """)
  List<FileId> keptBeyond(MemberId owner, int newest);

  @SqlQuery(
      """
      SELECT item_id FROM evidence_item
      WHERE evidence_id IS NULL AND removed_at IS NULL
        AND created_at < UTC_TIMESTAMP(6) - INTERVAL :days DAY
      ORDER BY item_id
      LIMIT 200
      """)
  List<FileId> keptTooLong(int days);

  /** Pictures that hide somebody and still lack what others get of them. */
  @SqlQuery(
      """
      SELECT DISTINCT i.item_id
      FROM evidence_person p
      JOIN evidence_item i ON i.item_id = p.item_id
      WHERE p.box_x IS NOT NULL AND (p.minor OR p.answer IS NULL OR p.answer <> 'YES')
        AND i.kind = 'PHOTO' AND i.shown_large_file IS NULL AND i.removed_at IS NULL
      ORDER BY i.item_id
      LIMIT 50
      """)
  List<FileId> undrawn();

  @SqlQuery(
      """
      SELECT item_id FROM evidence_item
      WHERE owner_id = :owner AND removed_at IS NULL
      ORDER BY item_id
      """)
  List<FileId> ofOwner(MemberId owner);

  @SqlUpdate("UPDATE evidence_item SET alt_text = :altText, alone = :alone WHERE item_id = :id")
  void describe(FileId id, String altText, boolean alone);

  @SqlUpdate(
      """
      UPDATE evidence_item SET shown_large_file = :large, shown_small_file = :small
      WHERE item_id = :id
      """)
  void show(FileId id, @Nullable FileId large, @Nullable FileId small);

  @SqlUpdate(
      """
      UPDATE evidence_item
      SET large_file = NULL, small_file = NULL, shown_large_file = NULL, shown_small_file = NULL,
        drawing = NULL, alt_text = '', removed_at = UTC_TIMESTAMP(6)
      WHERE item_id = :id AND removed_at IS NULL
      """)
  void remove(FileId id);
}
