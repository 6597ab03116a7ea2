package org.ronde.listings;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ListingId;
import org.ronde.money.Money;

/**
 * An offer or a need in its current revision.
 *
 * @param language of title and description, {@code fr} or {@code en}
 * @param description Markdown as typed
 * @param category code of a leaf of the {@link Categories}
 * @param quantity all of it, in units; {@code held} of it is promised to exchanges, {@code
 *     delivered} is gone
 * @param quantityStep the smallest amount it moves by
 * @param unitValue excluding VAT; of a need, the most it would count for one unit
 * @param vatPermille the VAT rate in permille: 200 is 20 %
 * @param lastDay the last day on which it can be agreed
 * @param oneOfGroup names a group of the company's needs of which one is enough
 */
public record Listing(
    ListingId id,
    CompanyId companyId,
    Side side,
    int revision,
    State state,
    String title,
    String description,
    String language,
    String category,
    Unit unit,
    long quantity,
    long quantityStep,
    long held,
    long delivered,
    Money unitValue,
    int vatPermille,
    String departement,
    Reach reach,
    LocalDate lastDay,
    @Nullable String oneOfGroup,
    Instant updatedAt) {

  /** Given or wanted. */
  public enum Side {
    OFFER,
    NEED
  }

  /** Where a listing is in its life, and where it may go from there. */
  public enum State {
    DRAFT,
    PUBLISHED,
    PAUSED,
    WITHDRAWN,
    EXPIRED;

    /** Whether a company, a group or the calendar may move a listing from here to there. */
    public boolean mayBecome(State next) {
      return switch (this) {
        case DRAFT -> next == PUBLISHED || next == WITHDRAWN;
        case PUBLISHED -> next == PAUSED || next == WITHDRAWN || next == EXPIRED;
        case PAUSED -> next == PUBLISHED || next == WITHDRAWN || next == EXPIRED;
        case EXPIRED -> next == PUBLISHED || next == WITHDRAWN;
        case WITHDRAWN -> false;
      };
    }
  }

  /** How far from its département a listing can be given or taken. */
  public enum Reach {
    DEPARTEMENT,
    REGION,
    COUNTRY
  }

  /** What a listing counts in. */
  public enum Unit {
    HOUR,
    DAY,
    NIGHT,
    PIECE,
    KILOGRAM,
    LITRE,
    SQUARE_METRE,
    METRE,
    KILOMETRE,
    MONTH,
    PACKAGE,
    PERSON,
    PAGE,
    WORD
  }

  /** What can still be agreed. */
  public long available() {
    return quantity - held - delivered;
  }
}
