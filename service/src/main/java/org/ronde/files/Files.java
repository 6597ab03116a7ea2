package org.ronde.files;

import java.io.InputStream;
import java.nio.file.Path;
import org.ronde.ids.FileId;

/** Keeps files in the database in pieces of 256 KiB. */
public final class Files {
  /** Keeps a file in the caller's transaction. */
  public FileId keep(Path content, String mediaType) {
    throw new UnsupportedOperationException();
  }

  /** The bytes from {@code offset}, read piece by piece. */
  public InputStream read(FileId id, long offset) {
    throw new UnsupportedOperationException();
  }

  /** Removes a file for good. */
  public void remove(FileId id) {
    throw new UnsupportedOperationException();
  }
}
