package org.ronde.challenges;

import java.util.Collection;
import java.util.List;
import org.ronde.evidence.Proof;
import org.ronde.evidence.Proofs;
import org.ronde.evidence.Submission;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.FileId;
import org.ronde.ids.MemberId;
import org.ronde.ids.Subject;

/** What this room asks of evidence: keep a proof, show what this reader may see. */
public interface Proving {
  EvidenceId submit(Submission submission);

  /** The proofs of a subject that this actor may see, oldest first. */
  List<Proof> of(Actor actor, Subject subject);

  /** Keeps the good files of a form that is shown again, and names them in it. */
  void rescue(MemberId owner, Form form);

  /** The files kept from a refused form that this one names again. */
  List<FileId> kept(MemberId owner, Form form);

  /** Proofs of these subjects that were shown to members, newest first. */
  Proof.Page gallery(Actor reader, Collection<Subject> subjects, int page);

  /** Lets one more member see a proof. */
  void show(EvidenceId id, MemberId viewer);

  /** Asks evidence's door. */
  static Proving of(Proofs proofs) {
    return new Proving() {
      @Override
      public EvidenceId submit(Submission submission) {
        return proofs.submit(submission);
      }

      @Override
      public List<Proof> of(Actor actor, Subject subject) {
        return proofs.of(actor, subject);
      }

      @Override
      public void rescue(MemberId owner, Form form) {
        proofs.rescue(owner, form);
      }

      @Override
      public List<FileId> kept(MemberId owner, Form form) {
        return proofs.kept(owner, form);
      }

      @Override
      public Proof.Page gallery(Actor reader, Collection<Subject> subjects, int page) {
        return proofs.gallery(reader, subjects, page);
      }

      @Override
      public void show(EvidenceId id, MemberId viewer) {
        proofs.show(id, viewer);
      }
    };
  }
}
