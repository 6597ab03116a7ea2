package org.ronde.places;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ronde.http.Form;
import org.ronde.http.Refusal.Fault;

/**
 * The field of a form that asks for a town: words in {@code town}, and, when they fit several, the
 * one chosen among them in {@code townCode}. The kit's macro is {@code places.ftlh}.
 *
 * @param place the town, when it is clear which is meant
 * @param matches what to choose among, when it is not
 * @param fault what to say then, at the field {@code town}
 */
public record TownChoice(Optional<Place> place, List<Place> matches, Optional<Fault> fault) {
  private static final int MATCHES_MAX = 8;
  private static final int TYPED_MAX = 100;

  public TownChoice {
    matches = List.copyOf(matches);
  }

  /** Reads the field. */
  public static TownChoice read(Gazetteer gazetteer, Form form) {
    return of(gazetteer, form.value("town"), form.value("townCode"));
  }

  /** Reads what was typed, and the code that was chosen for it or an empty text. */
  public static TownChoice of(Gazetteer gazetteer, String typed, String code) {
    Optional<Place> chosen = gazetteer.find(code);
    if (typed.isEmpty()) {
      return chosen.isPresent() ? clear(chosen) : wrong("places.fault.missing", Map.of());
    }
    String words = typed.substring(0, Math.min(typed.length(), TYPED_MAX));
    List<Place> matches = gazetteer.search(words, MATCHES_MAX);
    if (chosen.isPresent() && matches.contains(chosen.get())) {
      return clear(chosen);
    }
    Optional<Place> meant = gazetteer.resolve(words);
    if (meant.isPresent()) {
      return clear(meant);
    }
    if (matches.isEmpty()) {
      return wrong("places.fault.unknown", Map.of("typed", words));
    }
    return new TownChoice(
        Optional.empty(), matches, Optional.of(Fault.of("town", "places.fault.which")));
  }

  /** The matches as the kit's radios want them. */
  public List<Map<String, String>> options(Locale locale) {
    return matches.stream()
        .map(place -> Map.of("value", place.code(), "text", place.label(locale)))
        .toList();
  }

  private static TownChoice clear(Optional<Place> place) {
    return new TownChoice(place, List.of(), Optional.empty());
  }

  private static TownChoice wrong(String key, Map<String, Object> arguments) {
    return new TownChoice(
        Optional.empty(), List.of(), Optional.of(new Fault("town", key, arguments)));
  }
}
