package org.ronde.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Transactions;
import org.ronde.files.Files;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.FileId;
import org.ronde.ids.MemberId;

/**
 * Puts media away and takes them out again, in the caller's transaction. Drawing takes long and is
 * done after it.
 */
final class Shelf {
  private static final String JPEG = "image/jpeg";

  private final ItemDao dao;
  private final PersonDao people;
  private final Transactions transactions;
  private final Files files;

  Shelf(Jdbi jdbi, Transactions transactions, Files files) {
    this.dao = jdbi.onDemand(ItemDao.class);
    this.people = jdbi.onDemand(PersonDao.class);
    this.transactions = transactions;
    this.files = files;
  }

  ItemDao items() {
    return dao;
  }

  /** Where an item is to stand: in a proof, or in none yet. */
  record Place(@Nullable EvidenceId evidence, MemberId owner, int position, String altText) {}

  /**
   * Keeps a file as an item.
   *
   * @param poster of a film, or null
   */
  void put(FileId id, Place place, Inspected.File file, Medium.@Nullable Photo poster) {
    if (file.medium() instanceof Medium.Photo photo) {
      FileId large = files.keep(photo.large(), JPEG);
      FileId small = files.keep(photo.small(), JPEG);
      put(id, place, file, large, small, Shape.of(photo));
    } else if (file.medium() instanceof Medium.Film film) {
      FileId large = files.keep(film.content(), film.mediaType());
      FileId small = poster == null ? null : files.keep(poster.small(), JPEG);
      put(id, place, file, large, small, Shape.of(film, poster));
    } else if (file.medium() instanceof Medium.Track track) {
      FileId large = files.keep(track.points(), "application/json");
      put(id, place, file, large, null, Shape.of(track));
    }
  }

  /** What is known of a medium without looking at it. */
  private record Shape(
      Proof.Kind kind,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable Integer seconds,
      @Nullable Integer metres,
      @Nullable String drawing) {
    static Shape of(Medium.Photo photo) {
      return new Shape(Proof.Kind.PHOTO, photo.width(), photo.height(), null, null, null);
    }

    static Shape of(Medium.Film film, Medium.@Nullable Photo poster) {
      Integer width = poster == null ? null : poster.width();
      Integer height = poster == null ? null : poster.height();
      return new Shape(Proof.Kind.VIDEO, width, height, film.seconds(), null, null);
    }

    static Shape of(Medium.Track track) {
      return new Shape(
          Proof.Kind.TRACK, null, null, track.seconds(), track.metres(), track.drawing());
    }
  }

  private void put(
      FileId id,
      Place place,
      Inspected.File file,
      FileId large,
      @Nullable FileId small,
      Shape shape) {
    dao.create(
        new ItemDao.Row(
            id,
            place.evidence(),
            place.owner(),
            place.position(),
            shape.kind(),
            place.altText(),
            files.file(large).sha256(),
            file.bytes(),
            shape.width(),
            shape.height(),
            shape.seconds(),
            shape.metres(),
            shape.drawing(),
            large,
            small,
            null,
            null,
            false));
  }

  /** People marked in some items, by item; an item without people is not among them. */
  Map<FileId, List<Person>> people(Collection<FileId> items) {
    if (items.isEmpty()) {
      return Map.of();
    }
    Map<FileId, List<Person>> people = new HashMap<>();
    for (PersonDao.Row row : this.people.in(items)) {
      people.merge(
          row.itemId(),
          List.of(row.person()),
          (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }
    return people;
  }

  List<Person> people(FileId item) {
    return people(List.of(item)).getOrDefault(item, List.of());
  }

  /**
   * Changes who is marked in a picture or what they wish, with the item's lock. When others must be
   * hidden now than before, nobody but the parties gets the picture until it is drawn anew, after
   * the transaction.
   */
  void change(ItemDao.Row item, Runnable change) {
    List<Box> before = hidden(item.itemId());
    change.run();
    if (item.kind() == Proof.Kind.PHOTO && !hidden(item.itemId()).equals(before)) {
      withdraw(item);
    }
  }

  private void withdraw(ItemDao.Row item) {
    dao.show(item.itemId(), null, null);
    removeFiles(item.shownLargeFile(), item.shownSmallFile());
    transactions.afterwards(() -> draw(item.itemId()));
  }

  /**
   * Draws what others than the parties get of a picture, outside of any transaction. Whoever
   * changes it meanwhile draws it themselves.
   */
  private void draw(FileId id) {
    List<Box> hidden = hidden(id);
    Optional<ItemDao.Row> item = dao.find(id).filter(row -> !hidden.isEmpty());
    if (item.isEmpty()) {
      return;
    }
    Medium.Photo shown = Pictures.hiding(bytes(item.get().largeFile()), hidden);
    transactions.run(
        () -> {
          boolean wanted =
              dao.lock(id).filter(row -> row.shownLargeFile() == null).isPresent()
                  && hidden(id).equals(hidden);
          if (wanted) {
            dao.show(id, files.keep(shown.large(), JPEG), files.keep(shown.small(), JPEG));
          }
        });
  }

  /** Draws what should have been drawn long ago: a process ended in between. */
  int drawMissing() {
    List<FileId> missing = dao.undrawn();
    missing.forEach(this::draw);
    return missing.size();
  }

  /** A picture for somebody in it: they see themselves, others as they wish to be seen. */
  byte[] shownTo(Person person, ItemDao.Row item) {
    List<Person> others =
        people(item.itemId()).stream().filter(other -> !other.id().equals(person.id())).toList();
    return Pictures.hiding(bytes(item.largeFile()), boxes(others)).large();
  }

  private List<Box> hidden(FileId item) {
    return boxes(people(item));
  }

  private static List<Box> boxes(List<Person> people) {
    return people.stream()
        .filter(Person::blurred)
        .map(Person::box)
        .filter(box -> box != null)
        .toList();
  }

  private byte[] bytes(FileId file) {
    try (InputStream in = files.read(file, 0)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a member's name off all marks; they stay blurred there. */
  void forgetPerson(MemberId member) {
    List<FileId> items = people.itemsWith(member);
    people.forget(member);
    items.stream().flatMap(id -> dao.lock(id).stream()).forEach(this::withdraw);
  }

  /** Removes an item's files and marks; its hash and people's answers stay. */
  void remove(ItemDao.Row item) {
    people.removeAll(item.itemId());
    dao.remove(item.itemId());
    removeFiles(item.largeFile(), item.smallFile(), item.shownLargeFile(), item.shownSmallFile());
  }

  private void removeFiles(@Nullable FileId... gone) {
    for (FileId file : gone) {
      if (file != null) {
        files.remove(file);
      }
    }
  }
}
