package org.ronde.challenges;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Upload;
import org.ronde.ids.FileId;

/**
 * The files of a proof.
 *
 * @param kept those of a form that was refused, which wait at evidence
 * @param poster a still picture for the first film, or null
 * @param altText what the pictures show, for who cannot see them
 */
public record SentFiles(
    List<Upload> uploads, List<FileId> kept, @Nullable Upload poster, String altText) {
  /** A proof of words and numbers alone. */
  public static final SentFiles NONE = new SentFiles(List.of(), List.of(), null, "");

  public SentFiles {
    uploads = List.copyOf(uploads);
    kept = List.copyOf(kept);
  }

  boolean none() {
    return uploads.isEmpty() && kept.isEmpty();
  }
}
