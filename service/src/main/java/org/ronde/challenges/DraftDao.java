package org.ronde.challenges;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.ronde.ids.DraftId;
import org.ronde.ids.MemberId;

/** Challenges that are being written. */
interface DraftDao {
  /** One of them; {@code fields} is JSON. */
  record Row(DraftId draftId, MemberId authorId, Kind kind, String fields, Instant keptAt) {}

  @SqlUpdate(
      """
      INSERT INTO challenge_draft (draft_id, author_id, kind, fields, kept_at)
      VALUES (:id, :author, :kind, :fields, UTC_TIMESTAMP(6))
      """)
  void create(DraftId id, MemberId author, Kind kind, String fields);

  /** 0 when there is none, or it is somebody else's. */
  @SqlUpdate(
      """
      UPDATE challenge_draft
      SET kind = :kind, fields = :fields, kept_at = UTC_TIMESTAMP(6)
      WHERE draft_id = :id AND author_id = :author
      """)
  int change(DraftId id, MemberId author, Kind kind, String fields);

  @SqlQuery(
      """
      SELECT draft_id, author_id, kind, fields, kept_at
      FROM challenge_draft
      WHERE draft_id = :id AND author_id = :author
      """)
  Optional<Row> find(DraftId id, MemberId author);

  @SqlQuery(
      """
      SELECT draft_id, author_id, kind, fields, kept_at
      FROM challenge_draft
      WHERE author_id = :author
      ORDER BY kept_at DESC, draft_id DESC
      """)
  List<Row> of(MemberId author);

  @SqlQuery("SELECT COUNT(*) FROM challenge_draft WHERE author_id = :author")
  int count(MemberId author);

  @SqlUpdate("DELETE FROM challenge_draft WHERE draft_id = :id AND author_id = :author")
  int discard(DraftId id, MemberId author);

  @SqlUpdate("DELETE FROM challenge_draft WHERE author_id = :author")
  void forget(MemberId author);
}
