package org.ronde.listings;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Brings words to the form they are compared in: small letters without accents, one space before
 * each word, and no apostrophes, so that {@code l'Été} and {@code l’ete} are the same.
 */
final class Folding {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int STEM_MIN = 3;

  /** Words so common that asking for them only hides what was meant. */
  private static final Set<String> FILLERS =
      Set.of(
          "a", "an", "and", "au", "aux", "d", "de", "des", "du", "en", "et", "for", "in", "l", "la",
          "le", "les", "of", "ou", "par", "pour", "sur", "the", "to", "un", "une", "with");

  private Folding() {}

  /** {@code " l ete a la plage"}: every word has a space before it. */
  static String fold(String text) {
    String decomposed =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replace("œ", "oe")
            .replace("æ", "ae")
            .replace("ß", "ss");
    String plain = MARKS.matcher(decomposed).replaceAll("");
    String words = BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip();
    return words.isEmpty() ? "" : " " + words;
  }

  /**
   * The beginnings of words that what was typed asks for: at most {@code max}, without the ending
   * that marks a plural, so that "batteries" finds "battery" and "sites" finds "site".
   */
  static List<String> beginnings(String typed, int max) {
    List<String> all =
        Arrays.stream(fold(typed).split(" ")).filter(word -> !word.isEmpty()).distinct().toList();
    List<String> telling = all.stream().filter(word -> !FILLERS.contains(word)).toList();
    return (telling.isEmpty() ? all : telling)
        .stream().map(Folding::withoutPlural).distinct().limit(max).toList();
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
