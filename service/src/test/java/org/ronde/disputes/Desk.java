package org.ronde.disputes;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.TestServer;
import org.ronde.http.Words;
import org.ronde.ids.CompanyId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;
import org.ronde.ids.Subject;
import org.ronde.mail.MailSettings;
import org.ronde.mail.Outbox;
import org.ronde.members.Person;
import org.ronde.notices.Audience;
import org.ronde.notices.Notice;
import org.ronde.notices.NoticeBoard;
import org.ronde.notices.NoticeSettings;
import org.ronde.notices.Notices;

/** The desk with real notices, among people who need no table, and photos to quarrel about. */
final class Desk implements Faces, Audience, Reportable, DisputeListener {
  final Ids ids = Ids.timeOrdered();
  final Disputes disputes;
  final Reports reports;
  final NoticeBoard board;
  final List<String> heard = new ArrayList<>();
  final List<String> fate = new ArrayList<>();

  private final Map<MemberId, Actor> actors = new HashMap<>();
  private MemberId author = new MemberId(ids.next());
  private final Set<UUID> photos = new HashSet<>();

  Desk(TestDatabase database) {
    Outbox outbox =
        new Outbox(
            database.jdbi(),
            ids,
            TestServer.templates(),
            MailSettings.unsent(),
            URI.create("https://ronde.example"));
    Notices notices =
        new Notices(
            database.jdbi(), database.transactions(), ids, this, outbox, TestServer.templates());
    board = new NoticeBoard(database.jdbi(), TestServer.templates(), NoticeSettings.standard());
    DisputeSettings settings = new DisputeSettings(7);
    disputes = new Disputes(database.jdbi(), database.transactions(), ids, this, notices, settings);
    reports = new Reports(database.jdbi(), database.transactions(), ids, this, notices, settings);
    disputes.listen("attempt", this);
    reports.plug("photo", this);
  }

  Actor member(String name) {
    return person(name, false);
  }

  Actor officer(String name) {
    return person(name, true);
  }

  private Actor person(String name, boolean operator) {
    MemberId id = new MemberId(ids.next());
    Actor actor = new Actor(id, name, Words.ENGLISH, operator, null, "session-" + name);
    actors.put(id, actor);
    return actor;
  }

  void forgetEverybody() {
    actors.clear();
    heard.clear();
    fate.clear();
  }

  Subject attempt() {
    return new Subject("attempt", ids.next());
  }

  /** A new photo, by this author. */
  Subject photoOf(Actor of) {
    author = of.memberId();
    Subject photo = new Subject("photo", ids.next());
    photos.add(photo.id());
    return photo;
  }

  List<String> told(Actor actor) {
    return board.page(actor, Locale.ENGLISH, 1).items().stream().map(Notice::title).toList();
  }

  static ProblemType refused(Runnable attempt) {
    try {
      attempt.run();
    } catch (Refusal refusal) {
      return refusal.type();
    }
    throw new AssertionError("Nothing was refused.");
  }

  @Override
  public void decided(Subject subject, boolean upheld, boolean last) {
    heard.add((upheld ? "upheld" : "declined") + (last ? ", for good" : ""));
  }

  @Override
  public Optional<Content> content(Actor actor, UUID id) {
    return photos.contains(id)
        ? Optional.of(new Content("Ten petits-suisses", "/evidence/" + id, author))
        : Optional.empty();
  }

  @Override
  public void hide(UUID id, MemberId officer) {
    fate.add("hidden");
  }

  @Override
  public void restore(UUID id) {
    fate.add("restored");
  }

  @Override
  public Map<MemberId, String> names(Collection<MemberId> members) {
    Map<MemberId, String> names = new HashMap<>();
    members.forEach(member -> names.put(member, actor(member).memberName()));
    return names;
  }

  @Override
  public List<MemberId> officers() {
    return actors.values().stream().filter(Actor::operator).map(Actor::memberId).toList();
  }

  @Override
  public String companyName(CompanyId company) {
    throw new AssertionError("The desk tells members.");
  }

  @Override
  public List<Person> people(CompanyId company) {
    throw new AssertionError("The desk tells members.");
  }

  @Override
  public Person member(MemberId member) {
    Actor actor = actor(member);
    return new Person(
        member,
        actor.memberName(),
        actor.memberName().toLowerCase(Locale.ROOT) + "@example.org",
        Words.ENGLISH,
        Actor.Role.TRADER);
  }

  private Actor actor(MemberId member) {
    return Optional.ofNullable(actors.get(member))
        .orElseThrow(() -> new AssertionError("Nobody here is " + member));
  }
}
