package org.ronde.cycles;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.ronde.db.TestDatabase;
import org.ronde.exchanges.Announcements;
import org.ronde.exchanges.ExchangeSettings;
import org.ronde.exchanges.Exchanges;
import org.ronde.exchanges.Parties;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;
import org.ronde.ids.CycleId;
import org.ronde.ids.ExchangeId;
import org.ronde.ids.Ids;
import org.ronde.ids.ListingId;
import org.ronde.listings.Categories;
import org.ronde.listings.Listing;
import org.ronde.listings.ListingDraft;
import org.ronde.listings.ListingRules;
import org.ronde.listings.Listings;
import org.ronde.listings.ListingsSettings;
import org.ronde.listings.Places;
import org.ronde.listings.Traders;
import org.ronde.mail.Letter;
import org.ronde.matching.Matcher;
import org.ronde.matching.io.MarketSealer;
import org.ronde.matching.planner.PlannerMatcher;
import org.ronde.members.Company;
import org.ronde.members.CompanyFacts;
import org.ronde.members.Departements;
import org.ronde.members.Members;
import org.ronde.members.MembersSettings;
import org.ronde.members.PlanSettings;
import org.ronde.members.Seeds;
import org.ronde.members.SignInSettings;
import org.ronde.money.Money;
import org.ronde.notices.Audience;
import org.ronde.notices.Notices;
import org.ronde.preferences.PreferenceSettings;
import org.ronde.preferences.Preferences;

/**
 * All rooms a cycle touches, on a test's database, with companies and listings told in few words.
 * Several villages on one database are several nodes.
 */
final class Village {
  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
  private static final String CATEGORY = "web-design";

  final List<Letter> letters = new CopyOnWriteArrayList<>();
  final Members members;
  final Listings listings;
  final Preferences preferences;
  final Exchanges exchanges;
  final ClosingDays closingDays;
  final Clearings clearings;
  final Proposals proposals;
  final Cycles cycles;
  final Histories histories;
  final ClearingJob job;
  final Actor operator = TestServer.operator();
  private final TestDatabase database;
  private final Matcher matcher;
  private int companies;

  Village(TestDatabase database) {
    this(database, CycleSettings.standard(), PlanSettings.defaults(), null);
  }

  Village(
      TestDatabase database,
      CycleSettings settings,
      PlanSettings plans,
      @Nullable Matcher otherMatcher) {
    this.database = database;
    this.matcher = otherMatcher == null ? new PlannerMatcher(database.clock()) : otherMatcher;
    var jdbi = database.jdbi();
    var transactions = database.open().transactions();
    var ids = Ids.timeOrdered();
    members =
        Members.open(
            new Members.Edges(jdbi, transactions, ids, database.clock(), ZONE, new SecureRandom()),
            letters::add,
            URI.create("http://localhost"),
            new MembersSettings(SignInSettings.defaults(), plans),
            () -> List.of(new Departements.Departement("31", "Haute-Garonne")));
    var places = Places.load();
    listings =
        new Listings(
            jdbi,
            transactions,
            ids,
            new ListingRules(Categories.load(), places, ListingsSettings.defaults()),
            Traders.of(members.companies()));
    preferences =
        new Preferences(
            jdbi,
            transactions,
            PreferenceSettings.defaults(),
            org.ronde.preferences.Neighbours.of(members.companies(), listings, places));
    var notices =
        new Notices(
            jdbi,
            transactions,
            ids,
            Audience.of(members.companies()),
            letters::add,
            TestServer.templates());
    exchanges =
        new Exchanges(
            jdbi,
            transactions,
            ids,
            listings,
            new Announcements(notices, Parties.of(members.companies())),
            ExchangeSettings.standard());
    var neighbours =
        new Neighbours(
            members.companies(), members.plans(), listings, preferences, exchanges, notices);
    closingDays = new ClosingDays(jdbi, transactions, ids);
    clearings = new Clearings(jdbi, transactions, ids, settings.clearing());
    histories = new Histories(jdbi, transactions, neighbours, settings.history());
    proposals =
        new Proposals(
            jdbi,
            transactions,
            ids,
            neighbours,
            new Proposals.Rules(histories, new Deadlines(closingDays, settings, ZONE), settings));
    cycles = new Cycles(jdbi, transactions, clearings, neighbours, settings);
    listings.listen(cycles);
    job =
        new ClearingJob(
            jdbi,
            transactions,
            clearings,
            proposals,
            new ClearingJob.Engine(
                matcher, new MarketSealer(), settings.clearing(), database.clock()));
  }

  /** An approved PREMIUM company and its owner. */
  Actor premium(String name) {
    return company(name, Company.Plan.PREMIUM);
  }

  /** An approved FREE company and its owner. */
  Actor free(String name) {
    return company(name, Company.Plan.FREE);
  }

  private Actor company(String name, Company.Plan plan) {
    var address = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@ronde.example";
    var id =
        members
            .seeds()
            .company(
                new Seeds.SeedCompany(
                    new CompanyFacts.Entry(name, "FR", siren(++companies), "", "31", "Toulouse"),
                    "",
                    Company.Status.APPROVED,
                    "",
                    plan,
                    List.of(
                        new Seeds.SeedPerson(
                            address, "Owner of " + name, Locale.ENGLISH, Actor.Role.OWNER))));
    var person = members.companies().people(id).get(0);
    return new Actor(
        person.id(),
        person.name(),
        Locale.ENGLISH,
        false,
        new Actor.Acting(id, name, Actor.Role.OWNER, true),
        "csrf-" + person.id());
  }

  /** The same person with the rights of a trader. */
  static Actor trader(Actor owner) {
    var company = owner.company();
    return new Actor(
        owner.memberId(),
        owner.memberName(),
        owner.locale(),
        false,
        new Actor.Acting(
            company.companyId(), company.companyName(), Actor.Role.TRADER, company.approved()),
        owner.session());
  }

  /** Published hours of web design at 50 euros each. */
  ListingId offers(Actor actor, String title, long quantity) {
    return publish(actor, Listing.Side.OFFER, title, quantity, 5_000);
  }

  /** A published need of hours of web design at 60 euros at most. */
  ListingId needs(Actor actor, String title, long quantity) {
    return publish(actor, Listing.Side.NEED, title, quantity, 6_000);
  }

  private ListingId publish(
      Actor actor, Listing.Side side, String title, long quantity, long unitValueCents) {
    var listing = listings.create(actor, side, draft(title, quantity, unitValueCents, side));
    return listings.publish(actor, listing.id()).id();
  }

  ListingDraft draft(String title, long quantity, long unitValueCents, Listing.Side side) {
    return new ListingDraft(
        title,
        "",
        "en",
        CATEGORY,
        Listing.Unit.HOUR,
        quantity,
        1L,
        Money.euros(unitValueCents),
        200,
        "31",
        Listing.Reach.COUNTRY,
        listings.today().plusDays(90),
        null);
  }

  /** Each of the actors gives ten hours to the next, the last to the first, proposed by hand. */
  Ring ring(Actor... actors) {
    return ring(null, actors);
  }

  Ring ring(@Nullable Duration window, Actor... actors) {
    var legs = new ArrayList<HandLeg>();
    for (int i = 0; i < actors.length; i++) {
      var giver = actors[i];
      var receiver = actors[(i + 1) % actors.length];
      legs.add(
          new HandLeg(
              offers(giver, "Work of " + giver.company().companyName(), 10),
              needs(receiver, "Need of " + receiver.company().companyName(), 10),
              10));
    }
    return new Ring(
        proposals.proposeByHand(operator, matcher, legs, window), List.of(actors), legs);
  }

  /** A cycle proposed by hand: its companies' owners in giving order, and its legs. */
  record Ring(CycleId id, List<Actor> actors, List<HandLeg> legs) {
    Actor actor(int index) {
      return actors.get(index);
    }
  }

  Standpoint accept(Actor actor, CycleId cycle) {
    return cycles.decide(actor, cycle, new Decision.Accept(false));
  }

  Standpoint refuse(Actor actor, CycleId cycle) {
    return cycles.decide(actor, cycle, new Decision.Refuse(Decision.Reason.PARTNER, "A secret"));
  }

  Cycle.State state(Actor actor, CycleId cycle) {
    return cycles.standpoint(actor, cycle).cycle().state();
  }

  /** What was told so far, by event, in the order of time. */
  List<String> told() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT event FROM notice ORDER BY created_at, notice_id")
                    .mapTo(String.class)
                    .list());
  }

  long held(ListingId listing) {
    return listings.listing(listing).held();
  }

  long exchangesOpened() {
    return database
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("SELECT COUNT(*) FROM exchange").mapTo(Long.class).one());
  }

  /** Nine digits that pass Luhn's check. */
  private static String siren(int number) {
    var digits = String.format(Locale.ROOT, "1%07d", number);
    for (int last = 0; last < 10; last++) {
      if (luhn(digits + last)) {
        return digits + last;
      }
    }
    throw new IllegalStateException("One of ten digits always fits.");
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 1 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  static ExchangeId exchange(Standpoint one) {
    var exchange = one.cycle().exchangeId();
    if (exchange == null) {
      throw new AssertionError("Cycle %s is no exchange.".formatted(one.cycle().id()));
    }
    return exchange;
  }
}
