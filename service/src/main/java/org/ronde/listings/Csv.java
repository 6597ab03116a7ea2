package org.ronde.listings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads our own tables of values (RFC 4180, a header row first) and forgives nothing. */
final class Csv {
  private Csv() {}

  /** The rows of a file beside this class, each by column name. */
  static List<Map<String, String>> rows(String file) {
    try (InputStream stream = Csv.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("The table %s is missing.".formatted(file));
      }
      return rows(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Map<String, String>> rows(String file, String text) {
    List<List<String>> records = records(file, text);
    List<Map<String, String>> rows = new ArrayList<>();
    for (int line = 1; line < records.size(); line++) {
      if (records.get(line).size() != records.get(0).size()) {
        throw new IllegalStateException(
            "%s, row %d has %d values, %d are wanted."
                .formatted(file, line + 1, records.get(line).size(), records.get(0).size()));
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int column = 0; column < records.get(0).size(); column++) {
        row.put(records.get(0).get(column), records.get(line).get(column));
      }
      rows.add(row);
    }
    return List.copyOf(rows);
  }

  private static List<List<String>> records(String file, String text) {
    List<List<String>> records = new ArrayList<>();
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean doubled = quoted && c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
      if (doubled) {
        value.append(c);
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted || (c != ',' && c != '\n' && c != '\r')) {
        value.append(c);
      } else if (c != '\r') {
        values.add(value.toString());
        value.setLength(0);
        if (c == '\n') {
          records.add(List.copyOf(values));
          values.clear();
        }
      }
    }
    if (quoted || !value.isEmpty() || !values.isEmpty()) {
      throw new IllegalStateException("%s ends in the middle of a row.".formatted(file));
    }
    return records;
  }
}
