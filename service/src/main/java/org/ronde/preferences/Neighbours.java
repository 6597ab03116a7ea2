package org.ronde.preferences;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ListingId;
import org.ronde.listings.Listing;
import org.ronde.listings.Listings;
import org.ronde.listings.Places;
import org.ronde.listings.Places.Departement;
import org.ronde.members.Companies;
import org.ronde.members.Company;

/** The few things this room asks of members and of listings. */
public interface Neighbours {
  /** All companies that may trade, by name. */
  List<Company> approved();

  /** Those of the companies that exist. */
  List<Company> companies(Collection<CompanyId> ids);

  /** Today, by the calendar by which listings end. */
  LocalDate today();

  /** What a clearing may use today. */
  List<Listing> tradable();

  /**
   * A listing in its current revision.
   *
   * @throws org.ronde.http.Refusal NOT_FOUND
   */
  Listing listing(ListingId id);

  List<Departement> departements();

  /** Asks their doors. */
  static Neighbours of(Companies companies, Listings listings, Places places) {
    return new Neighbours() {
      @Override
      public List<Company> approved() {
        return companies.approved();
      }

      @Override
      public List<Company> companies(Collection<CompanyId> ids) {
        return companies.companies(ids);
      }

      @Override
      public LocalDate today() {
        return listings.today();
      }

      @Override
      public List<Listing> tradable() {
        return listings.tradable();
      }

      @Override
      public Listing listing(ListingId id) {
        return listings.listing(id);
      }

      @Override
      public List<Departement> departements() {
        return places.departements();
      }
    };
  }
}
