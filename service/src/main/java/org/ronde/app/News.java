package org.ronde.app;

import java.util.Map;
import java.util.Objects;
import org.ronde.cycles.Cycles;
import org.ronde.ids.ListingId;
import org.ronde.listings.Listing;
import org.ronde.listings.ListingListener;
import org.ronde.members.Company;
import org.ronde.members.CompanyListener;
import org.ronde.members.Members;
import org.ronde.members.Plans;
import org.ronde.notices.Notices;
import org.ronde.notices.Notices.Event;

/** Carries news up: what happens in a room becomes notices, and moves the rooms above it. */
final class News {
  private News() {}

  static void plug(Members members, Rooms.ListingsRoom listings, Notices notices, Cycles cycles) {
    members.companies().listen(new OfCompanies(notices, members.plans()));
    listings.listings().listen(new OfListings(notices, cycles));
  }

  private record OfCompanies(Notices notices, Plans plans) implements CompanyListener {
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
