package org.ronde.preferences;

import java.util.HashSet;
import java.util.Set;
import org.ronde.http.Folding;

/** How alike two short texts are, whatever their accents, capitals and plurals. */
final class Likeness {
  private static final int GRAM = 3;

  private Likeness() {}

  /** From 0, nothing in common, to 1: the share of three-letter pieces that both have. */
  static double of(String one, String other) {
    Set<String> left = grams(one);
    Set<String> right = grams(other);
    if (left.isEmpty() || right.isEmpty()) {
      return 0;
    }
    long common = left.stream().filter(right::contains).count();
    return 2.0 * common / (left.size() + right.size());
  }

  /** Whether each word asked for begins or stands within a word of the text. */
  static boolean hasWords(String text, String words) {
    String folded = Folding.fold(text);
    return Folding.words(words).stream().allMatch(folded::contains);
  }

  private static Set<String> grams(String text) {
    Set<String> grams = new HashSet<>();
    for (String word : Folding.words(text)) {
      // Articles and prepositions would make all titles alike.
      if (word.length() < GRAM) {
        continue;
      }
      String padded = " " + word;
      for (int i = 0; i + GRAM <= padded.length(); i++) {
        grams.add(padded.substring(i, i + GRAM));
      }
    }
    return grams;
  }
}
