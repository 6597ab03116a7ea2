package org.ronde.listings;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronde.http.Folding;

/** The French départements and their regions, from departements.csv. */
public final class Places {
  private final Map<String, Departement> departements = new LinkedHashMap<>();

  /** One département. */
  public record Departement(String code, String name, String region, String regionName) {}

  /** One region. */
  public record Region(String code, String name) {}

  private Places() {}

  /** Reads the table that comes with Ronde. */
  public static Places load() {
    Places places = new Places();
    for (Map<String, String> row : Csv.rows("departements.csv")) {
      Departement departement =
          new Departement(
              row.getOrDefault("code", ""),
              row.getOrDefault("name", ""),
              row.getOrDefault("region", ""),
              row.getOrDefault("region_name", ""));
      places.departements.put(departement.code(), departement);
    }
    return places;
  }

  public List<Departement> departements() {
    return List.copyOf(departements.values());
  }

  public Optional<Departement> findDepartement(String code) {
    return Optional.ofNullable(departements.get(code));
  }

  /** The regions by name. */
  public List<Region> regions() {
    return departements.values().stream()
        .map(departement -> new Region(departement.region(), departement.regionName()))
        .distinct()
        .sorted(Comparator.comparing(region -> Folding.fold(region.name())))
        .toList();
  }

  /** The départements of a region, none when it is unknown. */
  public List<Departement> departementsOf(String region) {
    return departements.values().stream()
        .filter(departement -> departement.region().equals(region))
        .toList();
  }
}
