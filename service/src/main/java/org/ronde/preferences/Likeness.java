package org.ronde.preferences;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How alike two short texts are, whatever their accents, capitals and plurals. */
final class Likeness {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
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
    String plain = plain(text);
    return words(words).stream().allMatch(plain::contains);
  }

  private static List<String> words(String text) {
    return Stream.of(BETWEEN_WORDS.split(plain(text), -1)).filter(word -> !word.isEmpty()).toList();
  }

  private static Set<String> grams(String text) {
    Set<String> grams = new HashSet<>();
    for (String word : words(text)) {
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

  private static String plain(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
