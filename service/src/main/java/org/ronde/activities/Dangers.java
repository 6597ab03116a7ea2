package org.ronde.activities;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ronde.http.Folding;

/**
 * Tells a dangerous idea by its words, in French and English, from the patterns of {@code
 * dangers.txt}. It forgives spelling (accents, capitals, hyphens) and knows harmless look-alikes;
 * it is no judge of intent: what it stops wrongly can be sent to an operator.
 */
final class Dangers {
  private static final String FILE = "dangers.txt";
  private static final String HARMLESS = "- ";
  private static final String CLASS = "== ";

  /** A class of danger; harmless phrases are taken out before its patterns look. */
  private record Kind(String code, List<Pattern> harmless, List<Pattern> dangerous) {}

  private final List<Kind> kinds;

  private Dangers(List<Kind> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  /** Reads the patterns that come with Ronde. */
  static Dangers load() {
    try (InputStream stream = Dangers.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("The dangers %s are missing.".formatted(FILE));
      }
      return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Dangers parse(String text) {
    List<Kind> kinds = new ArrayList<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith(CLASS)) {
        String code = line.substring(CLASS.length());
        kinds.add(new Kind(code, new ArrayList<>(), new ArrayList<>()));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        if (kinds.isEmpty()) {
          throw new IllegalStateException("%s: '%s' has no class.".formatted(FILE, line));
        }
        Kind kind = kinds.get(kinds.size() - 1);
        if (line.startsWith(HARMLESS)) {
          kind.harmless().add(words(line.substring(HARMLESS.length())));
        } else {
          kind.dangerous().add(words(line));
        }
      }
    }
    return new Dangers(kinds);
  }

  /** The codes of all classes. */
  List<String> codes() {
    return kinds.stream().map(Kind::code).toList();
  }

  /** The first class of danger that a text describes, none when it looks harmless. */
  Optional<String> find(String text) {
    String folded = Folding.fold(text);
    for (Kind kind : kinds) {
      String rest = folded;
      for (Pattern harmless : kind.harmless()) {
        rest = harmless.matcher(rest).replaceAll(" ");
      }
      for (Pattern dangerous : kind.dangerous()) {
        if (dangerous.matcher(rest).find()) {
          return Optional.of(kind.code());
        }
      }
    }
    return Optional.empty();
  }

  private static Pattern words(String pattern) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + pattern + ")(?![\\p{L}\\p{N}])");
  }
}
