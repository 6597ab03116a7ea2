package org.ronde.activities;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.Paged;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.TestServer;
import org.ronde.http.Words;
import org.ronde.ids.CompanyId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;
import org.ronde.mail.MailSettings;
import org.ronde.mail.Outbox;
import org.ronde.members.Person;
import org.ronde.notices.Audience;
import org.ronde.notices.NoticeBoard;
import org.ronde.notices.NoticeSettings;
import org.ronde.notices.Notices;
import org.ronde.places.Gazetteer;
import org.ronde.places.Place;

/** The real room with real notices, among people that need no table and four activities. */
final class Meadow implements People, Audience {
  static final Gazetteer GAZETTEER = Gazetteer.load();
  static final Actor OPERATOR = TestServer.operator();

  private static final String FOUR =
      String.join(",", TermsReader.COLUMNS)
          + """

          tennis,racket,Tennis,Tennis,lawn tennis,court;terre battue,PHOTO;MEASURE,COUNT,true,0,500,2,false,
          chess,board-brain,Chess,Échecs,mate,échec et mat,PHOTO,COUNT,true,0,50,2,false,
          pillow-fight,playground,Pillow fight,Bataille de polochons,pillow battle,polochon,PHOTO,COUNT,true,0,50,1,false,
          wine-quiz,kitchen,Wine-aroma quiz,Quiz des arômes du vin,nose quiz,œnologie,TEXT,COUNT,true,0,54,3,true,
          """;

  final Activities activities;
  final NoticeBoard board;
  private final Map<MemberId, Actor> actors = new ConcurrentHashMap<>();

  Meadow(TestDatabase database) {
    Ids ids = Ids.timeOrdered();
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
    activities =
        Activities.open(
            new Activities.Edges(database.jdbi(), database.transactions(), ids, database.clock()),
            GAZETTEER,
            this,
            notices,
            new ActivitySettings(3, 2, 2, 3, 30));
  }

  /** Fills the catalogue with four activities: enough, and quicker than all. */
  void grow() {
    activities.catalogue().apply(OPERATOR, FOUR);
  }

  Actor person(String name) {
    Actor actor =
        new Actor(
            new MemberId(UUID.randomUUID()),
            name,
            Words.ENGLISH,
            false,
            null,
            "csrf-" + UUID.randomUUID());
    actors.put(actor.memberId(), actor);
    return actor;
  }

  static Place town(String name) {
    return GAZETTEER.search(name, 1).get(0);
  }

  Activity activity(String code) {
    return activities.activity(code);
  }

  static Slots slots(Slots.Slot... slots) {
    return Slots.of(List.of(slots));
  }

  /** Somebody who practises and wishes to be found. */
  Actor practising(String name, String code, String town, Level level, Slots slots) {
    Actor actor = person(name);
    put(actor, code, town, level, slots, true);
    return actor;
  }

  void put(Actor actor, String code, String town, Level level, Slots slots, boolean findable) {
    activities
        .practices()
        .put(
            actor,
            activity(code).id(),
            new PracticeTerms(level, town(town), slots, findable, findable, true));
  }

  Paged<Partner> find(Actor actor, String code, String town, int kilometres, Slots slots) {
    return activities
        .partners()
        .find(
            actor,
            new PartnerSearch(
                activity(code), town(town), kilometres, slots, Level.BEGINNER, Level.EXPERT, 1));
  }

  /** The titles of what somebody was told, in English. */
  List<String> told(Actor actor) {
    return board.page(actor, Locale.ENGLISH, 1).items().stream()
        .map(org.ronde.notices.Notice::title)
        .toList();
  }

  static Refusal refused(Runnable attempt) {
    try {
      attempt.run();
    } catch (Refusal refusal) {
      return refusal;
    }
    throw new AssertionError("Nothing was refused.");
  }

  static String fault(Runnable attempt) {
    Refusal refusal = refused(attempt);
    if (refusal.type() != ProblemType.INVALID) {
      throw new AssertionError("Refused as " + refusal.type());
    }
    return refusal.faults().get(0).key();
  }

  @Override
  public Map<MemberId, String> names(Collection<MemberId> ids) {
    Map<MemberId, String> names = new HashMap<>();
    ids.forEach(id -> names.put(id, member(id).name()));
    return names;
  }

  @Override
  public Locale language(MemberId id) {
    return member(id).locale();
  }

  @Override
  public String companyName(CompanyId company) {
    throw new AssertionError("Activities tell people.");
  }

  @Override
  public List<Person> people(CompanyId company) {
    throw new AssertionError("Activities tell people.");
  }

  @Override
  public Person member(MemberId id) {
    Actor actor = actors.get(id);
    if (actor == null) {
      throw new AssertionError("Nobody here is " + id);
    }
    String mailbox = actor.memberName().toLowerCase(Locale.ROOT) + "@private.example";
    return new Person(id, actor.memberName(), mailbox, actor.locale(), null);
  }
}
