package org.ronde.listings;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ronde.money.Money;

/**
 * What somebody asks a listing to say, not yet judged: {@link ListingRules} makes terms of it or
 * says what is wrong. Absent values are null; the unit may be left to the category.
 */
public record ListingDraft(
    @Nullable String title,
    @Nullable String description,
    @Nullable String language,
    @Nullable String category,
    Listing.@Nullable Unit unit,
    @Nullable Long quantity,
    @Nullable Long quantityStep,
    @Nullable Money unitValue,
    @Nullable Integer vatPermille,
    @Nullable String departement,
    Listing.@Nullable Reach reach,
    @Nullable LocalDate lastDay,
    @Nullable String oneOfGroup) {}
