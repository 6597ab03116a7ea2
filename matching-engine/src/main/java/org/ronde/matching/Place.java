package org.ronde.matching;

/**
 * Where a listing is, by the codes that its owner's country uses.
 *
 * <p>Codes are compared, never interpreted: {@code Place("FR", "11", "75")} is Paris.
 */
public record Place(String country, String region, String departement) {
  public Place {
    Checks.word("country", country);
    Checks.word("region", region);
    Checks.word("departement", departement);
  }
}
