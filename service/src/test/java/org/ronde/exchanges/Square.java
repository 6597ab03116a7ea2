package org.ronde.exchanges;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.TestServer;
import org.ronde.http.Words;
import org.ronde.ids.CompanyId;
import org.ronde.ids.CycleId;
import org.ronde.ids.ExchangeId;
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
import org.ronde.money.Money;
import org.ronde.notices.Audience;
import org.ronde.notices.Notice;
import org.ronde.notices.NoticeBoard;
import org.ronde.notices.NoticeSettings;
import org.ronde.notices.Notices;

/** Real listings, notices and mails, among companies of one person each that need no table. */
final class Square implements Traders, Audience, Parties {
  final Ids ids = Ids.timeOrdered();
  final Listings listings;
  final Exchanges exchanges;
  final NoticeBoard board;
  private final Map<CompanyId, Actor> actors = new ConcurrentHashMap<>();

  Square(TestDatabase database) {
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
    exchanges =
        new Exchanges(
            database.jdbi(),
            database.transactions(),
            ids,
            listings,
            new Announcements(notices, this),
            new ExchangeSettings(30, 3, 2));
  }

  Actor trader(String name) {
    Actor actor = TestServer.trader(name);
    actors.put(actor.company().companyId(), actor);
    return actor;
  }

  static CompanyId company(Actor actor) {
    return actor.company().companyId();
  }

  /** Ten hours, published, named after who gives or needs them. */
  Listing published(Actor actor, Listing.Side side) {
    ListingDraft draft =
        new ListingDraft(
            "%s of %s".formatted(side == Listing.Side.OFFER ? "Work" : "Wish", name(actor)),
            "Ten hours of it.",
            "en",
            "web-design",
            Listing.Unit.HOUR,
            10L,
            1L,
            Money.euros(50_00),
            200,
            "31",
            Listing.Reach.REGION,
            listings.today().plusDays(60),
            null);
    return listings.publish(actor, listings.create(actor, side, draft).id());
  }

  private static String name(Actor actor) {
    return actor.company().companyName();
  }

  /** Each gives four hours of its work to the next, the first pays the second a top-up. */
  Agreement agreement(Actor... ring) {
    List<Agreement.Leg> legs = new ArrayList<>();
    for (int i = 0; i < ring.length; i++) {
      Actor giver = ring[i];
      Actor receiver = ring[(i + 1) % ring.length];
      Listing offer = published(giver, Listing.Side.OFFER);
      Listing need = published(receiver, Listing.Side.NEED);
      legs.add(
          new Agreement.Leg(
              offer.id(),
              offer.revision(),
              need.id(),
              need.revision(),
              company(giver),
              company(receiver),
              4,
              Money.euros(200_00)));
    }
    return new Agreement(
        new CycleId(ids.next()),
        legs,
        List.of(new Agreement.TopUp(company(ring[0]), company(ring[1]), Money.euros(30_00))));
  }

  ExchangeId agreed(Actor... ring) {
    return exchanges.open(agreement(ring));
  }

  Exchange.Leg given(Actor actor, ExchangeId id) {
    return exchanges.exchange(actor, id).givenBy(company(actor));
  }

  Exchange.Leg received(Actor actor, ExchangeId id) {
    return exchanges.exchange(actor, id).receivedBy(company(actor));
  }

  Exchange receive(Actor actor, ExchangeId id) {
    return exchanges.receive(actor, id, received(actor, id).id());
  }

  Exchange send(Actor actor, ExchangeId id) {
    return exchanges.send(actor, id, given(actor, id).id(), "");
  }

  /** The titles of what somebody was told, in English. */
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
  public Set<CompanyId> approved() {
    return Set.copyOf(actors.keySet());
  }

  @Override
  public Map<CompanyId, String> names(Collection<CompanyId> ids) {
    Map<CompanyId, String> names = new HashMap<>();
    ids.forEach(id -> names.put(id, companyName(id)));
    return names;
  }

  @Override
  public String companyName(CompanyId company) {
    return name(actor(company));
  }

  @Override
  public List<org.ronde.members.Person> people(CompanyId company) {
    Actor actor = actor(company);
    String mailbox = name(actor).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return List.of(
        new org.ronde.members.Person(
            actor.memberId(),
            "Chief of " + name(actor),
            mailbox + "@example.org",
            Words.ENGLISH,
            Actor.Role.OWNER));
  }

  @Override
  public org.ronde.members.Person member(MemberId member) {
    throw new AssertionError("Exchanges tell companies.");
  }

  @Override
  public Contact contact(CompanyId id) {
    org.ronde.members.Person chief = people(id).get(0);
    return new Contact(
        id, companyName(id), "Toulouse", List.of(new Parties.Person(chief.name(), chief.email())));
  }

  private Actor actor(CompanyId company) {
    Actor actor = actors.get(company);
    if (actor == null) {
      throw new AssertionError("Nobody here is " + company);
    }
    return actor;
  }
}
