package org.ronde.contests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ContestId;
import org.ronde.ids.ListingId;
import org.ronde.listings.Hold;

/**
 * What can be won.
 *
 * @param place 1 is the first prize
 * @param valueCents commercial value, VAT included
 * @param listingId the listing it is a quantity of; null for a lot of the operator
 * @param companyId who gives it
 * @param agreedAt when the company said yes
 * @param substitute what is handed over instead, of the same value or more
 * @param guardian what the operator vouched for when handing it over
 */
public record Prize(
    ContestId contestId,
    int place,
    String title,
    long valueCents,
    @Nullable ListingId listingId,
    @Nullable Integer listingRevision,
    @Nullable Long quantity,
    @Nullable CompanyId companyId,
    State state,
    @Nullable Instant agreedAt,
    @Nullable String substitute,
    @Nullable Long substituteCents,
    @Nullable Guardian guardian,
    @Nullable Instant handedOverAt) {

  /** Where a prize is. */
  public enum State {
    PLANNED,
    /** From the day the rules are published. */
    HELD,
    /** The contest is void. */
    RELEASED,
    HANDED_OVER,
    /** Nobody won it; the next contest gets it, as the rules say. */
    CARRIED_OVER
  }

  /** What the operator vouches for before a prize goes out. */
  public enum Guardian {
    OF_AGE,
    /** The winner is a minor and the guardian's written consent is kept. */
    CONSENT_KEPT
  }

  /** Whether a company has to say yes and has not yet. */
  public boolean awaitsConsent() {
    return companyId != null && agreedAt == null;
  }

  /** What to hold of the listing; null for a lot of the operator. */
  @Nullable Hold hold() {
    return listingId == null || listingRevision == null || quantity == null
        ? null
        : new Hold(listingId, listingRevision, quantity);
  }
}
