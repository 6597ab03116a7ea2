package org.ronde.http;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Brings words to the form they are compared in, so that {@code L’Haÿ-les-Roses} and {@code l'hay
 * les roses} are the same.
 */
public final class Folding {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Folding() {}

  /**
   * Small letters without accents, one space between words, no signs: {@code "saint etienne 42"}.
   */
  public static String fold(String text) {
    String decomposed =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replace("œ", "oe")
            .replace("æ", "ae")
            .replace("ß", "ss")
            .replace("ø", "o")
            .replace("ł", "l");
    String plain = MARKS.matcher(decomposed).replaceAll("");
    return BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip();
  }

  /** The distinct folded words of a text, in its order. */
  public static List<String> words(String text) {
    return Arrays.stream(fold(text).split(" ")).filter(word -> !word.isEmpty()).distinct().toList();
  }
}
