package org.ronde.matching.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import org.ronde.matching.trades.WantList;

/**
 * What the {@code #!} lines of a want list ask for, by the names that TradeMaximizer's README
 * gives.
 *
 * <p>Options that only say what TradeMaximizer prints or how it searches are accepted and change
 * nothing; what nobody knows is left out with a note.
 */
final class WantListOptions {
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "HIDE-LOOPS",
          "HIDE-SUMMARY",
          "HIDE-NONTRADES",
          "HIDE-ERRORS",
          "HIDE-STATS",
          "SHOW-MISSING",
          "SHOW-ELAPSED-TIME",
          "SHOW-WANTS",
          "SHRINK-VERBOSE",
          "SORT-BY-ITEM");
  private static final int DIGITS_MAX = 9;
  private static final String SPACES = " \t\u000b\f";

  private Scheme scheme = Scheme.NONE;
  private boolean caseSensitive;
  private boolean colonsRequired;
  private boolean usernamesRequired;
  private boolean dummiesAllowed;
  private boolean repeatsHidden;
  private long smallStep = 1;
  private long bigStep = 9;
  private long stayCost;

  /** How a want's place becomes its cost. */
  private enum Scheme {
    NONE,
    LINEAR,
    TRIANGLE,
    SQUARE,
    SCALED,
    EXPLICIT
  }

  /** Reads what follows {@code #!}; notes about what is not used. */
  List<String> read(String line, int number) throws BadFileException {
    var notes = new ArrayList<String>();
    var words = new StringTokenizer(line.toUpperCase(Locale.ROOT), SPACES);
    while (words.hasMoreTokens()) {
      var option = words.nextToken();
      if (!isKnown(option, number)) {
        notes.add("option " + option + " is unknown and ignored");
      }
    }
    return notes;
  }

  private boolean isKnown(String option, int number) throws BadFileException {
    var parts = option.split("=", 2);
    if (parts.length == 2) {
      return isKnown(parts[0], parts[1], number);
    }
    switch (option) {
      case "CASE-SENSITIVE" -> caseSensitive = true;
      case "REQUIRE-COLONS" -> colonsRequired = true;
      case "REQUIRE-USERNAMES" -> usernamesRequired = true;
      case "ALLOW-DUMMIES" -> dummiesAllowed = true;
      case "HIDE-REPEATS" -> repeatsHidden = true;
      case "LINEAR-PRIORITIES" -> scheme = Scheme.LINEAR;
      case "TRIANGLE-PRIORITIES" -> scheme = Scheme.TRIANGLE;
      case "SQUARE-PRIORITIES" -> scheme = Scheme.SQUARE;
      case "SCALED-PRIORITIES" -> scheme = Scheme.SCALED;
      case "EXPLICIT-PRIORITIES" -> scheme = Scheme.EXPLICIT;
      default -> {
        return WITHOUT_EFFECT.contains(option);
      }
    }
    return true;
  }

  private boolean isKnown(String name, String value, int line) throws BadFileException {
    switch (name) {
      case "SMALL-STEP" -> smallStep = number(name, value, 0, line);
      case "BIG-STEP" -> bigStep = number(name, value, 0, line);
      case "NONTRADE-COST" -> stayCost = stayCost(value, line);
      case "ITERATIONS", "SEED" -> number(name, value, 1, line);
      case "SHRINK" -> {
        if (number(name, value, 0, line) > 9) {
          throw new BadFileException(line, "SHRINK is " + value + ", must be a single digit");
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Its default of a billion means that trades count above all. */
  private static long stayCost(String value, int line) throws BadFileException {
    return value.equals(Long.toString(WantList.COST_MAX))
        ? 0
        : number("NONTRADE-COST", value, 1, line);
  }

  private static long number(String name, String value, long least, int line)
      throws BadFileException {
    if (!isWhole(value) || Long.parseLong(value) < least) {
      throw new BadFileException(
          line,
          "%s is '%s', must be a whole number from %d to 999999999".formatted(name, value, least));
    }
    return Long.parseLong(value);
  }

  private static boolean isWhole(String value) {
    boolean whole = !value.isEmpty() && value.length() <= DIGITS_MAX;
    for (int i = 0; i < value.length(); i++) {
      whole &= value.charAt(i) >= '0' && value.charAt(i) <= '9';
    }
    return whole;
  }

  boolean caseSensitive() {
    return caseSensitive;
  }

  /** The text in the letters that count. */
  String cased(String text) {
    return caseSensitive ? text : text.toUpperCase(Locale.ROOT);
  }

  boolean colonsRequired() {
    return colonsRequired;
  }

  boolean usernamesRequired() {
    return usernamesRequired;
  }

  boolean dummiesAllowed() {
    return dummiesAllowed;
  }

  boolean repeatsHidden() {
    return repeatsHidden;
  }

  boolean explicit() {
    return scheme == Scheme.EXPLICIT;
  }

  boolean ranked() {
    return scheme != Scheme.NONE;
  }

  long smallStep() {
    return smallStep;
  }

  long bigStep() {
    return bigStep;
  }

  long stayCost() {
    return stayCost;
  }

  /**
   * The cost of a want.
   *
   * @param rank its place, from 1
   * @param wants how many its list has
   */
  long cost(long rank, int wants) {
    long place = Math.min(rank, WantList.COST_MAX);
    long cost =
        switch (scheme) {
          case NONE -> 1;
          case LINEAR, EXPLICIT -> place;
          case TRIANGLE -> place * (place + 1) / 2;
          case SQUARE -> place * place;
          case SCALED -> 1 + (place - 1) * 2520 / wants;
        };
    return Math.min(cost, WantList.COST_MAX);
  }
}
