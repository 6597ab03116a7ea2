package org.ronde.app;

import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import org.ronde.cycles.ClearingJob;
import org.ronde.cycles.Clearings;
import org.ronde.cycles.ClosingDays;
import org.ronde.cycles.Cycles;
import org.ronde.cycles.Deadlines;
import org.ronde.cycles.Histories;
import org.ronde.cycles.Proposals;
import org.ronde.db.Database;
import org.ronde.db.Transactions;
import org.ronde.exchanges.Announcements;
import org.ronde.exchanges.Exchanges;
import org.ronde.exchanges.Parties;
import org.ronde.http.Cookies;
import org.ronde.http.Templates;
import org.ronde.http.Words;
import org.ronde.ids.Ids;
import org.ronde.listings.Catalogue;
import org.ronde.listings.Categories;
import org.ronde.listings.Expiry;
import org.ronde.listings.ListingRules;
import org.ronde.listings.Listings;
import org.ronde.listings.Places;
import org.ronde.listings.Traders;
import org.ronde.mail.Dispatcher;
import org.ronde.mail.Mailbox;
import org.ronde.mail.Outbox;
import org.ronde.matching.Matcher;
import org.ronde.matching.io.MarketSealer;
import org.ronde.matching.planner.PlannerMatcher;
import org.ronde.members.Departements;
import org.ronde.members.Members;
import org.ronde.notices.Audience;
import org.ronde.notices.NoticeBoard;
import org.ronde.notices.Notices;
import org.ronde.preferences.Candidates;
import org.ronde.preferences.Neighbours;
import org.ronde.preferences.Preferences;

/**
 * Every room, built once and in order: a room gets the doors it may use, and the listeners of the
 * rooms below it are plugged in here. The server, the commands and the tests share it.
 */
public record Rooms(
    Edges edges,
    MailRoom mail,
    Members members,
    ListingsRoom listings,
    NoticesRoom notices,
    PreferencesRoom preferences,
    ExchangesRoom exchanges,
    CyclesRoom cycles,
    PlayRooms play) {

  /** What all rooms are built on. */
  public record Edges(
      Database database,
      Ids ids,
      InstantSource clock,
      Words words,
      Templates templates,
      Cookies cookies) {
    Jdbi jdbi() {
      return database.jdbi();
    }

    Transactions transactions() {
      return database.transactions();
    }
  }

  /** Mail and its doors. */
  public record MailRoom(Outbox outbox, Dispatcher dispatcher, Mailbox mailbox) {}

  /** Listings and its doors. */
  public record ListingsRoom(
      Categories categories,
      Places places,
      ListingRules rules,
      Listings listings,
      Catalogue catalogue,
      Expiry expiry) {}

  /** Notices and its doors. */
  public record NoticesRoom(Notices notices, NoticeBoard board) {}

  /** Preferences and its doors, with the engine that knows which offer could meet which need. */
  public record PreferencesRoom(Matcher matcher, Preferences preferences, Candidates candidates) {}

  /** Exchanges and its doors. */
  public record ExchangesRoom(Exchanges exchanges, Parties parties) {}

  /** Cycles and its doors. */
  public record CyclesRoom(
      Clearings clearings,
      Cycles cycles,
      Proposals proposals,
      ClearingJob job,
      ClosingDays closingDays,
      Histories histories) {}

  static Rooms build(RondeConfiguration configuration, Database database, InstantSource clock) {
    Words words = Words.load();
    Edges edges =
        new Edges(
            database,
            Ids.timeOrdered(),
            clock,
            words,
            new Templates(words, configuration.timeZone()),
            new Cookies(configuration.baseUrl()));
    MailRoom mail = mail(edges, configuration);
    Places places = Places.load();
    Members members = members(edges, configuration, mail, places);
    ListingsRoom listings = listings(edges, configuration, members, places);
    NoticesRoom notices = notices(edges, configuration, members, mail);
    PreferencesRoom preferences = preferences(edges, configuration, members, listings);
    ExchangesRoom exchanges = exchanges(edges, configuration, members, listings, notices);
    CyclesRoom cycles =
        cycles(
            edges,
            configuration,
            new org.ronde.cycles.Neighbours(
                members.companies(),
                members.plans(),
                listings.listings(),
                preferences.preferences(),
                exchanges.exchanges(),
                notices.notices()),
            preferences.matcher());
    News.plug(
        members,
        listings,
        new News.Hearers(mail.outbox(), notices.notices(), exchanges.exchanges(), cycles.cycles()));
    PlayRooms play =
        PlayRooms.build(
            edges,
            configuration,
            new PlayRooms.Ground(
                members.companies(),
                listings.listings(),
                places,
                notices.notices(),
                mail.outbox()));
    PlayNews.plug(play, members, exchanges.exchanges());
    OneAccount.plug(members, edges, mail.outbox(), notices.notices(), play);
    return new Rooms(edges, mail, members, listings, notices, preferences, exchanges, cycles, play);
  }

  private static MailRoom mail(Edges edges, RondeConfiguration configuration) {
    return new MailRoom(
        new Outbox(
            edges.jdbi(),
            edges.ids(),
            edges.templates(),
            configuration.mail(),
            configuration.baseUrl()),
        Dispatcher.of(edges.jdbi(), edges.transactions(), configuration.mail()),
        new Mailbox(edges.jdbi(), configuration.mail()));
  }

  private static Members members(
      Edges edges, RondeConfiguration configuration, MailRoom mail, Places places) {
    Departements departements =
        () ->
            places.departements().stream()
                .map(place -> new Departements.Departement(place.code(), place.name()))
                .toList();
    return Members.open(
        new Members.Edges(
            edges.jdbi(),
            edges.transactions(),
            edges.ids(),
            edges.clock(),
            configuration.timeZone(),
            new java.security.SecureRandom()),
        mail.outbox(),
        configuration.baseUrl(),
        configuration.members(),
        departements);
  }

  private static ListingsRoom listings(
      Edges edges, RondeConfiguration configuration, Members members, Places places) {
    Categories categories = Categories.load();
    ListingRules rules = new ListingRules(categories, places, configuration.listings());
    Traders traders = Traders.of(members.companies());
    Listings listings =
        new Listings(edges.jdbi(), edges.transactions(), edges.ids(), rules, traders);
    return new ListingsRoom(
        categories,
        places,
        rules,
        listings,
        new Catalogue(edges.jdbi(), listings, rules, traders),
        new Expiry(edges.jdbi(), edges.transactions(), listings, configuration.listings()));
  }

  private static NoticesRoom notices(
      Edges edges, RondeConfiguration configuration, Members members, MailRoom mail) {
    return new NoticesRoom(
        new Notices(
            edges.jdbi(),
            edges.transactions(),
            edges.ids(),
            Audience.of(members.companies()),
            mail.outbox(),
            edges.templates()),
        new NoticeBoard(edges.jdbi(), edges.templates(), configuration.notices()));
  }

  private static PreferencesRoom preferences(
      Edges edges, RondeConfiguration configuration, Members members, ListingsRoom listings) {
    Matcher matcher = new PlannerMatcher(edges.clock());
    Neighbours neighbours =
        Neighbours.of(members.companies(), listings.listings(), listings.places());
    return new PreferencesRoom(
        matcher,
        new Preferences(
            edges.jdbi(), edges.transactions(), configuration.preferences(), neighbours),
        new Candidates(edges.jdbi(), edges.transactions(), matcher, neighbours));
  }

  private static ExchangesRoom exchanges(
      Edges edges,
      RondeConfiguration configuration,
      Members members,
      ListingsRoom listings,
      NoticesRoom notices) {
    Parties parties = Parties.of(members.companies());
    return new ExchangesRoom(
        new Exchanges(
            edges.jdbi(),
            edges.transactions(),
            edges.ids(),
            listings.listings(),
            new Announcements(notices.notices(), parties),
            configuration.exchanges()),
        parties);
  }

  private static CyclesRoom cycles(
      Edges edges,
      RondeConfiguration configuration,
      org.ronde.cycles.Neighbours neighbours,
      Matcher matcher) {
    Clearings clearings =
        new Clearings(
            edges.jdbi(), edges.transactions(), edges.ids(), configuration.cycles().clearing());
    ClosingDays closingDays = new ClosingDays(edges.jdbi(), edges.transactions(), edges.ids());
    Histories histories =
        new Histories(
            edges.jdbi(), edges.transactions(), neighbours, configuration.cycles().history());
    Proposals proposals =
        new Proposals(
            edges.jdbi(),
            edges.transactions(),
            edges.ids(),
            neighbours,
            new Proposals.Rules(
                histories,
                new Deadlines(closingDays, configuration.cycles(), configuration.timeZone()),
                configuration.cycles()));
    return new CyclesRoom(
        clearings,
        new Cycles(
            edges.jdbi(), edges.transactions(), clearings, neighbours, configuration.cycles()),
        proposals,
        new ClearingJob(
            edges.jdbi(),
            edges.transactions(),
            clearings,
            proposals,
            new ClearingJob.Engine(
                matcher, new MarketSealer(), configuration.cycles().clearing(), edges.clock())),
        closingDays,
        histories);
  }
}
