package org.ronde.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.FileId;
import org.ronde.ids.Subject;

/**
 * Who sees what of a proof. Its owner, its parties and operators see it as it was sent; everybody
 * else sees what the owner shows, with people blurred, and nothing of what somebody in it
 * withholds.
 */
final class Sight {
  private final EvidenceDao dao;
  private final Shelf shelf;

  Sight(EvidenceDao dao, Shelf shelf) {
    this.dao = dao;
    this.shelf = shelf;
  }

  /** Of these proofs, those the reader may see, as they may see them. */
  List<Proof> proofs(@Nullable Actor reader, List<EvidenceDao.Row> rows) {
    Set<EvidenceId> party = partyTo(reader, rows);
    List<EvidenceDao.Row> seen =
        rows.stream().filter(row -> sees(reader, row, party.contains(row.evidenceId()))).toList();
    if (seen.isEmpty()) {
      return List.of();
    }
    List<ItemDao.Row> items =
        shelf.items().of(seen.stream().map(EvidenceDao.Row::evidenceId).toList());
    Map<FileId, List<Person>> people =
        shelf.people(items.stream().map(ItemDao.Row::itemId).toList());
    return seen.stream()
        .map(
            row -> {
              List<ItemDao.Row> own =
                  items.stream()
                      .filter(item -> row.evidenceId().equals(item.evidenceId()))
                      .toList();
              boolean inside = party.contains(row.evidenceId());
              return proof(reader, row, own, inside ? Map.of() : people);
            })
        .toList();
  }

  private static boolean sees(@Nullable Actor reader, EvidenceDao.Row row, boolean party) {
    boolean ownerOrOperator =
        reader != null && (reader.operator() || reader.memberId().equals(row.ownerId()));
    if (ownerOrOperator) {
      return true;
    }
    if (row.hiddenAt() != null || row.forgottenAt() != null) {
      return false;
    }
    return switch (row.audience()) {
      case PARTIES -> party;
      case MEMBERS -> party || reader != null;
      case PUBLIC -> true;
    };
  }

  private Set<EvidenceId> partyTo(@Nullable Actor reader, List<EvidenceDao.Row> rows) {
    if (reader == null || rows.isEmpty()) {
      return Set.of();
    }
    List<EvidenceId> all = rows.stream().map(EvidenceDao.Row::evidenceId).toList();
    if (reader.operator()) {
      return Set.copyOf(all);
    }
    Set<EvidenceId> party = new HashSet<>(dao.seenBy(reader.memberId(), all));
    rows.stream()
        .filter(row -> row.ownerId().equals(reader.memberId()))
        .forEach(row -> party.add(row.evidenceId()));
    return party;
  }

  /**
   * @param people whose wishes count for this reader: nobody's, for a party
   */
  private static Proof proof(
      @Nullable Actor reader,
      EvidenceDao.Row row,
      List<ItemDao.Row> items,
      Map<FileId, List<Person>> people) {
    List<Proof.Item> shown = new ArrayList<>();
    for (ItemDao.Row item : items) {
      List<Person> in = people.getOrDefault(item.itemId(), List.of());
      boolean blurred = in.stream().anyMatch(Person::blurred);
      boolean drawn = !blurred || item.shownLargeFile() != null;
      if (in.stream().noneMatch(Person::withholds) && drawn) {
        shown.add(item(item, blurred));
      }
    }
    return new Proof(
        row.evidenceId(),
        new Subject(row.subjectKind(), row.subjectId().value()),
        row.ownerId(),
        row.words(),
        row.measure() == null ? null : row.measure().stripTrailingZeros(),
        row.place(),
        row.takenAt(),
        row.sentAt(),
        row.audience(),
        shown,
        items.size() - shown.size(),
        row.hiddenAt() != null,
        reader != null && reader.memberId().equals(row.ownerId()));
  }

  private static Proof.Item item(ItemDao.Row item, boolean blurred) {
    return new Proof.Item(
        item.itemId(),
        item.kind(),
        item.altText(),
        or0(item.width()),
        or0(item.height()),
        or0(item.lengthSeconds()),
        or0(item.distanceMetres()),
        item.drawing() == null ? "" : item.drawing(),
        item.kind() == Proof.Kind.VIDEO && item.smallFile() != null,
        blurred);
  }

  private static int or0(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  /**
   * The file of an item that this reader gets, if any: never a clear face that is to be blurred.
   */
  Optional<FileId> findFile(@Nullable Actor reader, EvidenceId id, FileId itemId, boolean small) {
    Optional<Proof.Item> shown =
        proofs(reader, dao.find(id).stream().toList()).stream()
            .flatMap(proof -> proof.items().stream())
            .filter(item -> item.id().equals(itemId))
            .findFirst();
    if (shown.isEmpty() || shown.get().kind() == Proof.Kind.TRACK) {
      return Optional.empty();
    }
    return shelf
        .items()
        .find(itemId)
        .flatMap(
            row ->
                Optional.ofNullable(
                    shown.get().blurred()
                        ? (small ? row.shownSmallFile() : row.shownLargeFile())
                        : (small ? row.smallFile() : row.largeFile())));
  }
}
