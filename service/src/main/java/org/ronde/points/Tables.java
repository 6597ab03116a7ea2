package org.ronde.points;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads this room's small tables: a header, then rows without quotes. */
final class Tables {
  private Tables() {}

  static List<List<String>> read(String name) {
    try (InputStream stream = Tables.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("The table %s is missing.".formatted(name));
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(row -> List.of(row.split(",", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
