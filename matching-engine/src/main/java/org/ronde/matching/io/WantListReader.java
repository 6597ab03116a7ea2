package org.ronde.matching.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronde.matching.trades.WantList;

/**
 * Reads the want lists of math trades, as TradeMaximizer's README describes them: a line {@code
 * (user) item : wanted wanted …} for each item, options in lines that begin with {@code #!},
 * comments in those that begin with {@code #}.
 *
 * <p>A line that breaks this form ends the reading; a want that cannot be granted is left out with
 * a note, so that one member's slip does not stop everybody's trade.
 */
final class WantListReader {
  private static final String BEGIN_NAMES = "!BEGIN-OFFICIAL-NAMES";
  private static final String END_NAMES = "!END-OFFICIAL-NAMES";

  private final WantListOptions options = new WantListOptions();
  private final List<String> notes = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private @Nullable Map<String, Integer> officialNames;
  private boolean readingNames;
  private int number;

  private WantListReader() {}

  /**
   * A want list and what was left out of it.
   *
   * @param notes each with its line
   */
  record Instance(WantList list, List<String> notes) {
    Instance {
      notes = List.copyOf(notes);
    }
  }

  /**
   * One list of wants.
   *
   * @param user null when the line names none
   * @param words the wants, and {@code ;} between them
   */
  record Line(int number, @Nullable String user, String item, List<String> words) {
    Line {
      words = List.copyOf(words);
    }
  }

  static Instance read(byte[] bytes) throws BadFileException {
    return new WantListReader().instance(new String(bytes, StandardCharsets.UTF_8));
  }

  private Instance instance(String text) throws BadFileException {
    for (var line : text.lines().toList()) {
      number++;
      // The old end-of-file mark is a control character, which trim removes and strip would not.
      read(line.trim());
    }
    if (readingNames) {
      throw bad(BEGIN_NAMES + " without " + END_NAMES);
    }
    if (lines.isEmpty()) {
      throw bad("no want list; expected lines like '(user) item : wanted wanted'");
    }
    var builder = new WantListBuilder(options, officialNames, notes);
    return new Instance(builder.build(lines), notes);
  }

  private void read(String line) throws BadFileException {
    if (line.startsWith("#!")) {
      readOptions(line.substring(2));
    } else if (line.isEmpty() || line.startsWith("#")) {
      return;
    } else if (line.equalsIgnoreCase(BEGIN_NAMES)) {
      beginNames();
    } else if (line.equalsIgnoreCase(END_NAMES)) {
      if (!readingNames) {
        throw bad(END_NAMES + " without " + BEGIN_NAMES);
      }
      readingNames = false;
    } else if (readingNames) {
      readName(line);
    } else if (line.contains("#")) {
      throw bad("a comment (#…) stands after the beginning of a line");
    } else {
      lines.add(wants(line));
    }
  }

  private void readOptions(String text) throws BadFileException {
    if (!lines.isEmpty() || officialNames != null) {
      throw bad("options (#!…) stand after the first want list or the official names");
    }
    for (var note : options.read(text, number)) {
      notes.add("line %d: %s".formatted(number, note));
    }
  }

  private void beginNames() throws BadFileException {
    if (officialNames != null) {
      throw bad("official names begin a second time");
    }
    if (!lines.isEmpty()) {
      throw bad("official names stand after the first want list");
    }
    officialNames = new HashMap<>();
    readingNames = true;
  }

  /** What follows the name is for people. */
  private void readName(String line) throws BadFileException {
    var name = cased(line.split("[:\\s]", 2)[0]);
    if (name.isEmpty() || name.contains("#")) {
      throw bad("an official name is missing or holds a #");
    }
    if (name.startsWith("%")) {
      throw bad("the dummy %s cannot have an official name".formatted(name));
    }
    if (officialNames == null || officialNames.put(name, number) != null) {
      throw bad("a second official name " + name);
    }
  }

  private Line wants(String line) throws BadFileException {
    @Nullable String user = null;
    var rest = line;
    if (line.startsWith("(")) {
      int close = line.indexOf(')');
      if (close < 0) {
        throw bad("the user's name lacks its ')'");
      }
      user = cased(line.substring(1, close).trim());
      rest = line.substring(close + 1).trim();
      if (user.isEmpty() || rest.isEmpty()) {
        throw bad("expected '(user) item : wanted wanted', read '%s'".formatted(shown(line)));
      }
    } else if (options.usernamesRequired()) {
      throw bad("REQUIRE-USERNAMES is set, and the line does not begin with '(user)'");
    }
    if (rest.contains("(") || rest.contains(")")) {
      throw bad("only a user's name at the beginning of a line stands in parentheses");
    }
    return wants(user, cased(rest));
  }

  private Line wants(@Nullable String user, String rest) throws BadFileException {
    int colon = rest.indexOf(':');
    if (colon < 0 && options.colonsRequired()) {
      throw bad("REQUIRE-COLONS is set, and the line has no ':' after its item");
    }
    if (colon != rest.lastIndexOf(':')) {
      throw bad("more than one ':'");
    }
    if (rest.indexOf(';') >= 0 && (rest.startsWith(";") || rest.indexOf(';') < colon)) {
      throw bad("a ';' stands before the first item wanted");
    }
    var words = words(colon < 0 ? rest : rest.substring(colon + 1));
    if (colon < 0) {
      return new Line(number, user, words.get(0), words.subList(1, words.size()));
    }
    var item = words(rest.substring(0, colon));
    if (item.size() != 1) {
      throw bad("expected one item before the ':', read %d".formatted(item.size()));
    }
    return new Line(number, user, item.get(0), words);
  }

  /** A semicolon is a word wherever it stands. */
  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      char letter = i < text.length() ? text.charAt(i) : ' ';
      boolean ends = letter == ';' || Character.isWhitespace(letter);
      if (ends && start >= 0) {
        words.add(text.substring(start, i));
      }
      if (letter == ';') {
        words.add(";");
      }
      start = ends ? -1 : start < 0 ? i : start;
    }
    return words;
  }

  private String cased(String text) {
    return options.caseSensitive() ? text : text.toUpperCase(Locale.ROOT);
  }

  private static String shown(String line) {
    return line.length() <= 60 ? line : line.substring(0, 60) + "…";
  }

  private BadFileException bad(String reason) {
    return new BadFileException(Math.max(1, number), reason);
  }
}
