package org.ronde.places;

import java.time.ZoneId;
import java.util.Locale;

/**
 * A town.
 *
 * @param code stable identifier, at most 16 ASCII characters
 * @param country ISO 3166-1 alpha-2
 * @param departement number of the French département, or empty abroad
 * @param latitude degrees north
 * @param longitude degrees east
 */
public record Place(
    String code,
    String name,
    String country,
    String departement,
    double latitude,
    double longitude,
    ZoneId zone) {

  /**
   * The name with what tells it from others of the same name: {@code Muret (31)}, {@code London,
   * United Kingdom}.
   */
  public String label(Locale locale) {
    return departement.isEmpty()
        ? name + ", " + countryName(locale)
        : name + " (" + departement + ")";
  }

  public String countryName(Locale locale) {
    return new Locale.Builder().setRegion(country).build().getDisplayCountry(locale);
  }
}
