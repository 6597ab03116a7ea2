package org.ronde.disputes;

import java.util.Optional;
import org.ronde.ids.DisputeId;
import org.ronde.ids.MemberId;
import org.ronde.ids.Subject;

/** The desk for complaints between members: talk, decision by an officer, one appeal. */
public final class Disputes {
  /**
   * Opens a case, in the caller's transaction. A subject has at most one open case.
   *
   * @param by who complains
   * @param against the other side
   * @param title what it is about, for the desk's list
   * @param path the page of ours that shows the subject
   * @param statement the complaint in the member's words, at most 4,000 characters
   */
  public DisputeId open(
      Subject subject, MemberId by, MemberId against, String title, String path, String statement) {
    throw new UnsupportedOperationException();
  }

  /** The newest case about a subject. */
  public Optional<DisputeId> about(Subject subject) {
    throw new UnsupportedOperationException();
  }

  /** Plugs in who hears decisions about a kind of subject. */
  public void listen(String subjectKind, DisputeListener listener) {
    throw new UnsupportedOperationException();
  }
}
