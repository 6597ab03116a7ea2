package org.ronde.files;

import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.ronde.ids.FileId;

/** Files and their pieces. */
interface FilesDao {
  @SqlUpdate(
      """
      INSERT INTO stored_file (file_id, media_type, size, sha256, created_at)
      VALUES (:id, :mediaType, :size, :sha256, UTC_TIMESTAMP(6))
      """)
  void create(FileId id, String mediaType, long size, String sha256);

  @SqlUpdate("INSERT INTO stored_piece (file_id, position, bytes) VALUES (:id, :position, :bytes)")
  void add(FileId id, int position, byte[] bytes);

  @SqlQuery("SELECT file_id, media_type, size, sha256 FROM stored_file WHERE file_id = :id")
  Optional<StoredFile> find(FileId id);

  @SqlQuery("SELECT bytes FROM stored_piece WHERE file_id = :id AND position = :position")
  Optional<byte[]> findPiece(FileId id, int position);

  @SqlUpdate("DELETE FROM stored_file WHERE file_id = :id")
  void remove(FileId id);
}
