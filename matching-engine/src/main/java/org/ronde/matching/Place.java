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

  /** Steps from here to there: 0 in one département, 1 in one region, 2 in one country, else 3. */
  public int distance(Place there) {
    if (!country.equals(there.country)) {
      return 3;
    }
    if (!region.equals(there.region)) {
      return 2;
    }
    return departement.equals(there.departement) ? 0 : 1;
  }
}
