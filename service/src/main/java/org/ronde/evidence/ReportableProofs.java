package org.ronde.evidence;

import java.util.Optional;
import java.util.UUID;
import org.ronde.disputes.Reportable;
import org.ronde.http.Actor;
import org.ronde.http.Refusal;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.MemberId;

/** Proofs, as things that can be reported. */
public record ReportableProofs(Proofs proofs) implements Reportable {
  private static final int TITLE_LENGTH_MAX = 80;

  @Override
  public Optional<Content> content(Actor actor, UUID id) {
    try {
      Proof proof = proofs.proof(actor, new EvidenceId(id));
      String words = proof.text().isBlank() ? "…" : proof.text().strip();
      String title =
          words.length() <= TITLE_LENGTH_MAX ? words : words.substring(0, TITLE_LENGTH_MAX) + "…";
      return Optional.of(new Content(title, "/evidence/" + id, proof.owner()));
    } catch (Refusal refusal) {
      return Optional.empty();
    }
  }

  @Override
  public void hide(UUID id, MemberId officer) {
    proofs.hide(new EvidenceId(id));
  }

  @Override
  public void restore(UUID id) {
    proofs.restore(new EvidenceId(id));
  }
}
