package org.ronde.evidence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Transactions;
import org.ronde.http.Form;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Upload;
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

  private record Good(FileId id, Medium medium) {}

  Kept(Shelf shelf, Transactions transactions, Ids ids, Inspection inspection) {
    this.shelf = shelf;
    this.transactions = transactions;
    this.ids = ids;
    this.inspection = inspection;
  }

  /** Sees to it that a refused form's good files are kept, and names them in the form. */
  void rescue(MemberId owner, Form form) {
    List<Good> good = new ArrayList<>();
    form.uploads("files").forEach(upload -> findGood(upload).ifPresent(good::add));
    Medium.Photo poster = poster(form);
    Set<FileId> named = new LinkedHashSet<>(waiting(owner, Submission.kept(form)));
    good.forEach(file -> named.add(file.id()));
    form.presetAll("kept", List.copyOf(named));
    form.whenRefused(
        () -> {
          Shelf.Place place = new Shelf.Place(null, owner, 0, "");
          good.forEach(file -> shelf.put(file.id(), place, file.medium(), poster));
          forgetOldest(owner);
        });
  }

  /** The file, unless it is refused: the page has said so, and it must be chosen again. */
  private Optional<Good> findGood(Upload upload) {
    try {
      return Optional.of(new Good(new FileId(ids.next()), inspection.inspect(upload)));
    } catch (Refusal refused) {
      return Optional.empty();
    }
  }

  private Medium.@Nullable Photo poster(Form form) {
    return form.uploads("poster").stream().findFirst().map(this::still).orElse(null);
  }

  /** A poster is a comfort: one that is no picture is left out. */
  Medium.@Nullable Photo still(@Nullable Upload upload) {
    try {
      return upload != null && inspection.inspect(upload) instanceof Medium.Photo photo
          ? photo
          : null;
    } catch (Refusal refused) {
      return null;
    }
  }

  /**
   * Keeps files that a later submission names.
   *
   * @throws Refusal INVALID when there is none, or one of them is refused
   */
  List<FileId> keep(MemberId owner, List<Upload> uploads) {
    if (uploads.isEmpty() || uploads.size() > inspection.settings().filesMax()) {
      throw Refusal.invalid(Proofs.tooMany(inspection.settings().filesMax()));
    }
    List<Good> good =
        uploads.stream()
            .map(upload -> new Good(new FileId(ids.next()), inspection.inspect(upload)))
            .toList();
    Shelf.Place place = new Shelf.Place(null, owner, 0, "");
    transactions.run(
        () -> {
          good.forEach(file -> shelf.put(file.id(), place, file.medium(), null));
          forgetOldest(owner);
        });
    return good.stream().map(Good::id).toList();
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

  private void forgetOldest(MemberId owner) {
    remove(shelf.items().keptBeyond(owner, WAITING_MAX));
  }

  private int remove(List<FileId> items) {
    items.forEach(id -> shelf.items().lock(id).ifPresent(shelf::remove));
    return items.size();
  }
}
