package org.ronde.contests;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronde.contests.ContestDraft.PrizeDraft;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.TestServer;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ContestId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;
import org.ronde.listings.Categories;
import org.ronde.listings.Listing;
import org.ronde.listings.ListingDraft;
import org.ronde.listings.ListingRules;
import org.ronde.listings.Listings;
import org.ronde.listings.ListingsSettings;
import org.ronde.listings.Places;
import org.ronde.listings.Traders;
import org.ronde.mail.MailSettings;
import org.ronde.mail.Outbox;
import org.ronde.members.Person;
import org.ronde.money.Money;
import org.ronde.notices.Audience;
import org.ronde.notices.NoticeBoard;
import org.ronde.notices.NoticeSettings;
import org.ronde.notices.Notices;
import org.ronde.points.ValidationLevel;

/** A room of contests on real tables, with a ledger in memory that behaves as the points' does. */
final class Fair implements Traders, Audience {
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  final TestDatabase database;
  final Ids ids = Ids.timeOrdered();
  final Ledger ledger;
  final Listings listings;
  final NoticeBoard board;
  final ContestsRoom room;
  final Actor operator = TestServer.operator();
  private final Map<MemberId, Actor> people = new ConcurrentHashMap<>();
  private final Set<CompanyId> companies = ConcurrentHashMap.newKeySet();

  Fair(TestDatabase database) {
    this(database, BeaconSource.NONE);
  }

  Fair(TestDatabase database, BeaconSource beacon) {
    this(
        database,
        beacon,
        new Ledger(new Tally(database.jdbi(), database.transactions()), database.clock()));
  }

  private Fair(TestDatabase database, BeaconSource beacon, Ledger ledger) {
    this(database, beacon, ledger, ledger);
  }

  /** On other books than those in memory. */
  Fair(TestDatabase database, BeaconSource beacon, Ledger ledger, Scores scores) {
    this.database = database;
    this.ledger = ledger;
    ListingRules rules =
        new ListingRules(Categories.load(), Places.load(), ListingsSettings.defaults());
    listings = new Listings(database.jdbi(), database.transactions(), ids, rules, this);
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
    room =
        ContestsRoom.open(
            new ContestsRoom.Edges(
                database.jdbi(),
                database.transactions(),
                ids,
                new Random(7),
                TestServer.templates()),
            new ContestsRoom.Neighbours(
                listings, scores, naming(), notices, (activity, locale) -> "Petit-suisse throwing"),
            beacon,
            new ContestSettings(ValidationLevel.OPPONENT, 24, 90, 50, ""));
    people.put(operator.memberId(), operator);
  }

  // People

  Actor member(String name) {
    return keep(named(name, null));
  }

  Actor trader(String company) {
    Actor actor = keep(TestServer.trader(company));
    companies.add(actor.company().companyId());
    return actor;
  }

  private static Actor named(String name, Actor.@Nullable Acting acting) {
    return new Actor(
        new MemberId(UUID.randomUUID()), name, Locale.ENGLISH, false, acting, "csrf-" + name);
  }

  private Actor keep(Actor actor) {
    people.put(actor.memberId(), actor);
    return actor;
  }

  @Override
  public Set<CompanyId> approved() {
    return companies;
  }

  @Override
  public String companyName(CompanyId company) {
    return companies(List.of(company)).getOrDefault(company, "?");
  }

  @Override
  public List<Person> people(CompanyId company) {
    return people.values().stream()
        .filter(a -> a.findActing().filter(c -> c.companyId().equals(company)).isPresent())
        .map(a -> member(a.memberId()))
        .toList();
  }

  @Override
  public Person member(MemberId member) {
    return new Person(
        member, name(member), "m" + member + "@example.org", Locale.ENGLISH, Actor.Role.OWNER);
  }

  private String name(MemberId member) {
    Actor actor = people.get(member);
    return actor == null ? "Somebody" : actor.memberName();
  }

  private Map<CompanyId, String> companies(Collection<CompanyId> wanted) {
    Map<CompanyId, String> names = new HashMap<>();
    people.values().stream()
        .flatMap(actor -> actor.findActing().stream())
        .filter(acting -> wanted.contains(acting.companyId()))
        .forEach(acting -> names.put(acting.companyId(), acting.companyName()));
    return names;
  }

  @Override
  public Map<CompanyId, String> names(Collection<CompanyId> wanted) {
    return companies(wanted);
  }

  private Naming naming() {
    return new Naming() {
      @Override
      public Map<MemberId, String> names(Collection<MemberId> members) {
        return members.stream().collect(Collectors.toMap(member -> member, Fair.this::name));
      }

      @Override
      public Map<MemberId, Locale> locales(Collection<MemberId> members) {
        return members.stream().collect(Collectors.toMap(member -> member, m -> Locale.ENGLISH));
      }

      @Override
      public Map<CompanyId, String> companies(Collection<CompanyId> wanted) {
        return Fair.this.companies(wanted);
      }

      @Override
      public Set<MemberId> operators() {
        return Set.of(operator.memberId());
      }
    };
  }

  List<String> told(Actor actor) {
    return board.page(actor, Locale.ENGLISH, 1).items().stream()
        .map(notice -> notice.title())
        .toList();
  }

  // Contests

  Instant now() {
    return database.clock().instant();
  }

  LocalDateTime in(Duration time) {
    return LocalDateTime.ofInstant(now().plus(time), ZoneOffset.UTC);
  }

  /** Opens in an hour, freezes after 2 days, closes after 3, settles after 5, draws after 6. */
  ContestDraft draft(Terms.Kind kind, Terms.Source source, PrizeDraft... prizes) {
    return new ContestDraft(
        kind,
        "The big day",
        "La Grosse Journée",
        "Come and play.",
        "Venez jouer.",
        "Ronde, 1 place du Capitole, Toulouse",
        Terms.ZoneMode.FIXED,
        "UTC",
        null,
        in(Duration.ofHours(1)),
        in(Duration.ofDays(2)),
        in(Duration.ofDays(3)),
        in(Duration.ofDays(5)),
        in(Duration.ofDays(6)),
        ValidationLevel.OPPONENT,
        List.of(),
        List.of(),
        List.of(),
        1,
        10L,
        20,
        2,
        1L,
        source,
        72,
        "contest@ronde.example",
        "",
        List.of(prizes));
  }

  static PrizeDraft lot(String title) {
    return new PrizeDraft(title, 50_00L, null, null);
  }

  ContestId published(Terms.Kind kind, Terms.Source source, PrizeDraft... prizes) {
    Contest contest = room.organising().create(operator, draft(kind, source, prizes));
    return room.organising().publish(operator, contest.id(), "").id();
  }

  Contest contest(ContestId id) {
    return room.contests().contest(Optional.of(operator), id);
  }

  ContestState state(ContestId id) {
    return contest(id).state();
  }

  /** Lets time pass and the clock's job run. */
  void pass(Duration time) {
    database.clock().advance(time);
    room.course().advance();
  }

  /**
   * Lets time pass until this phase of the usual contest: 2 open, 3 frozen, 4 settling, 5 sealed.
   */
  void open() {
    pass(Duration.ofHours(2));
  }

  void freeze() {
    pass(Duration.ofDays(2));
  }

  void close() {
    pass(Duration.ofDays(1));
  }

  void seal() {
    pass(Duration.ofDays(2));
  }

  void draw() {
    pass(Duration.ofDays(1));
  }

  Actor entered(ContestId id, String name) {
    Actor actor = member(name);
    room.contests().enter(actor, id, "", true);
    return actor;
  }

  String pseudonym(ContestId id, Actor actor) {
    return room.contests().findEntrant(Optional.of(actor), id).orElseThrow().pseudonym();
  }

  /** A published offer of ten pieces. */
  Listing offer(Actor trader) {
    ListingDraft draft =
        new ListingDraft(
            "Hotel night",
            "With breakfast.",
            "en",
            "web-design",
            Listing.Unit.PIECE,
            10L,
            1L,
            Money.euros(90_00),
            200,
            "31",
            Listing.Reach.REGION,
            listings.today().plusDays(60),
            null);
    Listing listing = listings.create(trader, Listing.Side.OFFER, draft);
    return listings.publish(trader, listing.id());
  }

  static ProblemType refused(Runnable attempt) {
    try {
      attempt.run();
    } catch (Refusal refusal) {
      return refusal.type();
    }
    throw new AssertionError("Nothing was refused.");
  }
}
