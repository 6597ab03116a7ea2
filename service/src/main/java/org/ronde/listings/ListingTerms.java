package org.ronde.listings;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ronde.money.Money;

/** The terms of one revision, all of them in order. Public because jdbi reads it. */
public record ListingTerms(
    String title,
    String description,
    String language,
    String category,
    Listing.Unit unit,
    long quantity,
    long quantityStep,
    Money unitValue,
    int vatPermille,
    String departement,
    Listing.Reach reach,
    LocalDate lastDay,
    @Nullable String oneOfGroup) {
  public ListingTerms {
    if (quantity <= 0 || quantityStep <= 0 || quantity % quantityStep != 0) {
      throw new IllegalArgumentException(
          "%d does not come in steps of %d.".formatted(quantity, quantityStep));
    }
  }

  static ListingTerms of(Listing listing) {
    return new ListingTerms(
        listing.title(),
        listing.description(),
        listing.language(),
        listing.category(),
        listing.unit(),
        listing.quantity(),
        listing.quantityStep(),
        listing.unitValue(),
        listing.vatPermille(),
        listing.departement(),
        listing.reach(),
        listing.lastDay(),
        listing.oneOfGroup());
  }
}
