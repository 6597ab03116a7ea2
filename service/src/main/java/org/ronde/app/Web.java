package org.ronde.app;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.List;
import java.util.Map;
import org.ronde.cycles.ClearingPages;
import org.ronde.cycles.ClearingResource;
import org.ronde.cycles.ClosingDayPages;
import org.ronde.cycles.ClosingDayResource;
import org.ronde.cycles.CyclePages;
import org.ronde.cycles.CycleResource;
import org.ronde.cycles.HistoryPages;
import org.ronde.cycles.HistoryResource;
import org.ronde.exchanges.ExchangePages;
import org.ronde.exchanges.ExchangeResource;
import org.ronde.http.Edge;
import org.ronde.http.OnceHandlers;
import org.ronde.http.ViewFilter;
import org.ronde.http.Words;
import org.ronde.ids.MemberId;
import org.ronde.listings.CataloguePages;
import org.ronde.listings.Listing;
import org.ronde.listings.ListingPages;
import org.ronde.listings.ListingResource;
import org.ronde.listings.TablesResource;
import org.ronde.mail.MailboxPages;
import org.ronde.members.MergeListener;
import org.ronde.members.ShopWindow;
import org.ronde.notices.NoticePages;
import org.ronde.notices.NoticeResource;
import org.ronde.preferences.CandidatePages;
import org.ronde.preferences.CandidateResource;
import org.ronde.preferences.LimitsPages;
import org.ronde.preferences.LimitsResource;
import org.ronde.preferences.WantPages;

/** Plugs the edge and every room's pages and resources into the web server. */
final class Web {
  private final RondeConfiguration configuration;
  private final Rooms rooms;
  private final Words words;

  Web(RondeConfiguration configuration, Rooms rooms) {
    this.configuration = configuration;
    this.rooms = rooms;
    this.words = rooms.edges().words();
  }

  /**
   * Plugs all in and returns the keeper of repeated requests, for the job that forgets old ones.
   */
  OnceHandlers plugInto(Environment environment) {
    Rooms.Edges edges = rooms.edges();
    OnceHandlers once =
        new Edge(
                configuration.baseUrl(),
                edges.templates(),
                edges.cookies(),
                edges.database(),
                rooms.members().signIns(),
                actor -> Map.of("unread", rooms.notices().board().unread(actor.memberId())),
                new ViewFilter.SiteFacts(
                    configuration.baseUrl().toString(),
                    configuration.halves().barter(),
                    configuration.halves().challenges()),
                configuration.uploads())
            .plugInto(environment);
    rooms.members().departures().listen(once::forget);
    rooms
        .members()
        .merges()
        .listen(
            new MergeListener() {
              @Override
              public void merged(MemberId from, MemberId into) {
                once.forget(from);
              }
            });
    JerseyEnvironment jersey = environment.jersey();
    jersey.register(new SitePages(words, edges.cookies(), this::counts, configuration.halves()));
    jersey.register(
        new OperatorPages(
            () ->
                new OperatorPages.Waiting(
                    rooms.members().companies().waiting(),
                    rooms.members().plans().due(),
                    rooms.play().desk().disputes().countWaiting(),
                    rooms.play().desk().reports().countWaiting(),
                    rooms.play().activities().proposals().waiting(),
                    rooms.play().activities().safety().waiting())));
    rooms
        .members()
        .resources(words, edges.cookies(), configuration.halves().barter() ? shop() : shut())
        .forEach(jersey::register);
    plugTelling(jersey);
    if (configuration.halves().barter()) {
      plugBarter(jersey);
    }
    if (configuration.halves().challenges()) {
      new PlayWeb(configuration, rooms).resources().forEach(jersey::register);
    }
    return once;
  }

  private void plugTelling(JerseyEnvironment jersey) {
    List.of(
            new NoticePages(
                rooms.notices().board(),
                (company, request) ->
                    rooms.members().actFor(rooms.edges().cookies().session(request), company)),
            new NoticeResource(rooms.notices().board()),
            new MailboxPages(rooms.mail().mailbox()))
        .forEach(jersey::register);
  }

  private void plugBarter(JerseyEnvironment jersey) {
    Rooms.ListingsRoom listings = rooms.listings();
    Rooms.PreferencesRoom preferences = rooms.preferences();
    Rooms.CyclesRoom cycles = rooms.cycles();
    Rooms.ExchangesRoom exchanges = rooms.exchanges();
    List.of(
            new CataloguePages(listings.catalogue(), listings.rules(), words),
            new ListingPages(listings.listings(), listings.catalogue(), listings.rules(), words),
            new ListingResource(listings.listings(), listings.catalogue()),
            new TablesResource(listings.categories(), listings.places()),
            new LimitsPages(preferences.preferences(), words),
            new LimitsResource(preferences.preferences()),
            new WantPages(preferences.candidates()),
            new CandidatePages(preferences.candidates(), configuration.preferences(), words),
            new CandidateResource(preferences.candidates()),
            new ClearingPages(cycles.clearings(), cycles.cycles(), words),
            new ClearingResource(cycles.clearings(), cycles.cycles()),
            new ClosingDayPages(cycles.closingDays(), words),
            new ClosingDayResource(cycles.closingDays()),
            new CyclePages(
                cycles.cycles(),
                listings.listings(),
                rooms.members().plans(),
                rooms.edges().templates(),
                configuration.exchanges().legDueDays()),
            new CycleResource(cycles.cycles()),
            new HistoryPages(cycles.histories()),
            new HistoryResource(cycles.histories()),
            new ExchangePages(exchanges.exchanges(), exchanges.parties(), words),
            new ExchangeResource(exchanges.exchanges(), exchanges.parties()))
        .forEach(jersey::register);
  }

  private ShopWindow shop() {
    return company ->
        rooms.listings().catalogue().shownBy(company).stream()
            .map(
                listing ->
                    new ShopWindow.Piece(
                        "/listings/" + listing.id(),
                        listing.title(),
                        listing.language(),
                        listing.side() == Listing.Side.NEED,
                        listing.unitValue().amountCents(),
                        listing.unit().name()))
            .toList();
  }

  private static ShopWindow shut() {
    return company -> List.of();
  }

  private SitePages.Counts counts() {
    return new SitePages.Counts(
        rooms.members().companies().approved().size(),
        rooms.listings().catalogue().count(Listing.Side.OFFER),
        rooms.listings().catalogue().count(Listing.Side.NEED),
        rooms.exchanges().exchanges().count());
  }
}
