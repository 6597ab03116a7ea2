package org.ronde.preferences;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ronde.ids.CompanyId;
import org.ronde.ids.Id;
import org.ronde.ids.ListingId;
import org.ronde.listings.Listing;
import org.ronde.listings.Places.Departement;
import org.ronde.matching.History;
import org.ronde.matching.Market;
import org.ronde.matching.Need;
import org.ronde.matching.Offer;
import org.ronde.matching.Place;
import org.ronde.matching.Reach;
import org.ronde.matching.Want;
import org.ronde.members.Company;
import org.ronde.preferences.WantDao.WantRow;

/**
 * Turns companies, listings, limits and wants into the engine's market: values in, values out.
 *
 * <p>Every list stands in the order of its ids, so that equal facts make equal markets.
 */
final class MarketBuilder {
  private static final String FRANCE = "FR";

  private final Snapshot snapshot;
  private final Function<CompanyId, Limits> limits;

  MarketBuilder(Snapshot snapshot, Function<CompanyId, Limits> limits) {
    this.snapshot = snapshot;
    this.limits = limits;
  }

  /** The market in which these wants count, as far as their need and offer are in it. */
  Market build(Collection<WantRow> wants) {
    return new Market(
        snapshot.day(),
        snapshot.companies().values().stream()
            .map(this::company)
            .sorted(comparing(org.ronde.matching.Company::id))
            .toList(),
        listings(Listing.Side.OFFER).map(this::offer).toList(),
        listings(Listing.Side.NEED).map(this::need).toList(),
        wants(wants));
  }

  private Stream<Listing> listings(Listing.Side side) {
    return snapshot.listings().stream().filter(listing -> listing.side() == side);
  }

  private org.ronde.matching.Company company(Company company) {
    Limits own = limits.apply(company.id());
    return new org.ronde.matching.Company(
        company.id().toString(),
        own.cycleLengthMax(),
        own.tolerancePercent(),
        own.topUpPayMaxCents(),
        own.topUpTakeMaxCents(),
        own.openCyclesMax() == null
            ? org.ronde.matching.Company.OPEN_CYCLES_MAX
            : own.openCyclesMax(),
        company.premium(),
        own.excluded().stream().map(Id::toString).collect(toSet()),
        History.none());
  }

  private Offer offer(Listing listing) {
    return new Offer(
        listing.id().toString(),
        listing.companyId().toString(),
        listing.category(),
        listing.unit().name(),
        listing.available(),
        listing.quantityStep(),
        listing.unitValue().amountCents(),
        place(listing),
        reach(listing.reach()),
        listing.lastDay());
  }

  private Need need(Listing listing) {
    return new Need(
        listing.id().toString(),
        listing.companyId().toString(),
        listing.category(),
        listing.unit().name(),
        listing.available(),
        listing.quantityStep(),
        listing.unitValue().amountCents(),
        place(listing),
        reach(listing.reach()),
        listing.lastDay(),
        listing.oneOfGroup());
  }

  /** Only France is divided: elsewhere the country is region and département as well. */
  private Place place(Listing listing) {
    Departement departement = snapshot.departements().get(listing.departement());
    if (departement != null) {
      return new Place(FRANCE, departement.region(), departement.code());
    }
    String country = snapshot.companyOf(listing).country();
    String code = listing.departement().isBlank() ? country : listing.departement();
    return new Place(country, country, code);
  }

  private static Reach reach(Listing.Reach reach) {
    return switch (reach) {
      case DEPARTEMENT -> Reach.DEPARTEMENT;
      case REGION -> Reach.REGION;
      case COUNTRY -> Reach.COUNTRY;
    };
  }

  private List<Want> wants(Collection<WantRow> rows) {
    Set<ListingId> needs = new HashSet<>();
    Map<ListingId, Integer> offerRevisions = new HashMap<>();
    for (Listing listing : snapshot.listings()) {
      switch (listing.side()) {
        case NEED -> needs.add(listing.id());
        case OFFER -> offerRevisions.put(listing.id(), listing.revision());
      }
    }
    return rows.stream()
        .filter(row -> needs.contains(row.needId()))
        .filter(
            row -> {
              Integer revision = offerRevisions.get(row.offerId());
              return revision != null && row.holdsFor(revision);
            })
        .map(row -> new Want(row.needId().toString(), row.offerId().toString(), row.verdict()))
        .sorted(comparing(Want::needId).thenComparing(Want::offerId))
        .toList();
  }
}
