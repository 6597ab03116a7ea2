package org.ronde.evidence;

import java.util.List;
import org.ronde.http.Actor;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.MemberId;
import org.ronde.ids.Subject;

/** The door of evidence. */
public final class Proofs {
  /**
   * Checks and keeps a proof.
   *
   * @throws org.ronde.http.Refusal with a fault per field ({@code files}, {@code altText}, {@code
   *     measure}…) that says what is accepted
   */
  public EvidenceId submit(Submission submission) {
    throw new UnsupportedOperationException();
  }

  /** A proof that this actor may see; else NOT_FOUND. */
  public Proof proof(Actor actor, EvidenceId id) {
    throw new UnsupportedOperationException();
  }

  /** The proofs of a subject that this actor may see, oldest first. */
  public List<Proof> of(Actor actor, Subject subject) {
    throw new UnsupportedOperationException();
  }

  /** Lets one more member see a proof: a referee or officer named later. */
  public void show(EvidenceId id, MemberId viewer) {
    throw new UnsupportedOperationException();
  }
}
