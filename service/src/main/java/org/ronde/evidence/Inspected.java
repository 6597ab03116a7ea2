package org.ronde.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Refusal.Fault;

/**
 * Files of a form that were looked at. It takes time to decode a picture, so this is done before
 * anything is locked: {@link Proofs#inspect}.
 */
public final class Inspected {
  /** No files. */
  public static final Inspected NOTHING = new Inspected(List.of(), null, List.of());

  private final List<File> files;
  private final Medium.@Nullable Photo poster;
  private final List<Fault> faults;

  /**
   * A file fit to be kept.
   *
   * @param bytes as it was sent
   */
  record File(Medium medium, long bytes) {}

  Inspected(List<File> files, Medium.@Nullable Photo poster, List<Fault> faults) {
    this.files = List.copyOf(files);
    this.poster = poster;
    this.faults = List.copyOf(faults);
  }

  /** What is wrong with the files that are not fit to be kept, each at {@code files}. */
  public List<Fault> faults() {
    return faults;
  }

  /** How many files were sent, fit or not. */
  public int count() {
    return files.size() + faults.size();
  }

  List<File> files() {
    return files;
  }

  Medium.@Nullable Photo poster() {
    return poster;
  }

  long bytes() {
    return files.stream().mapToLong(File::bytes).sum();
  }
}
