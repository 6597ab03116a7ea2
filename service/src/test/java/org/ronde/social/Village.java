package org.ronde.social;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronde.challenges.ChallengeListener;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.TestServer;
import org.ronde.http.Words;
import org.ronde.ids.ActivityId;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;
import org.ronde.mail.MailSettings;
import org.ronde.mail.Outbox;
import org.ronde.members.Person;
import org.ronde.notices.Audience;
import org.ronde.notices.Notice;
import org.ronde.notices.NoticeBoard;
import org.ronde.notices.NoticeSettings;
import org.ronde.notices.Notices;

/** The social room with real notices, among people who need no table. */
final class Village implements Faces, Audience, Shelves {
  final Map<MemberId, MemberId> joined = new ConcurrentHashMap<>();
  final Ids ids = Ids.timeOrdered();
  final Friends friends;
  final Profiles profiles;
  final Stream stream;
  final NoticeBoard board;

  private final Map<MemberId, Actor> actors = new HashMap<>();
  private final Map<MemberId, Set<MemberId>> colleagues = new HashMap<>();

  Village(TestDatabase database) {
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
    friends = new Friends(database.jdbi(), database.transactions(), this, notices);
    profiles = new Profiles(database.jdbi(), this, this);
    stream = new Stream(database.jdbi(), database.transactions(), ids, this, friends, notices);
  }

  Actor member(String name) {
    MemberId id = new MemberId(ids.next());
    Actor actor = new Actor(id, name, Words.ENGLISH, false, null, "session-" + name);
    actors.put(id, actor);
    return actor;
  }

  void hire(Actor one, Actor other) {
    colleagues.put(one.memberId(), Set.of(other.memberId()));
    colleagues.put(other.memberId(), Set.of(one.memberId()));
  }

  void befriend(Actor one, Actor other) {
    friends.ask(one, other.memberId());
    friends.ask(other, one.memberId());
  }

  /** Somebody leaves for good. */
  void leave(Actor actor) {
    friends.forget(actor.memberId());
    profiles.forget(actor.memberId());
    stream.forget(actor.memberId());
    actors.remove(actor.memberId());
  }

  ChallengeId happens(ChallengeListener.Kind kind, boolean open, Actor by, Actor... others) {
    ChallengeId challenge = new ChallengeId(ids.next());
    happens(challenge, kind, open, by, others);
    return challenge;
  }

  void happens(
      ChallengeId challenge, ChallengeListener.Kind kind, boolean open, Actor by, Actor... others) {
    stream.happened(
        new ChallengeListener.Event(
            kind,
            challenge,
            new AttemptId(ids.next()),
            "Ten petits-suisses",
            new ActivityId(ids.next()),
            by.memberId(),
            List.of(others).stream().map(Actor::memberId).toList(),
            open));
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
  public MemberId current(MemberId member) {
    return joined.getOrDefault(member, member);
  }

  @Override
  public Optional<String> name(MemberId member) {
    return Optional.ofNullable(actors.get(member)).map(Actor::memberName);
  }

  @Override
  public Map<MemberId, String> names(Collection<MemberId> members) {
    return members.stream()
        .filter(actors::containsKey)
        .distinct()
        .collect(Collectors.toMap(id -> id, id -> name(id).orElseThrow()));
  }

  @Override
  public Set<MemberId> colleagues(MemberId member) {
    return colleagues.getOrDefault(member, Set.of());
  }

  @Override
  public List<Card> cards(
      Profile.Part part, @Nullable Actor reader, MemberId member, Locale locale) {
    return List.of(new Card("A card of " + part, "well kept", "/about", null, ""));
  }

  @Override
  public boolean mayDare(Actor reader, MemberId member) {
    return friends.of(reader.memberId()).contains(member);
  }

  @Override
  public List<Month> months(@Nullable Actor reader, MemberId member) {
    return List.of(new Month("2026-10", 40), new Month("2026-11", 120));
  }

  @Override
  public String companyName(CompanyId company) {
    throw new AssertionError("The village tells members.");
  }

  @Override
  public List<Person> people(CompanyId company) {
    throw new AssertionError("The village tells members.");
  }

  @Override
  public Person member(MemberId member) {
    String name = name(member).orElseThrow();
    return new Person(
        member,
        name,
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "") + "@example.org",
        Words.ENGLISH,
        null);
  }
}
