package org.ronde.matching.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

  private static final String NAME_ENDS = ": \t\u000b\f";

  private final byte[] bytes;
  private final ByteLines file;
  private final WantListOptions options = new WantListOptions();
  private final Words users = new Words();

  /** Official names first, where there are any. */
  private final Words words = new Words();

  private final WantLineReader lineReader = new WantLineReader(options, users, words);
  private final List<String> notes = new ArrayList<>();
  private final List<WantLine> lines = new ArrayList<>();
  private int officialNames = WantListBuilder.ALL;
  private boolean readingNames;

  private WantListReader(byte[] bytes) {
    this.bytes = bytes;
    this.file = new ByteLines(bytes, bytes.length);
  }

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

  static Instance read(byte[] bytes) throws BadFileException {
    return new WantListReader(bytes).instance();
  }

  private Instance instance() throws BadFileException {
    while (file.next()) {
      int begin = file.begin();
      int end = file.end();
      // The old end-of-file mark is a control character and goes like a space.
      while (begin < end && WantLineReader.isBlank(bytes[begin])) {
        begin++;
      }
      while (begin < end && WantLineReader.isBlank(bytes[end - 1])) {
        end--;
      }
      if (begin < end) {
        read(begin, end);
      }
    }
    if (readingNames) {
      throw bad(BEGIN_NAMES + " without " + END_NAMES);
    }
    if (lines.isEmpty()) {
      throw bad("no want list; expected lines like '(user) item : wanted wanted'");
    }
    var builder = new WantListBuilder(options, users, words, officialNames, notes);
    return new Instance(builder.build(lines), notes);
  }

  private void read(int begin, int end) throws BadFileException {
    byte first = bytes[begin];
    if (first == '#') {
      if (begin + 1 < end && bytes[begin + 1] == '!') {
        readOptions(text(begin + 2, end));
      }
    } else if (first == '!' && text(begin, end).equalsIgnoreCase(BEGIN_NAMES)) {
      beginNames();
    } else if (first == '!' && text(begin, end).equalsIgnoreCase(END_NAMES)) {
      if (!readingNames) {
        throw bad(END_NAMES + " without " + BEGIN_NAMES);
      }
      readingNames = false;
    } else if (readingNames) {
      readName(text(begin, end));
    } else {
      lines.add(lineReader.wants(bytes, begin, end, file.isAscii(), file.number()));
    }
  }

  private String text(int begin, int end) {
    return new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
  }

  private void readOptions(String text) throws BadFileException {
    if (!lines.isEmpty() || officialNames != WantListBuilder.ALL) {
      throw bad("options (#!…) stand after the first want list or the official names");
    }
    for (var note : options.read(text, file.number())) {
      notes.add("line " + file.number() + ": " + note);
    }
  }

  private void beginNames() throws BadFileException {
    if (officialNames != WantListBuilder.ALL) {
      throw bad("official names begin a second time");
    }
    if (!lines.isEmpty()) {
      throw bad("official names stand after the first want list");
    }
    officialNames = 0;
    readingNames = true;
  }

  /** What follows the name is for people. */
  private void readName(String line) throws BadFileException {
    int end = 0;
    while (end < line.length() && NAME_ENDS.indexOf(line.charAt(end)) < 0) {
      end++;
    }
    var name = options.cased(line.substring(0, end));
    if (name.isEmpty() || name.contains("#")) {
      throw bad("an official name is missing or holds a #");
    }
    if (name.startsWith("%")) {
      throw bad("the dummy %s cannot have an official name".formatted(name));
    }
    if (words.number(name) < officialNames) {
      throw bad("a second official name " + name);
    }
    officialNames++;
  }

  private BadFileException bad(String reason) {
    return new BadFileException(Math.max(1, file.number()), reason);
  }
}
