package org.ronde.matching.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Cuts the lines of a want list into words, byte by byte. */
final class WantLineReader {
  private static final int SHOWN_MAX = 60;
  private static final int NONE = -1;

  /** Where words end: at spaces and marks. */
  private static final boolean[] ENDS = new boolean[128];

  static {
    for (char letter : "\t\n\u000b\f\r\u001c\u001d\u001e\u001f :;()#".toCharArray()) {
      ENDS[letter] = true;
    }
  }

  private final WantListOptions options;
  private final Words users;
  private final Words words;
  private int number;

  /** Where the line stands. */
  private byte[] bytes = {};

  private int begin;
  private int end;

  /** Its words after the user. */
  private int[] cut = new int[1 << 10];

  private int count;

  /** How many of them stand before the first colon and the first semicolon. */
  private int beforeColon;

  private int beforeSemicolon;
  private boolean manyColons;
  private boolean parentheses;
  private boolean comment;

  /** Adds to users and words; the options are those that were read before a line. */
  WantLineReader(WantListOptions options, Words users, Words words) {
    this.options = options;
    this.users = users;
    this.words = words;
  }

  /**
   * The list of wants that a line holds.
   *
   * @param lineBegin where it begins, not with a blank; nor does it end with one
   * @param ascii whether nothing in it is beyond ASCII
   */
  WantLine wants(byte[] file, int lineBegin, int lineEnd, boolean ascii, int lineNumber)
      throws BadFileException {
    number = lineNumber;
    bytes = ascii ? file : plain(new String(file, lineBegin, lineEnd - lineBegin, UTF_8));
    begin = ascii ? lineBegin : 0;
    end = ascii ? lineEnd : bytes.length;
    comment = false;
    boolean capitals = !options.caseSensitive();
    int user = WantLine.NOBODY;
    int rest = begin;
    if (bytes[begin] == '(') {
      int close = indexOf(')', begin, end);
      if (close < 0) {
        throw bad("the user's name lacks its ')'");
      }
      int first = afterBlanks(begin + 1);
      rest = afterBlanks(close + 1);
      if (first == close || rest == end) {
        var line = new String(file, lineBegin, lineEnd - lineBegin, UTF_8);
        throw bad("expected '(user) item : wanted wanted', read '%s'".formatted(shown(line)));
      }
      comment = indexOf('#', first, close) >= 0;
      user = users.number(bytes, first, beforeBlanks(close), capitals);
    } else if (options.usernamesRequired()) {
      throw bad("REQUIRE-USERNAMES is set, and the line does not begin with '(user)'");
    }
    cut(rest, capitals);
    check();
    return new WantLine(number, user, cut[0], Arrays.copyOfRange(cut, 1, count));
  }

  /** Beyond ASCII there are other capitals and other spaces, too. */
  private byte[] plain(String text) {
    var line = new StringBuilder(options.cased(text));
    for (int i = line.indexOf(")") + 1; i < line.length(); i++) {
      if (Character.isWhitespace(line.charAt(i))) {
        line.setCharAt(i, ' ');
      }
    }
    return line.toString().getBytes(UTF_8);
  }

  private void cut(int from, boolean capitals) {
    count = 0;
    beforeColon = NONE;
    beforeSemicolon = NONE;
    manyColons = false;
    parentheses = false;
    int at = from;
    while (at < end) {
      int wordEnd = wordEnd(at);
      if (wordEnd > at) {
        add(words.number(bytes, at, wordEnd, capitals));
      }
      if (wordEnd < end) {
        mark(bytes[wordEnd]);
      }
      at = wordEnd + 1;
    }
  }

  private int wordEnd(int wordBegin) {
    int at = wordBegin;
    while (at < end && (bytes[at] < 0 || !ENDS[bytes[at]])) {
      at++;
    }
    return at;
  }

  private void add(int word) {
    if (count == cut.length) {
      cut = Arrays.copyOf(cut, 2 * count);
    }
    cut[count++] = word;
  }

  /** A semicolon is a word wherever it stands. */
  private void mark(byte letter) {
    switch (letter) {
      case ':' -> {
        manyColons = beforeColon >= 0;
        beforeColon = manyColons ? beforeColon : count;
      }
      case ';' -> {
        beforeSemicolon = beforeSemicolon < 0 ? count : beforeSemicolon;
        add(WantLine.SEMICOLON);
      }
      case '(', ')' -> parentheses = true;
      case '#' -> comment = true;
      default -> {
        // A space.
      }
    }
  }

  private void check() throws BadFileException {
    if (comment) {
      throw bad("");
    }
    if (parentheses) {
      throw bad("only a user's name at the beginning of a line stands in parentheses");
    }
    if (beforeColon < 0 && options.colonsRequired()) {
      throw bad("REQUIRE-COLONS is set, and the line has no ':' after its item");
    }
    if (manyColons) {
      throw bad("more than one ':'");
    }
    boolean semicolonFirst = beforeSemicolon == 0 && beforeColon != 0;
    if (semicolonFirst || (beforeSemicolon >= 0 && beforeSemicolon < beforeColon)) {
      throw bad("a ';' stands before the first item wanted");
    }
    int items = beforeColon < 0 ? Math.min(1, count) : beforeColon;
    if (items != 1) {
      throw bad("expected one item before the ':', read %d".formatted(items));
    }
  }

  private int indexOf(char mark, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == mark) {
        return i;
      }
    }
    return NONE;
  }

  private int afterBlanks(int from) {
    int at = from;
    while (at < end && isBlank(bytes[at])) {
      at++;
    }
    return at;
  }

  private int beforeBlanks(int nameEnd) {
    int at = nameEnd;
    while (isBlank(bytes[at - 1])) {
      at--;
    }
    return at;
  }

  /** Spaces and control characters, which may stand around a line and a user's name. */
  static boolean isBlank(byte letter) {
    return letter >= 0 && letter <= ' ';
  }

  private static String shown(String line) {
    return line.length() <= SHOWN_MAX ? line : line.substring(0, SHOWN_MAX) + "…";
  }

  /** A comment explains whatever else is wrong. */
  private BadFileException bad(String reason) {
    boolean commented = indexOf('#', begin, end) >= 0;
    return new BadFileException(
        number, commented ? "a comment (#…) stands after the beginning of a line" : reason);
  }
}
