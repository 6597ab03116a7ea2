package org.ronde.challenges;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.ronde.activities.Activity;
import org.ronde.db.TestDatabase;
import org.ronde.evidence.Audience;
import org.ronde.evidence.Proof;
import org.ronde.evidence.Submission;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.TestServer;
import org.ronde.http.Words;
import org.ronde.ids.ActivityId;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.DisputeId;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;
import org.ronde.ids.Subject;
import org.ronde.mail.Letter;
import org.ronde.mail.MailSettings;
import org.ronde.mail.Outbox;
import org.ronde.members.Person;
import org.ronde.notices.Notice;
import org.ronde.notices.NoticeBoard;
import org.ronde.notices.NoticeSettings;
import org.ronde.notices.Notices;
import org.ronde.places.Place;
import org.ronde.points.Award;
import org.ronde.points.Cause;
import org.ronde.points.ValidationLevel;

/** Real challenges and notices among people, towns, proofs and points that need no table. */
final class Playground implements Folk, Atlas, Towns, Proving, Awarding, Desk {
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  static final Place TOULOUSE =
      new Place("toulouse", "Toulouse", "FR", "31", 43.60426, 1.44367, PARIS);
  static final Place BLAGNAC =
      new Place("blagnac", "Blagnac", "FR", "31", 43.63276, 1.39399, PARIS);
  static final Place TOKYO =
      new Place("tokyo", "Tokyo", "JP", "", 35.6895, 139.69171, ZoneId.of("Asia/Tokyo"));

  final Ids ids = Ids.timeOrdered();
  final Activity running =
      activity("Running", "Course à pied", Activity.Measure.DISTANCE, Set.of());
  final Activity plank = activity("Plank", "Gainage", Activity.Measure.DURATION, Set.of());
  final Activity pancakes = activity("Pancakes", "Crêpes", Activity.Measure.NONE, Set.of());
  final Activity throwing =
      activity(
          "Petit-suisse throwing",
          "Lancer de petit-suisse",
          Activity.Measure.NONE,
          Set.of(Activity.Need.PHOTO));

  final Challenges challenges;
  final Neighbours neighbours;
  final NoticeBoard board;
  final List<Letter> letters = new CopyOnWriteArrayList<>();
  final List<Award> awards = new CopyOnWriteArrayList<>();
  final Set<Cause> reversed = ConcurrentHashMap.newKeySet();
  final List<Subject> disputes = new CopyOnWriteArrayList<>();
  final List<ChallengeListener.Event> events = new CopyOnWriteArrayList<>();
  volatile boolean prizes;
  private final TestDatabase database;
  private final Map<MemberId, Actor> people = new ConcurrentHashMap<>();
  private final Map<MemberId, Set<MemberId>> friends = new ConcurrentHashMap<>();
  private final Map<ActivityId, Activity> activities = new ConcurrentHashMap<>();
  private final Map<ActivityId, Set<MemberId>> followers = new ConcurrentHashMap<>();
  private final Map<EvidenceId, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(
      EvidenceId id, Submission submission, Instant sentAt, Set<MemberId> viewers) {}

  Playground(TestDatabase database) {
    this(database, ChallengeSettings.standard());
  }

  Playground(TestDatabase database, ChallengeSettings settings) {
    this.database = database;
    List.of(running, plank, pancakes, throwing).forEach(a -> activities.put(a.id(), a));
    Outbox outbox =
        new Outbox(
            database.jdbi(),
            ids,
            TestServer.templates(),
            MailSettings.unsent(),
            URI.create("https://ronde.example"));
    Notices notices =
        new Notices(
            database.jdbi(),
            database.transactions(),
            ids,
            new org.ronde.notices.Audience() {
              @Override
              public String companyName(CompanyId company) {
                throw new AssertionError("Challenges tell members.");
              }

              @Override
              public List<Person> people(CompanyId company) {
                throw new AssertionError("Challenges tell members.");
              }

              @Override
              public Person member(MemberId member) {
                return person(member);
              }
            },
            outbox,
            TestServer.templates());
    board = new NoticeBoard(database.jdbi(), TestServer.templates(), NoticeSettings.standard());
    neighbours = new Neighbours(this, this, this, this, this, this, facts -> prizes);
    java.util.random.RandomGenerator chance = new java.util.Random(7);
    challenges =
        new Challenges(
            new Challenges.Edges(database.jdbi(), database.transactions(), ids, TestServer.words()),
            neighbours,
            new Announcements(notices, letter -> post(outbox, letter), this),
            Invitations.Secrets.of(chance),
            settings);
    challenges.listen(events::add);
  }

  private void post(Outbox outbox, Letter letter) {
    letters.add(letter);
    outbox.post(letter);
  }

  private Activity activity(
      String english, String french, Activity.Measure measure, Set<Activity.Need> needs) {
    return new Activity(
        new ActivityId(ids.next()),
        english.toLowerCase(Locale.ROOT).replace(' ', '-'),
        english,
        french,
        "play",
        needs,
        measure,
        true,
        measure == Activity.Measure.DISTANCE
            ? new Activity.Bounds(BigDecimal.ONE, new BigDecimal(300_000))
            : null,
        2,
        false,
        0);
  }

  // People

  /** Somebody with a company of their own. */
  Actor person(String name) {
    return colleague(name, new CompanyId(UUID.randomUUID()));
  }

  Actor colleague(String name, CompanyId company) {
    return put(
        new Actor(
            new MemberId(ids.next()),
            name,
            Words.ENGLISH,
            false,
            new Actor.Acting(company, "Company of " + name, Actor.Role.TRADER, true),
            "csrf-" + UUID.randomUUID()));
  }

  Actor officer(String name) {
    return put(
        new Actor(
            new MemberId(ids.next()),
            name,
            Words.ENGLISH,
            true,
            null,
            "csrf-" + UUID.randomUUID()));
  }

  Actor put(Actor actor) {
    people.put(actor.memberId(), actor);
    return actor;
  }

  void befriend(Actor... all) {
    for (Actor one : all) {
      for (Actor other : all) {
        if (!one.equals(other)) {
          friends.computeIfAbsent(one.memberId(), id -> new HashSet<>()).add(other.memberId());
        }
      }
    }
  }

  void follow(Activity activity, Actor actor) {
    followers.computeIfAbsent(activity.id(), id -> new HashSet<>()).add(actor.memberId());
  }

  // What tests do

  Instant now() {
    return database.clock().instant();
  }

  /** A challenge of a week, with friends. */
  Launch launch(Kind kind, Activity activity, @Nullable BigDecimal target, Actor... invited) {
    Set<MemberId> members = new HashSet<>();
    for (Actor actor : invited) {
      members.add(actor.memberId());
    }
    return new Launch(
        kind,
        activity.id(),
        "A little " + activity.nameEn(),
        target,
        now().plus(Duration.ofDays(7)),
        PARIS,
        kind == Kind.OPEN && invited.length == 0 ? Kind.Audience.EVERYBODY : Kind.Audience.INVITED,
        members,
        Set.of(),
        "",
        Launch.Options.usual(kind));
  }

  static Launch with(Launch launch, Launch.Options options) {
    return new Launch(
        launch.kind(),
        launch.activity(),
        launch.title(),
        launch.target(),
        launch.endsAt(),
        launch.zone(),
        launch.audience(),
        launch.members(),
        launch.addresses(),
        launch.place(),
        options);
  }

  static Launch.Options level(Kind kind, ValidationLevel level, @Nullable MemberId referee) {
    Launch.Options usual = Launch.Options.usual(kind);
    return new Launch.Options(
        "",
        null,
        null,
        null,
        level,
        referee,
        usual.times(),
        usual.rhythm(),
        usual.linkDays(),
        null,
        null);
  }

  /** A duel that both said yes to. */
  ChallengeId duel(Actor author, Actor other, Activity activity, @Nullable BigDecimal target) {
    befriend(author, other);
    ChallengeId id = challenges.launch(author, launch(Kind.DUEL, activity, target, other));
    challenges.answers().accept(other, id, 1, "");
    return id;
  }

  Seen.Whole see(Actor actor, ChallengeId id) {
    return challenges.board().challenge(actor, Words.ENGLISH, id);
  }

  Seen.Part part(Actor reader, ChallengeId id, Actor whose) {
    return see(reader, id).parts().stream()
        .filter(part -> part.member().id().equals(whose.memberId()))
        .findFirst()
        .orElseThrow();
  }

  AttemptId attempt(ChallengeId id, Actor whose) {
    return part(whose, id, whose).id();
  }

  AttemptState state(ChallengeId id, Actor whose) {
    return part(whose, id, whose).state();
  }

  static Attempts.Sent words(String text) {
    return new Attempts.Sent(text, null, null, "", List.of(), "", Set.of());
  }

  static Attempts.Sent measured(String measure) {
    return measured(measure, null);
  }

  static Attempts.Sent measured(String measure, @Nullable Instant takenAt) {
    return new Attempts.Sent("Done", new BigDecimal(measure), takenAt, "", List.of(), "", Set.of());
  }

  static Attempts.Sent at(@Nullable Instant takenAt) {
    return new Attempts.Sent("Done", null, takenAt, "", List.of(), "", Set.of());
  }

  static Attempts.Sent with(Attempts.Sent sent, Actor... witnesses) {
    Set<MemberId> named = new HashSet<>();
    for (Actor witness : witnesses) {
      named.add(witness.memberId());
    }
    return new Attempts.Sent(
        sent.text(),
        sent.measure(),
        sent.takenAt(),
        sent.place(),
        sent.files(),
        sent.altText(),
        named);
  }

  /** The awards of a member that were not taken back. */
  List<Award> inForce(Actor actor) {
    return awards.stream()
        .filter(a -> a.member().equals(actor.memberId()) && !reversed.contains(a.cause()))
        .toList();
  }

  /** The titles of what somebody was told, newest first, in English. */
  List<String> told(Actor actor) {
    return board.page(actor, Locale.ENGLISH, 1).notices().stream().map(Notice::title).toList();
  }

  static ProblemType refused(Runnable attempt) {
    return refusal(attempt).type();
  }

  static Refusal refusal(Runnable attempt) {
    try {
      attempt.run();
    } catch (Refusal refusal) {
      return refusal;
    }
    throw new AssertionError("Nothing was refused.");
  }

  static List<String> faults(Runnable attempt) {
    return refusal(attempt).faults().stream().map(Refusal.Fault::field).toList();
  }

  // Folk

  @Override
  public Map<MemberId, String> names(Collection<MemberId> members) {
    Map<MemberId, String> names = new HashMap<>();
    members.forEach(
        id -> Optional.ofNullable(people.get(id)).ifPresent(a -> names.put(id, a.memberName())));
    return names;
  }

  @Override
  public Person person(MemberId member) {
    Actor actor = people.get(member);
    if (actor == null) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    return new Person(member, actor.memberName(), address(actor), actor.locale(), null);
  }

  static String address(Actor actor) {
    return Typed.folded(actor.memberName()).replaceAll("[^a-z]", "") + "@example.org";
  }

  @Override
  public Set<CompanyId> companies(MemberId member) {
    return Optional.ofNullable(people.get(member))
        .flatMap(Actor::findActing)
        .map(acting -> Set.of(acting.companyId()))
        .orElse(Set.of());
  }

  @Override
  public List<Person> colleagues(CompanyId company) {
    return people.keySet().stream()
        .filter(id -> companies(id).contains(company))
        .map(this::person)
        .toList();
  }

  @Override
  public Set<MemberId> friends(MemberId member) {
    return friends.getOrDefault(member, Set.of());
  }

  @Override
  public Optional<Person> findByEmail(String address) {
    return people.keySet().stream()
        .map(this::person)
        .filter(person -> person.email().equals(address))
        .findFirst();
  }

  @Override
  public Optional<String> findAddress(String typed) {
    return org.ronde.members.Companies.findAddress(typed);
  }

  @Override
  public List<MemberId> officers() {
    return people.values().stream().filter(Actor::operator).map(Actor::memberId).toList();
  }

  // Atlas

  @Override
  public Activity activity(ActivityId id) {
    Activity found = activities.get(id);
    if (found == null) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    return found;
  }

  @Override
  public List<Activity> search(String text, Locale locale, int max) {
    return activities.values().stream()
        .filter(a -> Typed.folded(a.name(locale)).contains(Typed.folded(text)))
        .limit(max)
        .toList();
  }

  @Override
  public List<Activity> practised(MemberId member) {
    return List.of(running, plank, pancakes, throwing);
  }

  @Override
  public Set<MemberId> followers(ActivityId id) {
    return followers.getOrDefault(id, Set.of());
  }

  @Override
  public void requireSafe(Actor actor, String field, String text) {
    if (text.contains("petrol")) {
      throw Refusal.invalid(Refusal.Fault.of(field, "challenges.fault.choice"));
    }
  }

  // Towns

  @Override
  public Optional<Place> find(String code) {
    return List.of(TOULOUSE, BLAGNAC, TOKYO).stream()
        .filter(place -> place.code().equals(code))
        .findFirst();
  }

  @Override
  public List<Place> search(String text, int max) {
    return List.of(TOULOUSE, BLAGNAC, TOKYO).stream()
        .filter(place -> Typed.folded(place.name()).startsWith(Typed.folded(text)))
        .limit(max)
        .toList();
  }

  @Override
  public int kilometres(Place a, Place b) {
    double east = Math.toRadians(a.longitude() - b.longitude()) * Math.cos(Math.toRadians(43));
    double north = Math.toRadians(a.latitude() - b.latitude());
    return (int) Math.round(6371 * Math.hypot(east, north));
  }

  // Evidence

  @Override
  public EvidenceId submit(Submission submission) {
    EvidenceId id = new EvidenceId(ids.next());
    kept.put(id, new Kept(id, submission, now(), new HashSet<>(submission.viewers())));
    return id;
  }

  @Override
  public List<Proof> of(Actor actor, Subject subject) {
    List<Proof> proofs = new ArrayList<>();
    kept.values().stream()
        .filter(k -> k.submission().subject().equals(subject))
        .filter(
            k ->
                actor.operator()
                    || k.submission().owner().equals(actor.memberId())
                    || k.viewers().contains(actor.memberId()))
        .forEach(
            k ->
                proofs.add(
                    new Proof(
                        k.id(),
                        subject,
                        k.submission().owner(),
                        k.submission().text(),
                        k.submission().measure(),
                        k.submission().place(),
                        k.submission().takenAt(),
                        k.sentAt(),
                        Audience.PARTIES,
                        k.submission().files().stream()
                            .map(
                                f ->
                                    new Proof.Item(
                                        new org.ronde.ids.FileId(ids.next()),
                                        Proof.Kind.PHOTO,
                                        k.submission().altText()))
                            .toList())));
    return proofs;
  }

  @Override
  public void show(EvidenceId id, MemberId viewer) {
    Optional.ofNullable(kept.get(id)).ifPresent(k -> k.viewers().add(viewer));
  }

  // Points

  @Override
  public int award(Award award) {
    boolean told = awards.stream().anyMatch(a -> a.cause().equals(award.cause()));
    if (!told) {
      awards.add(award);
    }
    return 10 * award.effort().difficulty();
  }

  @Override
  public void reverse(Cause cause, String reason) {
    reversed.add(cause);
  }

  // The desk

  @Override
  public DisputeId open(
      Subject subject, MemberId by, MemberId against, String title, String path, String statement) {
    disputes.add(subject);
    return new DisputeId(ids.next());
  }

  @Override
  public Optional<DisputeId> about(Subject subject) {
    return disputes.contains(subject) ? Optional.of(new DisputeId(subject.id())) : Optional.empty();
  }
}
