package org.ronde.challenges;

import java.util.List;
import org.ronde.evidence.Inspected;
import org.ronde.ids.FileId;

/**
 * The files of a proof.
 *
 * @param fresh those that come with it, looked at
 * @param kept those of a form that was refused, which wait at evidence
 * @param altText what the pictures show, for who cannot see them
 */
public record SentFiles(Inspected fresh, List<FileId> kept, String altText) {
  /** A proof of words and numbers alone. */
  public static final SentFiles NONE = new SentFiles(Inspected.NOTHING, List.of(), "");

  public SentFiles {
    kept = List.copyOf(kept);
  }

  boolean none() {
    return fresh.count() == 0 && kept.isEmpty();
  }
}
