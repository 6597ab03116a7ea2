package org.ronde.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.FileId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;
import org.ronde.members.Secret;

/**
 * The people to be seen in pictures and films: marked by the owner, asked, and heard.
 *
 * <p>Nobody is shown to others than the parties before they said yes, and a minor never is. An
 * answer can be changed at any time; a no binds the owner, who cannot take the mark away again.
 */
public final class People {
  static final int NAME_LENGTH_MAX = 120;

  /** How many people can be marked in one picture. */
  static final int MARKS_MAX = 12;

  private final Proofs proofs;
  private final PersonDao dao;
  private final Transactions transactions;
  private final Ids ids;
  private final Asking asking;
  private final RandomGenerator chance;

  /**
   * @param chance a secure source, for the secrets in links come from it
   */
  public People(
      Jdbi jdbi,
      Transactions transactions,
      Ids ids,
      Proofs proofs,
      Asking asking,
      RandomGenerator chance) {
    this.proofs = proofs;
    this.dao = jdbi.onDemand(PersonDao.class);
    this.transactions = transactions;
    this.ids = ids;
    this.asking = asking;
    this.chance = chance;
  }

  /**
   * What somebody is asked.
   *
   * @param ownerName who wants to show them
   * @param mayBeShown false for a minor, whom no yes makes visible
   */
  public record Question(
      PersonId id,
      EvidenceId evidenceId,
      String ownerName,
      Proof.Kind kind,
      String altText,
      boolean mayBeShown,
      @Nullable Answer answer) {}

  /**
   * Marks somebody and asks them. The owner, marked by themselves, has said yes.
   *
   * @throws Refusal NOT_FOUND for anybody but the proof's owner; INVALID with faults {@code cells},
   *     {@code name}, {@code email}
   */
  public PersonId mark(Actor owner, EvidenceId id, FileId item, Mark mark) {
    return transactions.in(
        () -> {
          proofs.own(owner, id);
          ItemDao.Row row = proofs.lockItem(id, item);
          check(owner, id, row, mark);
          PersonId person = new PersonId(ids.next());
          Secret secret = mark.email().isEmpty() ? null : Secret.random(chance);
          String hash = secret == null ? null : secret.hash();
          proofs.shelf().change(row, () -> dao.create(row(owner, person, item, mark), hash));
          ask(owner, person, mark, secret);
          return person;
        });
  }

  private void check(Actor owner, EvidenceId id, ItemDao.Row item, Mark mark) {
    List<Fault> faults = new ArrayList<>();
    if (item.kind() == Proof.Kind.TRACK) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    if (item.kind() == Proof.Kind.PHOTO && mark.box() == null) {
      faults.add(Fault.of("cells", "evidence.fault.cells"));
    }
    if (mark.memberId() == null
        && (mark.name().isBlank() || mark.name().length() > NAME_LENGTH_MAX)) {
      faults.add(new Fault("name", "evidence.fault.name", Map.of("max", NAME_LENGTH_MAX)));
    }
    if (mark.memberId() != null
        && !mark.memberId().equals(owner.memberId())
        && !proofs.viewers(id).contains(mark.memberId())) {
      faults.add(Fault.of("who", "evidence.fault.who"));
    }
    if (!mark.email().isEmpty()
        && (mark.email().length() > 254
            || !mark.email().matches("[^\\s\\p{Cntrl},;<>\"@]+@[^\\s\\p{Cntrl},;<>\"@]+"))) {
      faults.add(Fault.of("email", "evidence.fault.email"));
    }
    if (proofs.shelf().people(item.itemId()).size() >= MARKS_MAX) {
      faults.add(new Fault("cells", "evidence.fault.marks", Map.of("max", MARKS_MAX)));
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }

  private PersonDao.Row row(Actor owner, PersonId person, FileId item, Mark mark) {
    boolean self = owner.memberId().equals(mark.memberId());
    String name = mark.memberId() == null ? mark.name().strip() : asking.name(mark.memberId());
    Box box = mark.box();
    return new PersonDao.Row(
        person,
        item,
        mark.memberId(),
        name,
        mark.minor(),
        box == null ? null : box.x(),
        box == null ? null : box.y(),
        box == null ? null : box.width(),
        box == null ? null : box.height(),
        self ? Answer.YES : null);
  }

  private void ask(Actor owner, PersonId person, Mark mark, @Nullable Secret secret) {
    if (mark.memberId() != null && !mark.memberId().equals(owner.memberId())) {
      asking.askMember(mark.memberId(), owner.memberName(), "/evidence/asked/" + person);
    } else if (secret != null && mark.memberId() == null) {
      asking.askByMail(
          mark.email(),
          mark.name().strip(),
          mark.language(),
          owner.memberName(),
          "/evidence/links/" + secret.text());
    }
  }

  /**
   * Takes a mark away that was put by mistake.
   *
   * @throws Refusal PERSON_DECIDED when they asked to be blurred or left out
   */
  public void unmark(Actor owner, EvidenceId id, PersonId person) {
    transactions.run(
        () -> {
          proofs.own(owner, id);
          Person marked = known(dao.find(person)).person();
          ItemDao.Row item = proofs.lockItem(id, marked.itemId());
          if (marked.answer() == Answer.BLUR || marked.answer() == Answer.REMOVE) {
            throw new Refusal(ProblemType.PERSON_DECIDED);
          }
          proofs.shelf().change(item, () -> dao.remove(person));
        });
  }

  /** Those marked in the items of a proof of one's own, by item. */
  public Map<FileId, List<Person>> marked(Actor owner, EvidenceId id) {
    return transactions.in(
        () -> {
          proofs.own(owner, id);
          return proofs
              .shelf()
              .people(
                  proofs.shelf().items().of(List.of(id)).stream()
                      .map(ItemDao.Row::itemId)
                      .toList());
        });
  }

  /** The owner and the parties of a proof, whom its owner can mark without typing. */
  public List<Party> parties(Actor owner, EvidenceId id) {
    List<Party> parties = new ArrayList<>();
    parties.add(new Party(owner.memberId(), owner.memberName()));
    asking
        .names(proofs.viewers(id))
        .forEach((viewer, name) -> parties.add(new Party(viewer, name)));
    parties.subList(1, parties.size()).sort(Comparator.comparing(Party::name));
    return parties;
  }

  /** Somebody who can be marked by a choice. */
  public record Party(MemberId id, String name) {}

  /** What a member is asked; NOT_FOUND for anybody else. */
  public Question question(Actor member, PersonId id) {
    return question(mine(member, id));
  }

  /** What the holder of a mail's link is asked; NOT_FOUND when the picture is gone. */
  public Question questionByLink(String secret) {
    return question(byLink(secret));
  }

  /** The picture as the person asked would be seen in it: JPEG, others as they wish to be. */
  public byte[] picture(Actor member, PersonId id) {
    return picture(mine(member, id));
  }

  public byte[] pictureByLink(String secret) {
    return picture(byLink(secret));
  }

  /** Takes a member's answer, the first or another one. */
  public void answer(Actor member, PersonId id, Answer answer) {
    transactions.run(() -> answer(mine(member, id), answer));
  }

  public void answerByLink(String secret, Answer answer) {
    transactions.run(() -> answer(byLink(secret), answer));
  }

  private void answer(Person person, Answer answer) {
    ItemDao.Row item = locked(person.itemId());
    if (answer == person.answer()) {
      return;
    }
    proofs.shelf().change(item, () -> dao.answer(person.id(), answer));
    dao.note(new PersonDao.AnswerId(ids.next()), person.id(), person.itemId(), answer);
    if (item.evidenceId() != null && !item.ownerId().equals(person.memberId())) {
      asking.tellOwner(item.ownerId(), person.name(), item.evidenceId());
    }
  }

  private Question question(Person person) {
    ItemDao.Row item = proofs.shelf().items().find(person.itemId()).orElseThrow(People::nothing);
    if (item.evidenceId() == null) {
      throw nothing();
    }
    return new Question(
        person.id(),
        item.evidenceId(),
        asking.name(item.ownerId()),
        item.kind(),
        item.altText(),
        !person.minor(),
        person.answer());
  }

  private byte[] picture(Person person) {
    ItemDao.Row item = proofs.shelf().items().find(person.itemId()).orElseThrow(People::nothing);
    if (item.kind() != Proof.Kind.PHOTO) {
      throw nothing();
    }
    return proofs.shelf().shownTo(person, item);
  }

  private Person mine(Actor member, PersonId id) {
    return dao.find(id)
        .map(PersonDao.Row::person)
        .filter(person -> member.memberId().equals(person.memberId()))
        .orElseThrow(People::nothing);
  }

  private Person byLink(String secret) {
    return known(dao.findByLink(new Secret(secret).hash())).person();
  }

  private ItemDao.Row locked(FileId item) {
    return proofs.shelf().items().lock(item).orElseThrow(People::nothing);
  }

  private static PersonDao.Row known(Optional<PersonDao.Row> row) {
    return row.orElseThrow(People::nothing);
  }

  private static Refusal nothing() {
    return new Refusal(ProblemType.NOT_FOUND);
  }
}
