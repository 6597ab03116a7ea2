package org.ronde.preferences;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.TestServer;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ListingId;
import org.ronde.listings.Listing;
import org.ronde.listings.Places.Departement;
import org.ronde.members.Company;
import org.ronde.money.Money;

/** Members and listings as a test wants them, kept in two lists. */
final class Square implements Neighbours {
  static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
  static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

  private final List<Company> companies = new ArrayList<>();
  private final List<Listing> listings = new ArrayList<>();

  void clear() {
    companies.clear();
    listings.clear();
  }

  /** An approved French company, and somebody who trades for it. */
  Actor company(String name) {
    return company(name, "FR", Company.Plan.FREE);
  }

  Actor company(String name, String country, Company.Plan plan) {
    Actor actor = TestServer.trader(name);
    companies.add(
        new Company(
            actor.company().companyId(),
            name,
            country,
            null,
            "FR00000000000",
            null,
            "Toulouse",
            "",
            Company.Status.APPROVED,
            null,
            plan,
            null,
            NOW));
    return actor;
  }

  /** Somebody who trades for a company that is not on the square. */
  static Actor stranger() {
    return TestServer.trader("Stranger");
  }

  /** Ten chairs worth 20 euros each, in Toulouse, for anybody in France. */
  Listing offer(Actor by, String title) {
    return listing(by, Listing.Side.OFFER, title, 10, 1, 0, 2_000, "31", 1);
  }

  Listing need(Actor by, String title) {
    return listing(by, Listing.Side.NEED, title, 10, 1, 0, 5_000, "31", 1);
  }

  Listing listing(
      Actor by,
      Listing.Side side,
      String title,
      long quantity,
      long step,
      long held,
      long unitValueCents,
      String departement,
      int revision) {
    Listing listing =
        new Listing(
            new ListingId(UUID.randomUUID()),
            by.company().companyId(),
            side,
            revision,
            Listing.State.PUBLISHED,
            title,
            "",
            "en",
            "furniture",
            Listing.Unit.PIECE,
            quantity,
            step,
            held,
            0,
            Money.euros(unitValueCents),
            200,
            departement,
            Listing.Reach.COUNTRY,
            TODAY.plusDays(30),
            null,
            NOW);
    listings.add(listing);
    return listing;
  }

  /** The same offer in its next revision. */
  Listing revise(Listing listing, long unitValueCents) {
    return replace(
        listing,
        old ->
            new Listing(
                old.id(),
                old.companyId(),
                old.side(),
                old.revision() + 1,
                old.state(),
                old.title(),
                old.description(),
                old.language(),
                old.category(),
                old.unit(),
                old.quantity(),
                old.quantityStep(),
                old.held(),
                old.delivered(),
                Money.euros(unitValueCents),
                old.vatPermille(),
                old.departement(),
                old.reach(),
                old.lastDay(),
                old.oneOfGroup(),
                old.updatedAt()));
  }

  /** Takes a listing off the square; its owner still finds it. */
  void pause(Listing listing) {
    replace(
        listing,
        old ->
            new Listing(
                old.id(),
                old.companyId(),
                old.side(),
                old.revision(),
                Listing.State.PAUSED,
                old.title(),
                old.description(),
                old.language(),
                old.category(),
                old.unit(),
                old.quantity(),
                old.quantityStep(),
                old.held(),
                old.delivered(),
                old.unitValue(),
                old.vatPermille(),
                old.departement(),
                old.reach(),
                old.lastDay(),
                old.oneOfGroup(),
                old.updatedAt()));
  }

  private Listing replace(Listing listing, UnaryOperator<Listing> change) {
    Listing changed = change.apply(listing(listing.id()));
    listings.removeIf(old -> old.id().equals(listing.id()));
    listings.add(changed);
    return changed;
  }

  @Override
  public List<Company> approved() {
    return companies.stream().sorted(Comparator.comparing(Company::name)).toList();
  }

  @Override
  public List<Company> companies(Collection<CompanyId> ids) {
    return companies.stream().filter(company -> ids.contains(company.id())).toList();
  }

  @Override
  public LocalDate today() {
    return TODAY;
  }

  @Override
  public List<Listing> tradable() {
    return listings.stream()
        .filter(listing -> listing.state() == Listing.State.PUBLISHED)
        .filter(listing -> listing.available() > 0)
        .toList();
  }

  @Override
  public Listing listing(ListingId id) {
    @Nullable Listing found =
        listings.stream().filter(listing -> listing.id().equals(id)).findFirst().orElse(null);
    if (found == null) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    return found;
  }

  @Override
  public List<Departement> departements() {
    return List.of(
        new Departement("31", "Haute-Garonne", "76", "Occitanie"),
        new Departement("75", "Paris", "11", "Île-de-France"));
  }
}
