package org.ronde.activities;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ronde.http.Refusal.Fault;

/**
 * The catalogue as a file of comma-separated values (RFC 4180; semicolons, as spreadsheets in
 * France write them, do as well): the one that comes with Ronde, and those that operators send.
 */
final class CatalogueFile {
  private static final String OWN = "activities.csv";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** A line that can be read: its number in the file, from 1, and what it says. */
  record Line(int number, ActivityTerms terms) {}

  /** A line that cannot. */
  record LineFault(int number, Fault fault) {}

  /** What was read. */
  record Parsed(List<Line> lines, List<LineFault> faults) {
    Parsed {
      lines = List.copyOf(lines);
      faults = List.copyOf(faults);
    }
  }

  private record Numbered(int number, List<String> values) {}

  private CatalogueFile() {}

  /** The file that comes with Ronde, which has no faults. */
  static List<ActivityTerms> own() {
    try (InputStream stream = CatalogueFile.class.getResourceAsStream(OWN)) {
      if (stream == null) {
        throw new IllegalStateException("The catalogue %s is missing.".formatted(OWN));
      }
      Parsed parsed = parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      if (!parsed.faults().isEmpty()) {
        throw new IllegalStateException("%s has faults: %s".formatted(OWN, parsed.faults()));
      }
      return parsed.lines().stream().map(Line::terms).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a file; its first line names the columns, in any order. */
  static Parsed parse(String text) {
    List<LineFault> faults = new ArrayList<>();
    List<Numbered> records = records(text, faults);
    if (records.isEmpty()) {
      faults.add(new LineFault(1, Fault.of("", "activities.fault.csvEmpty")));
      return new Parsed(List.of(), faults);
    }
    List<String> header = records.get(0).values().stream().map(String::strip).toList();
    String missing =
        TermsReader.COLUMNS.stream()
            .filter(column -> !column.equals("state") && !header.contains(column))
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      faults.add(
          new LineFault(
              1, new Fault("", "activities.fault.csvHeader", Map.of("missing", missing))));
      return new Parsed(List.of(), faults);
    }
    List<Line> lines = new ArrayList<>();
    for (Numbered row : records.subList(1, records.size())) {
      read(header, row, lines, faults);
    }
    return new Parsed(lines, faults);
  }

  private static void read(
      List<String> header, Numbered row, List<Line> lines, List<LineFault> faults) {
    if (row.values().size() != header.size()) {
      faults.add(
          new LineFault(
              row.number(),
              new Fault(
                  "",
                  "activities.fault.csvValues",
                  Map.of("found", row.values().size(), "wanted", header.size()))));
      return;
    }
    Map<String, String> values = new HashMap<>();
    for (int column = 0; column < header.size(); column++) {
      values.put(header.get(column), row.values().get(column));
    }
    List<Fault> wrong = new ArrayList<>();
    new TermsReader(column -> values.getOrDefault(column, ""), wrong)
        .read()
        .ifPresent(terms -> lines.add(new Line(row.number(), terms)));
    wrong.forEach(fault -> faults.add(new LineFault(row.number(), fault)));
  }

  /** Writes a file that {@link #parse} reads back to the same. */
  static String write(List<ActivityTerms> catalogue) {
    StringBuilder text = new StringBuilder(String.join(",", TermsReader.COLUMNS)).append('\n');
    for (ActivityTerms terms : catalogue) {
      text.append(
              values(terms).values().stream()
                  .map(CatalogueFile::quoted)
                  .collect(Collectors.joining(",")))
          .append('\n');
    }
    return text.toString();
  }

  /** What stands in each column, in their order. */
  static Map<String, String> values(ActivityTerms terms) {
    Activity.Bounds bounds = terms.plausible();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("code", terms.code());
    values.put("family", terms.family().code());
    values.put("name_en", terms.nameEn());
    values.put("name_fr", terms.nameFr());
    values.put("synonyms_en", String.join(";", terms.synonymsEn()));
    values.put("synonyms_fr", String.join(";", terms.synonymsFr()));
    values.put("evidence", ActivityDao.Row.join(terms.evidence()));
    values.put("measure", terms.measure().name());
    values.put("more_is_better", String.valueOf(terms.moreIsBetter()));
    values.put("min", bounds == null ? "" : plain(bounds.min()));
    values.put("max", bounds == null ? "" : plain(bounds.max()));
    values.put("difficulty", String.valueOf(terms.difficulty()));
    values.put("adult", String.valueOf(terms.adult()));
    values.put("state", terms.retired() ? TermsReader.RETIRED : "PUBLISHED");
    return values;
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static String quoted(String value) {
    boolean plain = !value.matches("(?s).*[\",;\\r\\n].*");
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  private static List<Numbered> records(String text, List<LineFault> faults) {
    String body = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    char separator = separator(body);
    List<Numbered> records = new ArrayList<>();
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    int line = 1;
    int begun = 1;
    int opened = 1;
    for (int at = 0; at <= body.length(); at++) {
      char c = at < body.length() ? body.charAt(at) : '\n';
      boolean last = at == body.length();
      if (quoted && c == '"' && at + 1 < body.length() && body.charAt(at + 1) == '"') {
        value.append(c);
        at++;
      } else if (c == '"') {
        quoted = !quoted;
        opened = line;
      } else if (quoted && !last) {
        value.append(c);
      } else if (c == separator || c == '\n') {
        values.add(value.toString());
        value.setLength(0);
        if (c == '\n') {
          if (values.size() > 1 || !values.get(0).isBlank()) {
            records.add(new Numbered(begun, List.copyOf(values)));
          }
          values.clear();
          begun = line + 1;
        }
      } else if (c != '\r') {
        value.append(c);
      }
      line += c == '\n' ? 1 : 0;
    }
    if (quoted) {
      faults.add(new LineFault(opened, Fault.of("", "activities.fault.csvQuote")));
    }
    return records;
  }

  private static char separator(String body) {
    String header = body.lines().findFirst().orElse("");
    return header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
  }
}
