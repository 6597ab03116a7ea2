package org.ronde.members;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The French départements a company may sit in; {@code app} plugs in the room that knows them. */
@FunctionalInterface
public interface Departements {
  /** One département: {@code 31}, {@code Haute-Garonne}. */
  record Departement(String code, String name) {}

  List<Departement> all();

  default boolean known(String code) {
    return all().stream().anyMatch(departement -> departement.code().equals(code));
  }

  /** The name that goes with a code, or nothing for a company elsewhere. */
  default String name(@Nullable String code) {
    return all().stream()
        .filter(departement -> departement.code().equals(code))
        .map(Departement::name)
        .findFirst()
        .orElse("");
  }
}
