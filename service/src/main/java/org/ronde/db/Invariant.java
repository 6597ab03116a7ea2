package org.ronde.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence about the data that always holds, and the query that finds what contradicts it: no
 * row, no contradiction.
 *
 * <p>A room keeps its own in {@code org/ronde/<room>/invariants.sql}, each opened by its sentence:
 *
 * <pre>{@code
 * -- held and delivered fit into what was listed
 * SELECT listing_id FROM listing WHERE held + delivered > quantity;
 * }</pre>
 */
public record Invariant(String room, String sentence, String sql) {
  private static final Pattern ENTRY =
      Pattern.compile("\\s*--[ \\t]*([^\\n]+)\\n([^;]+);\\s*", Pattern.MULTILINE);

  /**
   * The invariants of a room, read from its file.
   *
   * @throws IllegalStateException when the room has no such file, or it is not written as above
   */
  public static List<Invariant> of(String room) {
    String path = "/org/ronde/%s/invariants.sql".formatted(room);
    try (InputStream stream = Invariant.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("The invariants %s are missing.".formatted(path));
      }
      return parse(room, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Invariant> parse(String room, String text) {
    List<Invariant> invariants = new ArrayList<>();
    Matcher entry = ENTRY.matcher(text);
    int end = 0;
    while (entry.find(end) && entry.start() == end) {
      invariants.add(new Invariant(room, entry.group(1).strip(), entry.group(2).strip()));
      end = entry.end();
    }
    if (!text.substring(end).isBlank()) {
      throw new IllegalStateException(
          "The invariants of %s cannot be read from: %s. Each is a line '-- sentence' and one query that ends with ';'."
              .formatted(room, text.substring(end).strip().lines().findFirst().orElse("")));
    }
    return invariants;
  }
}
