package org.ronde.listings;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;

/**
 * The keys {@code listings.*} of the configuration.
 *
 * @param pageSize listings on one page of the catalogue; default 24. Large pages load slowly
 * @param daysDefault for how many days a new or renewed listing runs; default 90
 * @param daysMax the furthest last day, in days from today; default 365. Long lives fill the
 *     catalogue with what nobody remembers
 * @param reminderDays how many days before its last day a company is reminded; default 14 and 3
 */
public record ListingsSettings(
    @Min(1) @Max(100) int pageSize,
    @Min(1) @Max(3650) int daysDefault,
    @Min(1) @Max(3650) int daysMax,
    @NotEmpty List<@Min(1) @Max(365) Integer> reminderDays) {
  public ListingsSettings {
    reminderDays = List.copyOf(reminderDays);
  }

  @ValidationMethod(message = "listings.daysDefault must not be beyond listings.daysMax")
  @JsonIgnore
  public boolean isDaysDefaultAllowed() {
    return daysDefault <= daysMax;
  }

  public static ListingsSettings defaults() {
    return new ListingsSettings(24, 90, 365, List.of(14, 3));
  }
}
