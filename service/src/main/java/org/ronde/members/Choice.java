package org.ronde.members;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** One line of a select: what is sent, and what is read. */
public record Choice(String value, String text) {
  static List<Choice> departements(Departements departements) {
    return departements.all().stream()
        .map(place -> new Choice(place.code(), "%s (%s)".formatted(place.name(), place.code())))
        .toList();
  }

  /** The countries of foreign companies, by their names in the reader's language. */
  static List<Choice> countries(Locale locale) {
    return VatNumbers.countries().stream()
        .map(code -> new Choice(code, countryName(code, locale)))
        .sorted(Comparator.comparing(Choice::text, java.text.Collator.getInstance(locale)::compare))
        .toList();
  }

  static String countryName(String code, Locale locale) {
    return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
  }
}
