package org.ronde.matching.io;

import java.nio.charset.Charset;
import java.util.List;

/** A text file line by line, and complaints that name the line. */
final class TextLines {
  private static final int SHOWN_MAX = 60;

  private final List<String> lines;
  private int at;

  TextLines(byte[] bytes, Charset charset) {
    this.lines = new String(bytes, charset).lines().toList();
  }

  /** Whether nothing is left but empty lines, which this skips. */
  boolean isAtEnd() {
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    return at == lines.size();
  }

  boolean hasLine() {
    return at < lines.size();
  }

  String line() {
    return lines.get(at);
  }

  void next() {
    at++;
  }

  /** The number of this line, from 1; of the last one after the end. */
  int number() {
    return Math.min(at, Math.max(0, lines.size() - 1)) + 1;
  }

  /** The line as far as it fits into a complaint. */
  String shown() {
    return line().length() <= SHOWN_MAX ? line() : line().substring(0, SHOWN_MAX) + "…";
  }

  /** A whole number from 0 to {@code most}. */
  long number(String text, long most) throws BadFileException {
    long number;
    try {
      number = Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw bad("'%s' is no whole number".formatted(text.strip()));
    }
    if (number < 0 || number > most) {
      throw bad("%d lies outside 0 to %d".formatted(number, most));
    }
    return number;
  }

  /** A weight from 0. */
  double weight(String text) throws BadFileException {
    double weight;
    try {
      weight = Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw bad("'%s' is no weight".formatted(text.strip()));
    }
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw bad("the weight is %s, must not be below 0".formatted(text.strip()));
    }
    return weight;
  }

  BadFileException bad(String reason) {
    return new BadFileException(number(), reason);
  }
}
