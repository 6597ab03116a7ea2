package org.ronde.listings;

import java.util.List;
import java.util.Set;
import org.ronde.http.Folding;

/** The words a listing is found by, and the beginnings of words that a search asks for. */
final class SearchWords {
  private static final int STEM_MIN = 3;

  /** Words so common that asking for them only hides what was meant. */
  private static final Set<String> FILLERS =
      Set.of(
          "a", "an", "and", "au", "aux", "d", "de", "des", "du", "en", "et", "for", "in", "l", "la",
          "le", "les", "of", "ou", "par", "pour", "sur", "the", "to", "un", "une", "with");

  private SearchWords() {}

  /** {@code " l ete a la plage"}: folded, every word with a space before it. */
  static String stored(String text) {
    String folded = Folding.fold(text);
    return folded.isEmpty() ? "" : " " + folded;
  }

  /**
   * The beginnings of words that what was typed asks for: at most {@code max}, without the ending
   * that marks a plural, so that "batteries" finds "battery" and "sites" finds "site".
   */
  static List<String> beginnings(String typed, int max) {
    List<String> all = Folding.words(typed);
    List<String> telling = all.stream().filter(word -> !FILLERS.contains(word)).toList();
    return (telling.isEmpty() ? all : telling)
        .stream().map(SearchWords::withoutPlural).distinct().limit(max).toList();
  }

  private static String withoutPlural(String word) {
    for (String ending : List.of("ies", "sses", "xes", "ches", "shes", "aux", "s", "x")) {
      int drop =
          switch (ending) {
            case "sses", "xes", "ches", "shes", "aux" -> 2;
            default -> ending.length();
          };
      if (word.endsWith(ending) && !word.endsWith("ss") && word.length() - drop >= STEM_MIN) {
        return word.substring(0, word.length() - drop);
      }
    }
    return word;
  }
}
