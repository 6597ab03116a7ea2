package org.ronde.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;

/**
 * What identifies a company: its name, its number, its place. Either French, with SIREN and
 * département, or from another country of the European Union, with a VAT number and a city.
 */
public record CompanyFacts(
    String name,
    String country,
    @Nullable String siren,
    String vatNumber,
    @Nullable String departement,
    String city) {
  public static final String FRANCE = "FR";
  private static final int NAME_MAX = 160;
  private static final int CITY_MAX = 120;

  public CompanyFacts {
    if (country.equals(FRANCE) != (siren != null && departement != null)) {
      throw new IllegalArgumentException(
          "SIREN and département belong to French companies, and to no others (%s)."
              .formatted(country));
    }
  }

  /** The same as somebody typed it; what does not apply is empty. */
  public record Entry(
      String name,
      String country,
      String siren,
      String vatNumber,
      String departement,
      String city) {
    boolean french() {
      return country.equals(FRANCE);
    }
  }

  /**
   * Reads an entry.
   *
   * @throws Refusal INVALID, with a fault for each field that does not fit
   */
  static CompanyFacts read(Entry entry, Departements departements) {
    List<Fault> faults = new ArrayList<>();
    Optional<CompanyFacts> facts = find(entry, departements, faults);
    return facts.orElseThrow(() -> Refusal.invalid(faults));
  }

  /** Reads an entry and adds what does not fit to the faults; empty when there are any. */
  static Optional<CompanyFacts> find(Entry entry, Departements departements, List<Fault> faults) {
    int before = faults.size();
    checkPlace(entry, departements, faults);
    Optional<Siren> siren = entry.french() ? Siren.find(entry.siren()) : Optional.empty();
    Optional<String> vatNumber =
        entry.french()
            ? siren.map(Siren::vatNumber)
            : VatNumbers.find(entry.country(), entry.vatNumber());
    if (vatNumber.isEmpty()) {
      faults.add(
          entry.french()
              ? Fault.of("siren", "members.fault.siren")
              : Fault.of("vatNumber", "members.fault.vatNumber"));
    }
    if (faults.size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new CompanyFacts(
            entry.name(),
            entry.country(),
            siren.map(Siren::digits).orElse(null),
            vatNumber.orElseThrow(),
            entry.french() ? entry.departement() : null,
            entry.city()));
  }

  /** What does not fit in a company's name and place. */
  static void checkPlace(Entry entry, Departements departements, List<Fault> faults) {
    if (entry.name().length() < 2 || entry.name().length() > NAME_MAX) {
      faults.add(Fault.of("companyName", "members.fault.companyName"));
    }
    if (!entry.french() && !VatNumbers.countries().contains(entry.country())) {
      faults.add(Fault.of("country", "members.fault.country"));
    }
    if (entry.french() && !departements.known(entry.departement())) {
      faults.add(Fault.of("departement", "members.fault.departement"));
    }
    boolean cityNeeded = !entry.french();
    if (entry.city().length() > CITY_MAX || (cityNeeded && entry.city().isEmpty())) {
      faults.add(Fault.of("city", "members.fault.city"));
    }
  }
}
