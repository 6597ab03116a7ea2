package org.ronde.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Transactions;
import org.ronde.files.Files;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.http.Upload;
import org.ronde.http.UploadSettings;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.FileId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;
import org.ronde.ids.Subject;

/**
 * The door of evidence: sends proofs in, shows them to who may see them, takes them away.
 *
 * <p>Readers may be null: visitors who are not signed in. What a reader may not see does not exist
 * for them (NOT_FOUND).
 */
public final class Proofs {
  /** The kind of the subject that a report or notice about a proof names. */
  public static final String SUBJECT = "evidence";

  static final int WORDS_LENGTH_MAX = 4000;
  static final int ALT_TEXT_LENGTH_MAX = 300;
  private static final int SHOWN_MAX = 1000;

  /** A phone's clock may be ahead of ours by this much. */
  private static final Duration CLOCK_DRIFT_MAX = Duration.ofMinutes(15);

  private final EvidenceDao dao;
  private final Transactions transactions;
  private final Ids ids;
  private final Inspection inspection;
  private final Shelf shelf;
  private final Allowance allowance;
  private final Kept kept;
  private final Sight sight;

  public Proofs(
      Jdbi jdbi,
      Transactions transactions,
      Ids ids,
      Files files,
      EvidenceSettings settings,
      UploadSettings uploads) {
    this.dao = jdbi.onDemand(EvidenceDao.class);
    this.transactions = transactions;
    this.ids = ids;
    this.inspection = new Inspection(settings, uploads);
    this.shelf = new Shelf(jdbi, transactions, files);
    this.allowance = new Allowance(dao, shelf.items(), settings);
    this.kept = new Kept(shelf, transactions, ids, inspection, allowance);
    this.sight = new Sight(dao, shelf);
  }

  Shelf shelf() {
    return shelf;
  }

  Kept kept() {
    return kept;
  }

  Sight sight() {
    return sight;
  }

  /**
   * Looks at the files of a form, in its fields {@code files} and {@code poster}, and makes them
   * fit to be kept. It takes time, so a resource asks for it in {@link
   * org.ronde.http.Preparing#prepare} first; the form keeps the answer.
   */
  public Inspected inspect(Form form) {
    return inspection.inspect(form);
  }

  /**
   * Looks at files and makes them fit to be kept. It takes time, so do it before anything is
   * locked.
   *
   * @param poster a still picture for the films, or null; one that is no picture is left out
   */
  public Inspected inspect(List<Upload> files, @Nullable Upload poster) {
    return inspection.inspect(files, poster);
  }

  /**
   * Checks and keeps a proof, in the caller's transaction if there is one.
   *
   * @throws Refusal INVALID with a fault per field ({@code files}, {@code text}, {@code altText},
   *     {@code measure}, {@code place}, {@code takenAt}) that says what is accepted;
   *     ENOUGH_FOR_TODAY after {@code evidence.proofsPerDay}
   */
  public EvidenceId submit(Submission submission) {
    List<Fault> faults = faults(submission);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    EvidenceId id = new EvidenceId(ids.next());
    transactions.run(
        () -> {
          allowance.requireProof(submission.owner(), submission.files().bytes());
          keep(id, submission);
        });
    return id;
  }

  private List<Fault> faults(Submission submission) {
    List<Fault> faults = new ArrayList<>();
    int files = submission.files().count() + submission.kept().size();
    if (files > inspection.settings().filesMax()) {
      faults.add(tooMany(inspection.settings().filesMax()));
    }
    if (files == 0 && submission.text().isBlank() && submission.measure() == null) {
      faults.add(Fault.of("files", "evidence.fault.nothing"));
    }
    tooLong("text", submission.text(), WORDS_LENGTH_MAX, faults);
    tooLong("altText", submission.altText(), ALT_TEXT_LENGTH_MAX, faults);
    if (!submission.place().matches("[\\x21-\\x7e]{0,16}")) {
      faults.add(Fault.of("place", "evidence.fault.place"));
    }
    if (submission.measure() != null
        && (submission.measure().scale() > 3
            || submission.measure().precision() - submission.measure().scale() > 15)) {
      faults.add(Fault.of("measure", "evidence.fault.measure"));
    }
    if (submission.takenAt().isAfter(dao.now().plus(CLOCK_DRIFT_MAX))) {
      faults.add(Fault.of("takenAt", "evidence.fault.future"));
    }
    faults.addAll(submission.files().faults());
    return faults;
  }

  static Fault tooMany(int max) {
    return new Fault("files", "evidence.refused.too-many", Map.of("max", max));
  }

  private static void tooLong(String field, String text, int max, List<Fault> faults) {
    if (text.length() > max) {
      faults.add(new Fault(field, "evidence.fault.long", Map.of("max", max)));
    }
  }

  private void keep(EvidenceId id, Submission from) {
    dao.create(
        new EvidenceDao.Row(
            id,
            from.subject().kind(),
            new EvidenceDao.SubjectId(from.subject().id()),
            from.owner(),
            from.text().strip(),
            from.measure(),
            from.place(),
            from.takenAt(),
            from.takenAt(),
            Audience.PARTIES,
            null,
            null));
    dao.addViewers(id, from.viewers());
    int position = 0;
    for (FileId item : kept.waiting(from.owner(), from.kept())) {
      shelf.items().attach(item, from.owner(), id, position++, from.altText().strip());
    }
    for (Inspected.File file : from.files().files()) {
      Shelf.Place place = new Shelf.Place(id, from.owner(), position++, from.altText().strip());
      shelf.put(new FileId(ids.next()), place, file, from.files().poster());
    }
  }

  /**
   * Keeps the good files of a form that is shown again, so that only the refused ones must be
   * chosen again; called by a page that caught a {@link Refusal}, before it draws the form.
   */
  public void rescue(MemberId owner, Form form) {
    kept.rescue(owner, form);
  }

  /** The files of a refused form that this one names again, and that still wait. */
  public List<FileId> kept(MemberId owner, Form form) {
    return kept.waiting(owner, Submission.kept(form));
  }

  /** A proof that this reader may see; else NOT_FOUND. */
  public Proof proof(@Nullable Actor reader, EvidenceId id) {
    return sight.proofs(reader, dao.find(id).stream().toList()).stream()
        .findFirst()
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  /** The proofs of some subjects of one kind that this reader may see, oldest first. */
  public List<Proof> of(@Nullable Actor reader, Collection<Subject> subjects) {
    return subjects.isEmpty()
        ? List.of()
        : sight.proofs(reader, dao.of(kind(subjects), ids(subjects), SHOWN_MAX));
  }

  /**
   * The proofs of some subjects of one kind that were shown to members, or to everybody when the
   * reader is not signed in: newest first, a page at a time.
   *
   * @param page from 1
   */
  public Proof.Page gallery(@Nullable Actor reader, Collection<Subject> subjects, int page) {
    if (subjects.isEmpty()) {
      return new Proof.Page(List.of(), 1, false);
    }
    int size = inspection.settings().pageSize();
    return page(
        reader,
        dao.gallery(
            kind(subjects),
            ids(subjects),
            audiences(reader),
            size + 1,
            (Math.max(1, page) - 1) * size),
        page);
  }

  private static String kind(Collection<Subject> subjects) {
    Set<String> kinds = subjects.stream().map(Subject::kind).collect(Collectors.toSet());
    if (kinds.size() != 1) {
      throw new IllegalArgumentException(
          "Proofs are asked for by one kind, not %s.".formatted(kinds));
    }
    return kinds.iterator().next();
  }

  private static List<EvidenceDao.SubjectId> ids(Collection<Subject> subjects) {
    return subjects.stream().map(subject -> new EvidenceDao.SubjectId(subject.id())).toList();
  }

  /**
   * What a member shows to members, or to everybody when the reader is not signed in; newest first.
   */
  public List<Proof> galleryOf(@Nullable Actor reader, MemberId owner, int max) {
    return sight.proofs(reader, dao.shownBy(owner, audiences(reader), max));
  }

  private static List<Audience> audiences(@Nullable Actor reader) {
    return reader == null ? List.of(Audience.PUBLIC) : List.of(Audience.MEMBERS, Audience.PUBLIC);
  }

  /** A member's own proofs, newest first. */
  public Proof.Page mine(Actor owner, int page) {
    int size = inspection.settings().pageSize();
    return page(
        owner, dao.ofOwner(owner.memberId(), size + 1, (Math.max(1, page) - 1) * size), page);
  }

  private Proof.Page page(@Nullable Actor reader, List<EvidenceDao.Row> rows, int page) {
    int size = inspection.settings().pageSize();
    List<EvidenceDao.Row> shown = rows.subList(0, Math.min(size, rows.size()));
    return new Proof.Page(sight.proofs(reader, shown), Math.max(1, page), rows.size() > size);
  }

  /** Lets one more member see some proofs: who joined or was named later. */
  public void show(Collection<EvidenceId> ids, MemberId viewer) {
    dao.addViewers(ids, viewer);
  }

  /**
   * Shows a proof to more people, or to fewer.
   *
   * @param said what the owner says of each picture and film, by item; needed for more people
   * @throws Refusal NOT_FOUND for anybody but its owner; INVALID with faults {@code alt-<item>} for
   *     what is not described and {@code alone-<item>} for what shows people nobody has spoken of
   */
  public void showTo(Actor owner, EvidenceId id, Audience audience, Map<FileId, Said> said) {
    transactions.run(
        () -> {
          own(owner, id);
          List<ItemDao.Row> items = shelf.items().of(List.of(id));
          Map<FileId, List<Person>> people =
              shelf.people(items.stream().map(ItemDao.Row::itemId).toList());
          List<Fault> faults = new ArrayList<>();
          for (ItemDao.Row item : items) {
            Said now = said.getOrDefault(item.itemId(), new Said(item.altText(), item.alone()));
            boolean marked = people.containsKey(item.itemId());
            if (audience != Audience.PARTIES && item.kind() != Proof.Kind.TRACK) {
              now.check(item.itemId(), marked, faults);
            }
            tooLong("alt-" + item.itemId(), now.altText(), ALT_TEXT_LENGTH_MAX, faults);
            if (faults.isEmpty()) {
              shelf.items().describe(item.itemId(), now.altText().strip(), now.alone());
            }
          }
          if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
          }
          dao.showTo(id, audience);
        });
  }

  /**
   * What an owner says of a picture or film.
   *
   * @param alone nobody can be recognised in it beyond those who were marked
   */
  public record Said(String altText, boolean alone) {
    private void check(FileId item, boolean marked, List<Fault> faults) {
      if (altText.isBlank()) {
        faults.add(Fault.of("alt-" + item, "evidence.fault.alt"));
      }
      if (!alone && !marked) {
        faults.add(Fault.of("alone-" + item, "evidence.fault.alone"));
      }
    }
  }

  /** Removes a picture, film or track of one's own: its bytes go, its hash stays. */
  public void remove(Actor owner, EvidenceId id, FileId item) {
    transactions.run(
        () -> {
          own(owner, id);
          shelf.remove(lockItem(id, item));
        });
  }

  /** Hides a proof from all but its owner and operators: a report was upheld. */
  public void hide(EvidenceId id) {
    dao.hide(id);
  }

  /** Shows a proof again: another officer saw nothing wrong with it. */
  public void restore(EvidenceId id) {
    dao.restore(id);
  }

  /**
   * Removes all media and words of a member, and takes their name off marks in others' pictures,
   * where they stay blurred. Hashes and times stay, for the points they once led to.
   */
  public void forget(MemberId member) {
    transactions.run(
        () -> {
          shelf.items().ofOwner(member).stream()
              .flatMap(id -> shelf.items().lock(id).stream())
              .forEach(shelf::remove);
          dao.forget(member);
          shelf.forgetPerson(member);
        });
  }

  /** Draws pictures whose people are still to be blurred; a job calls this. */
  public int drawMissing() {
    return shelf.drawMissing();
  }

  /** Removes files that waited too long for their proof; a job calls this. */
  public int forgetOld() {
    return kept.forgetOld();
  }

  /** The proof, locked, when it is this member's own. */
  EvidenceDao.Row own(Actor owner, EvidenceId id) {
    return dao.lock(id)
        .filter(row -> row.ownerId().equals(owner.memberId()))
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  ItemDao.Row lockItem(EvidenceId id, FileId item) {
    return shelf
        .items()
        .lock(item)
        .filter(row -> id.equals(row.evidenceId()))
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  /** Items of which the owner says that nobody else can be recognised in them. */
  List<String> aloneIn(EvidenceId id) {
    return shelf.items().of(List.of(id)).stream()
        .filter(ItemDao.Row::alone)
        .map(item -> item.itemId().toString())
        .toList();
  }

  List<MemberId> viewers(EvidenceId id) {
    return dao.viewers(id);
  }
}
