package org.ronde.preferences;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ronde.ids.CompanyId;
import org.ronde.listings.Listing;
import org.ronde.listings.Places.Departement;
import org.ronde.members.Company;

/**
 * Who may trade what on one day. Listings whose company is not among the companies are left out, so
 * that reads a moment apart still fit together; so are listings with less than one step left.
 *
 * @param listings ordered by id
 * @param departements by code
 */
record Snapshot(
    LocalDate day,
    Map<CompanyId, Company> companies,
    List<Listing> listings,
    Map<String, Departement> departements) {
  Snapshot {
    companies = Map.copyOf(companies);
    listings = List.copyOf(listings);
    departements = Map.copyOf(departements);
  }

  /**
   * What members and listings say now. Transactions are READ COMMITTED, so these reads lie a moment
   * apart; a cycle is checked again against current revisions before it is proposed.
   */
  static Snapshot of(Neighbours neighbours) {
    return of(
        neighbours.today(),
        neighbours.approved(),
        neighbours.tradable(),
        neighbours.departements());
  }

  static Snapshot of(
      LocalDate day,
      List<Company> companies,
      List<Listing> listings,
      List<Departement> departements) {
    Map<CompanyId, Company> known =
        companies.stream().collect(toMap(Company::id, Function.identity()));
    return new Snapshot(
        day,
        known,
        listings.stream()
            .filter(listing -> known.containsKey(listing.companyId()))
            .filter(listing -> listing.available() >= listing.quantityStep())
            .sorted(comparing(listing -> listing.id().toString()))
            .toList(),
        departements.stream().collect(toMap(Departement::code, Function.identity())));
  }

  /** What matters for the needs of one company: those, and what the others offer. */
  Snapshot forNeedsOf(CompanyId company) {
    return new Snapshot(
        day,
        companies,
        listings.stream()
            .filter(
                listing ->
                    listing.companyId().equals(company) == (listing.side() == Listing.Side.NEED))
            .toList(),
        departements);
  }

  /** The company of one of the listings. */
  Company companyOf(Listing listing) {
    Company company = companies.get(listing.companyId());
    if (company == null) {
      throw new IllegalArgumentException(
          "%s is a listing of nobody in this snapshot.".formatted(listing.id()));
    }
    return company;
  }
}
