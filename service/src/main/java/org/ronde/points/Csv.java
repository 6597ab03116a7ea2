package org.ronde.points;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows for spreadsheets. A text that a spreadsheet would take for a formula gets an apostrophe in
 * front.
 */
final class Csv {
  private final StringBuilder text = new StringBuilder();

  Csv row(List<?> cells) {
    text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(","))).append("\r\n");
    return this;
  }

  private static String cell(Object cell) {
    if (cell instanceof Number) {
      return cell.toString();
    }
    String plain = cell.toString();
    String safe = plain.matches("[=+\\-@\\t\\r](?s:.*)") ? "'" + plain : plain;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
