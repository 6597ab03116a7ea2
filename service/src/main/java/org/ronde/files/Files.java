package org.ronde.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jdbi.v3.core.Jdbi;
import org.ronde.db.Transactions;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.FileId;
import org.ronde.ids.Ids;

/**
 * Keeps files in the database in pieces of {@value #PIECE_BYTES} bytes.
 *
 * <pre>{@code
 * FileId id = files.keep(upload.content(), "video/mp4");
 * try (InputStream bytes = files.read(id, 1_000_000)) { … }
 * }</pre>
 */
public final class Files {
  static final int PIECE_BYTES = 256 * 1024;

  private final FilesDao dao;
  private final Transactions transactions;
  private final Ids ids;

  public Files(Jdbi jdbi, Transactions transactions, Ids ids) {
    this.dao = jdbi.onDemand(FilesDao.class);
    this.transactions = transactions;
    this.ids = ids;
  }

  /** Keeps a file, which is not empty, in the caller's transaction. */
  public FileId keep(Path content, String mediaType) {
    try (InputStream digested = java.nio.file.Files.newInputStream(content);
        InputStream bytes = java.nio.file.Files.newInputStream(content)) {
      return keep(bytes, mediaType, java.nio.file.Files.size(content), sha256(digested));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps a small file, which is not empty, in the caller's transaction. */
  public FileId keep(byte[] content, String mediaType) {
    try {
      return keep(
          new ByteArrayInputStream(content),
          mediaType,
          content.length,
          sha256(new ByteArrayInputStream(content)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileId keep(InputStream bytes, String mediaType, long size, String sha256)
      throws IOException {
    FileId id = new FileId(ids.next());
    transactions.run(() -> dao.create(id, mediaType, size, sha256));
    int position = 0;
    byte[] piece = bytes.readNBytes(PIECE_BYTES);
    while (piece.length > 0) {
      dao.add(id, position, piece);
      position++;
      piece = bytes.readNBytes(PIECE_BYTES);
    }
    return id;
  }

  /**
   * What is known of a file.
   *
   * @throws Refusal NOT_FOUND when it was removed
   */
  public StoredFile file(FileId id) {
    return dao.find(id).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  /** The bytes from {@code offset}, read piece by piece. */
  public InputStream read(FileId id, long offset) {
    return new Pieces(id, offset);
  }

  /** Removes a file for good; nothing happens when it is gone. */
  public void remove(FileId id) {
    dao.remove(id);
  }

  private static String sha256(InputStream bytes) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] block = new byte[64 * 1024];
      for (int count = bytes.read(block); count >= 0; count = bytes.read(block)) {
        digest.update(block, 0, count);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One piece in memory at a time, and no connection held between two of them. */
  private final class Pieces extends InputStream {
    private final FileId id;
    private int next;
    private byte[] piece;
    private int at;

    Pieces(FileId id, long offset) {
      this.id = id;
      this.next = (int) (offset / PIECE_BYTES);
      this.piece = load();
      this.at = Math.min(piece.length, (int) (offset % PIECE_BYTES));
    }

    private byte[] load() {
      return dao.findPiece(id, next++).orElse(new byte[0]);
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (at == piece.length && piece.length > 0) {
        piece = load();
        at = 0;
      }
      if (piece.length == 0) {
        return -1;
      }
      int count = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, buffer, offset, count);
      at += count;
      return count;
    }
  }
}
