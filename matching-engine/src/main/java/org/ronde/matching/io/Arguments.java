package org.ronde.matching.io;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ronde.matching.Limits;

/**
 * What the command line asks for.
 *
 * @param format null to tell it from the file
 */
record Arguments(
    Path file,
    Instances.@Nullable Format format,
    int cycleLengthMax,
    int timeLimitSeconds,
    int stepsMax,
    long seed,
    boolean json) {
  static final String USAGE =
      """
      Usage: ronde-match solve FILE [options]    find the best cycles of a market
             ronde-match help                    print this

        --format json|wmd      market JSON or PrefLib .wmd; told from the file if left out
        --cycle-length-max K   most companies in a cycle, 2 to 6 (default 4)
        --time-limit SECONDS   end with the best packing found so far (default 60)
        --steps-max N          most steps of search; equal steps, equal result (default 5000)
        --seed N               where chance begins (default 1)
        --json                 print one JSON object instead of text

      FILE may be packed by gzip. Progress goes to standard error. Exit code: 0 when solved, 2 when
      the command line or the file is wrong.
      """;

  /** Reads what follows {@code solve}. */
  static Arguments parse(List<String> words) throws UsageException {
    var standard = Limits.standard();
    @Nullable Path file = null;
    Instances.@Nullable Format format = null;
    int length = standard.cycleLengthMax();
    int seconds = (int) standard.timeMax().toSeconds();
    int steps = Math.toIntExact(standard.stepsMax());
    long seed = standard.seed();
    boolean json = false;
    for (var rest = words.iterator(); rest.hasNext(); ) {
      var word = rest.next();
      switch (word) {
        case "--format" -> format = format(value(word, rest));
        case "--cycle-length-max" -> length = (int) number(word, rest, 2, Limits.CYCLE_LENGTH_MAX);
        case "--time-limit" -> seconds = (int) number(word, rest, 1, 1_000_000);
        case "--steps-max" -> steps = (int) number(word, rest, 0, Integer.MAX_VALUE);
        case "--seed" -> seed = number(word, rest, Long.MIN_VALUE, Long.MAX_VALUE);
        case "--json" -> json = true;
        default -> {
          if (word.startsWith("-")) {
            throw new UsageException("unknown option " + word);
          }
          if (file != null) {
            throw new UsageException("more than one file: " + word);
          }
          file = Path.of(word);
        }
      }
    }
    if (file == null) {
      throw new UsageException("no file");
    }
    return new Arguments(file, format, length, seconds, steps, seed, json);
  }

  private static String value(String option, Iterator<String> rest) throws UsageException {
    if (!rest.hasNext()) {
      throw new UsageException(option + " needs a value");
    }
    return rest.next();
  }

  private static Instances.Format format(String text) throws UsageException {
    for (var format : Instances.Format.values()) {
      if (format.name().toLowerCase(Locale.ROOT).equals(text)) {
        return format;
      }
    }
    throw new UsageException("unknown format " + text);
  }

  private static long number(String option, Iterator<String> rest, long lowest, long highest)
      throws UsageException {
    var text = value(option, rest);
    try {
      long number = Long.parseLong(text);
      if (number >= lowest && number <= highest) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new UsageException("%s needs a whole number, not '%s'".formatted(option, text));
    }
    throw new UsageException(
        "%s is %s, must lie between %d and %d".formatted(option, text, lowest, highest));
  }
}
