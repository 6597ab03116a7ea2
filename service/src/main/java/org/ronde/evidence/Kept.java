package org.ronde.evidence;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Transactions;
import org.ronde.http.Form;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.FileId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;

/**
 * Files waiting for their proof: a browser cannot fill a file field again, so what was good in a
 * refused form waits here, and only what was refused must be chosen again.
 */
final class Kept {
  /** How many may wait for one member; more, and the oldest go. */
  static final int WAITING_MAX = 24;

  private final Shelf shelf;
  private final Transactions transactions;
  private final Ids ids;
  private final Inspection inspection;
  private final Allowance allowance;

  Kept(
      Shelf shelf, Transactions transactions, Ids ids, Inspection inspection, Allowance allowance) {
    this.shelf = shelf;
    this.transactions = transactions;
    this.ids = ids;
    this.inspection = inspection;
    this.allowance = allowance;
  }

  /** Sees to it that a refused form's good files are kept, and names them in the form. */
  void rescue(MemberId owner, Form form) {
    Inspected sent = inspection.inspect(form);
    Map<FileId, Inspected.File> good = new LinkedHashMap<>();
    if (sent.bytes() <= allowance.left(owner)) {
      sent.files().forEach(file -> good.put(new FileId(ids.next()), file));
    }
    Set<FileId> named = new LinkedHashSet<>(waiting(owner, Submission.kept(form)));
    named.addAll(good.keySet());
    form.presetAll("kept", List.copyOf(named));
    form.whenRefused(() -> put(owner, good, sent.poster()));
  }

  /**
   * Keeps files that a later submission names.
   *
   * @throws Refusal INVALID when there is none, one of them is refused, or they are too much for a
   *     day
   */
  List<FileId> keep(MemberId owner, Inspected sent) {
    if (sent.count() == 0 || sent.count() > inspection.settings().filesMax()) {
      throw Refusal.invalid(Proofs.tooMany(inspection.settings().filesMax()));
    }
    if (!sent.faults().isEmpty()) {
      throw Refusal.invalid(sent.faults());
    }
    Map<FileId, Inspected.File> good = new LinkedHashMap<>();
    sent.files().forEach(file -> good.put(new FileId(ids.next()), file));
    transactions.run(
        () -> {
          allowance.requireBytes(owner, sent.bytes());
          put(owner, good, null);
        });
    return List.copyOf(good.keySet());
  }

  private void put(
      MemberId owner, Map<FileId, Inspected.File> good, Medium.@Nullable Photo poster) {
    Shelf.Place place = new Shelf.Place(null, owner, 0, "");
    good.forEach((id, file) -> shelf.put(id, place, file, poster));
    remove(shelf.items().keptBeyond(owner, WAITING_MAX));
  }

  /** Of the items named, those that wait for this member. */
  List<FileId> waiting(MemberId owner, List<FileId> named) {
    return named.isEmpty() ? List.of() : shelf.items().kept(owner, named);
  }

  /** The item, while it waits for this member; else NOT_FOUND. */
  ItemDao.Row item(MemberId owner, FileId id) {
    return shelf
        .items()
        .find(id)
        .filter(row -> row.ownerId().equals(owner) && row.evidenceId() == null)
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  int forgetOld() {
    return transactions.in(
        () -> remove(shelf.items().keptTooLong(inspection.settings().keptDays())));
  }

  private int remove(List<FileId> items) {
    items.forEach(id -> shelf.items().lock(id).ifPresent(shelf::remove));
    return items.size();
  }
}
