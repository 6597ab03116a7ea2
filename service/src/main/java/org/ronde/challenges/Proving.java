package org.ronde.challenges;

import java.util.Collection;
import java.util.List;
import org.ronde.evidence.Inspected;
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
  /** Looks at the files of a form, once: before anything is locked. */
  Inspected inspect(Form form);

  EvidenceId submit(Submission submission);

  /** The proofs of some subjects that this actor may see, oldest first. */
  List<Proof> of(Actor actor, Collection<Subject> subjects);

  /** Keeps the good files of a form that is shown again, and names them in it. */
  void rescue(MemberId owner, Form form);

  /** The files kept from a refused form that this one names again. */
  List<FileId> kept(MemberId owner, Form form);

  /** Proofs of these subjects that were shown to members, newest first. */
  Proof.Page gallery(Actor reader, Collection<Subject> subjects, int page);

  /** Lets one more member see some proofs. */
  void show(Collection<EvidenceId> ids, MemberId viewer);

  /** Asks evidence's door. */
  static Proving of(Proofs proofs) {
    return new Proving() {
      @Override
      public Inspected inspect(Form form) {
        return proofs.inspect(form);
      }

      @Override
      public EvidenceId submit(Submission submission) {
        return proofs.submit(submission);
      }

      @Override
      public List<Proof> of(Actor actor, Collection<Subject> subjects) {
        return proofs.of(actor, subjects);
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
      public void show(Collection<EvidenceId> ids, MemberId viewer) {
        proofs.show(ids, viewer);
      }
    };
  }
}
