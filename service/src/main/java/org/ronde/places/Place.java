package org.ronde.places;

import java.time.ZoneId;

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
    ZoneId zone) {}
