package org.ronde.app;

import java.util.Map;
import java.util.Objects;
import org.ronde.cycles.Cycles;
import org.ronde.exchanges.Exchanges;
import org.ronde.http.Actor;
import org.ronde.ids.ListingId;
import org.ronde.ids.MemberId;
import org.ronde.listings.Listing;
import org.ronde.listings.ListingListener;
import org.ronde.listings.Listings;
import org.ronde.mail.Outbox;
import org.ronde.members.Company;
import org.ronde.members.CompanyListener;
import org.ronde.members.MemberListener;
import org.ronde.members.Members;
import org.ronde.members.Person;
import org.ronde.members.Plans;
import org.ronde.notices.Notices;
import org.ronde.notices.Notices.Event;

/** Carries news up: what happens in a room becomes notices, and moves the rooms above it. */
final class News {
  private News() {}

  /** The rooms that news goes to, beside where it comes from. */
  record Hearers(Outbox outbox, Notices notices, Exchanges exchanges, Cycles cycles) {}

  static void plug(Members members, Rooms.ListingsRoom listings, Hearers hearers) {
    Notices notices = hearers.notices();
    Cycles cycles = hearers.cycles();
    members.companies().listen(new OfCompanies(notices, members.plans(), listings.listings()));
    members.departures().listen(new OfMembers(hearers.outbox(), notices));
    members.departures().heed(hearers.exchanges()::open);
    listings.listings().listen(new OfListings(notices, cycles));
  }

  private record OfMembers(Outbox outbox, Notices notices) implements MemberListener {
    @Override
    public void leaving(Person member) {
      outbox.forget(member.email());
      notices.forget(member);
    }

    @Override
    public void left(MemberId member) {
      // Nothing is left to forget: both know a member by what is gone now.
    }
  }

  private record OfCompanies(Notices notices, Plans plans, Listings listings)
      implements CompanyListener {
    @Override
    public void approved(Company company) {
      notices.tell(company.id(), Event.COMPANY_APPROVED, Map.of(), "/listings");
    }

    @Override
    public void refused(Company company) {
      notices.tell(
          company.id(),
          Event.COMPANY_REFUSED,
          Map.of("reason", String.valueOf(company.refusalReason())),
          "/company");
    }

    @Override
    public void planStarted(Company company) {
      notices.tell(
          company.id(),
          Event.PLAN_STARTED,
          Map.of(
              "until",
              Objects.requireNonNull(company.planUntil()),
              "priceCents",
              plans.price().amountCents()),
          "/company/plan");
    }

    @Override
    public void closing(Actor owner) {
      listings.mine(owner).stream()
          .filter(listing -> listing.state().mayBecome(Listing.State.WITHDRAWN))
          .forEach(listing -> listings.withdraw(owner, listing.id()));
    }
  }

  private record OfListings(Notices notices, Cycles cycles) implements ListingListener {
    @Override
    public void changed(ListingId id) {
      cycles.changed(id);
    }

    @Override
    public void expired(Listing listing) {
      tell(listing, Event.LISTING_EXPIRED, Map.of("title", listing.title()));
    }

    @Override
    public void expiresSoon(Listing listing, int days) {
      tell(
          listing,
          Event.LISTING_EXPIRES_SOON,
          Map.of("title", listing.title(), "lastDay", listing.lastDay()));
    }

    @Override
    public void pausedByGroup(Listing listing) {
      tell(listing, Event.LISTING_PAUSED_BY_GROUP, Map.of("title", listing.title()));
    }

    @Override
    public void groupFree(Listing listing) {
      tell(listing, Event.LISTING_GROUP_FREE, Map.of("title", listing.title()));
    }

    private void tell(Listing listing, Event event, Map<String, Object> facts) {
      notices.tell(listing.companyId(), event, facts, "/listings/" + listing.id());
    }
  }
}
