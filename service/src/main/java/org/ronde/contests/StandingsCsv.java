package org.ronde.contests;

import java.util.List;

/** Standings as a file for spreadsheets: rank, name or alias, points. */
final class StandingsCsv {
  private StandingsCsv() {}

  static String of(List<Standings.Line> lines) {
    StringBuilder csv = new StringBuilder("rank,name,points\r\n");
    for (Standings.Line line : lines) {
      String name = line.name();
      csv.append(line.rank())
          .append(',')
          .append(cell(name == null ? line.alias() : name))
          .append(',')
          .append(line.points())
          .append("\r\n");
    }
    return csv.toString();
  }

  /** Quoted, and never a formula. */
  private static String cell(String text) {
    String safe = text.matches("[=+\\-@\\t\\r].*") ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
