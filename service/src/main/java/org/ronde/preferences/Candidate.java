package org.ronde.preferences;

import org.ronde.ids.CompanyId;
import org.ronde.ids.ListingId;
import org.ronde.listings.Listing;
import org.ronde.matching.ArcKind;

/**
 * Another company's offer that could meet a need, as the needing company sees it.
 *
 * @param offerRevision the revision that title, value and quantity belong to
 * @param departement code of the offer's département, or of the country of a company elsewhere
 * @param place the same in words
 * @param unitValueCents excluding VAT
 * @param quantity what is left of it, in units
 * @param answer what the company said so far; ASK while it said nothing that still counts
 * @param changed whether the company once said yes to an earlier revision
 * @param likeness of the offer's title to the need's, 0 to 1
 */
public record Candidate(
    ListingId offerId,
    int offerRevision,
    String title,
    CompanyId companyId,
    String companyName,
    String departement,
    String place,
    long unitValueCents,
    Listing.Unit unit,
    long quantity,
    ArcKind answer,
    boolean changed,
    double likeness) {

  /** Whether it goes behind the fold. */
  public boolean never() {
    return answer == ArcKind.NEVER;
  }
}
