package org.ronde.matching.io;

/**
 * What a word of a want list stands for.
 *
 * @param item the word that names what is wanted: this one, or what stands before its {@code =}
 */
record WantWord(String text, int item, boolean isCash, boolean isDummy) {
  private static final String CASH = "\\$\\d+(\\.\\d+)?";

  /** Looks at a word's letters, and adds what stands before its {@code =} to the words. */
  static WantWord of(int word, Words words) {
    var text = words.text(word);
    int equals = text.indexOf('=');
    return new WantWord(
        text,
        equals < 0 ? word : words.number(text.substring(0, equals)),
        text.startsWith("$") && text.matches(CASH),
        text.startsWith("%"));
  }
}
