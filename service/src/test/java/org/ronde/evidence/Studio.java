package org.ronde.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.ronde.db.Invariant;
import org.ronde.db.TestDatabase;
import org.ronde.files.Delivery;
import org.ronde.files.Files;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;
import org.ronde.http.Upload;
import org.ronde.http.UploadSettings;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.FileId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;
import org.ronde.ids.Subject;

/** Real proofs and files among members that need no table; who is asked is noted. */
final class Studio implements Asking, Towns {
  final Ids ids = Ids.timeOrdered();
  final Files files;
  final Proofs proofs;
  final People people;
  final Subject attempt =
      new Subject("attempt", UUID.fromString("00000000-0000-7000-8000-000000000001"));
  final List<String> told = new ArrayList<>();
  private final TestDatabase database;
  private final Map<MemberId, String> names = new ConcurrentHashMap<>();

  Studio(TestDatabase database) {
    this.database = database;
    files = new Files(database.jdbi(), database.transactions(), ids);
    proofs =
        new Proofs(
            database.jdbi(),
            database.transactions(),
            ids,
            files,
            EvidenceSettings.standard(),
            UploadSettings.standard());
    people = new People(database.jdbi(), database.transactions(), ids, proofs, this, new Random(7));
  }

  List<Object> resources() {
    return List.of(
        new EvidencePages(
            proofs,
            people,
            new EvidencePages.Outside(
                this,
                this,
                (reader, locale, proof) ->
                    Optional.of(new Proven.Thing("A challenge", "/there", "5.2 km"))),
            TestServer.words()),
        new ItemPages(proofs, people, new Delivery(files), TestServer.words()),
        new KeptPages(proofs, new Delivery(files)),
        new AskedPages(people),
        new EvidenceResource(proofs, people));
  }

  /** What the first column of a query holds. */
  List<String> values(String sql) {
    return database.jdbi().withHandle(h -> h.createQuery(sql).mapTo(String.class).list());
  }

  /** The invariants of files and evidence that are broken. */
  List<String> broken() {
    return Stream.of("files", "evidence")
        .flatMap(room -> Invariant.of(room).stream())
        .filter(invariant -> !rows(invariant).isEmpty())
        .map(Invariant::sentence)
        .toList();
  }

  private List<Map<String, Object>> rows(Invariant invariant) {
    return database.jdbi().withHandle(h -> h.createQuery(invariant.sql()).mapToMap().list());
  }

  Actor member(String name) {
    Actor made = TestServer.actor(null, false);
    names.put(made.memberId(), name);
    return new Actor(made.memberId(), name, Locale.ENGLISH, false, null, made.session());
  }

  Submission submission(Actor owner, Set<Actor> viewers, Upload... uploads) {
    Set<MemberId> seen = new HashSet<>();
    viewers.forEach(viewer -> seen.add(viewer.memberId()));
    return new Submission(
        attempt,
        owner.memberId(),
        seen,
        "I did it",
        null,
        "",
        Instant.parse("2026-11-01T10:00:00Z"),
        proofs.inspect(List.of(uploads), null),
        "Me at the canal",
        List.of());
  }

  /** Files that wait for a proof. */
  List<FileId> keep(Actor owner, Upload... uploads) {
    return proofs.kept().keep(owner.memberId(), proofs.inspect(List.of(uploads), null));
  }

  /** A proof with one photo of stripes. */
  EvidenceId striped(Actor owner, Actor... viewers) {
    Upload photo = Media.upload("a.png", Media.written(Media.stripes(600, 600), "png"));
    return proofs.submit(submission(owner, Set.of(viewers), photo));
  }

  FileId item(Actor owner, EvidenceId id) {
    return proofs.proof(owner, id).items().get(0).id();
  }

  /** Shows a proof, its owner saying that nobody else is in it when so told. */
  void show(Actor owner, EvidenceId id, Audience audience, boolean alone) {
    proofs.showTo(
        owner, id, audience, Map.of(item(owner, id), new Proofs.Said("Me at the canal", alone)));
  }

  static Mark mark(String name, String email, boolean minor) {
    return new Mark(null, name, email, Locale.FRENCH, minor, Box.around(List.of(0, 1, 6, 7)));
  }

  @Override
  public Map<MemberId, String> names(Collection<MemberId> members) {
    Map<MemberId, String> found = new HashMap<>();
    members.forEach(member -> found.put(member, names.getOrDefault(member, "?")));
    return found;
  }

  @Override
  public void askMember(MemberId member, String ownerName, String path) {
    told.add("%s is asked by %s at %s".formatted(name(member), ownerName, path));
  }

  @Override
  public void askByMail(String email, String name, Locale language, String ownerName, String path) {
    told.add("%s is asked by %s at %s".formatted(email, ownerName, path));
  }

  @Override
  public void tellOwner(MemberId owner, String name, EvidenceId evidence) {
    told.add("%s hears of %s".formatted(name(owner), name));
  }

  /** The path of the last question. */
  String asked() {
    String last = told.get(told.size() - 1);
    return last.substring(last.indexOf("/evidence/"));
  }

  @Override
  public Optional<String> findName(String code) {
    return code.equals("2972315") ? Optional.of("Toulouse") : Optional.empty();
  }
}
