package org.ronde.matching.io;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronde.matching.Limits;

/**
 * What the command line asks for.
 *
 * @param files one to solve; a manifest and its input to replay
 * @param format null to tell it from the file
 * @param cycleLengthMax null for what suits the format; 0 for cycles of any length
 * @param memoryMegabytes the heap's limit; 0 for that of the Java that runs
 * @param manifest where to write one; null for nowhere
 */
record Arguments(
    Command command,
    List<Path> files,
    Instances.@Nullable Format format,
    @Nullable Integer cycleLengthMax,
    int timeLimitSeconds,
    int stepsMax,
    long seed,
    int threads,
    int memoryMegabytes,
    @Nullable Path manifest,
    boolean json) {
  static final String USAGE =
      """
      Usage: ronde-match solve FILE [options]    find the best cycles of a market
             ronde-match replay MANIFEST FILE    run again what a manifest tells, and compare
             ronde-match help                    print this

        --format json|wmd|input|wants
                               market JSON, PrefLib .wmd, kidney_solver .input or a TradeMaximizer
                               want list; told from the file if left out
        --cycle-length-max K   most companies in a cycle, 2 to 6, or 0 for cycles of any length
                               (default 4; 0 for want lists, which know no other where they have
                               dummies; markets know only 2 to 6)
        --time-limit SECONDS   end with the best packing found so far (default 60)
        --steps-max N          most steps of search; equal steps, equal result (default 5000)
        --seed N               where chance begins (default 1)
        --threads N            most threads at once, 1 to 256 (default: as many as processors);
                               the result is the same with any number
        --memory MB            most heap, 16 to 1000000, by running in a Java of its own; what
                               native solvers take comes on top (default: what Java allows)
        --manifest FILE        write what anyone needs to replay the run
        --json                 print one JSON object instead of text

      replay takes --threads and --memory. FILE may be packed by gzip. Progress goes to standard
      error. Exit code: 0 when solved, or when the replay came out the same; 1 when it came out
      different; 2 when the command line or a file is wrong; 3 when the memory did not suffice.
      """;

  /** What there is to do. */
  enum Command {
    SOLVE,
    REPLAY
  }

  /** What was said, by option; what was not said has its default. */
  private static final class Said {
    private final List<Path> files = new ArrayList<>();
    private Instances.@Nullable Format format;
    private @Nullable Integer length;
    private int seconds = (int) Limits.standard().timeMax().toSeconds();
    private int steps = Math.toIntExact(Limits.standard().stepsMax());
    private long seed = Limits.standard().seed();
    private int threads = Math.min(256, Runtime.getRuntime().availableProcessors());
    private int memory;
    private @Nullable Path manifest;
    private boolean json;
  }

  /** Reads the whole line. */
  static Arguments parse(List<String> words) throws UsageException {
    var commands = Map.of("solve", Command.SOLVE, "replay", Command.REPLAY);
    if (words.isEmpty()) {
      throw new UsageException("no command");
    }
    var command = commands.get(words.get(0));
    if (command == null) {
      throw new UsageException("unknown command " + words.get(0));
    }
    var said = new Said();
    for (var rest = words.listIterator(1); rest.hasNext(); ) {
      read(rest.next(), rest, command, said);
    }
    int files = command == Command.SOLVE ? 1 : 2;
    if (said.files.size() < files) {
      throw new UsageException(said.files.isEmpty() ? "no file" : "no file beside the manifest");
    }
    if (said.files.size() > files) {
      throw new UsageException("more than %d files: %s".formatted(files, said.files.get(files)));
    }
    return new Arguments(
        command,
        List.copyOf(said.files),
        said.format,
        said.length,
        said.seconds,
        said.steps,
        said.seed,
        said.threads,
        said.memory,
        said.manifest,
        said.json);
  }

  private static void read(String word, Iterator<String> rest, Command command, Said said)
      throws UsageException {
    if (command == Command.REPLAY
        && word.startsWith("-")
        && !word.equals("--threads")
        && !word.equals("--memory")) {
      throw new UsageException("replay does not take " + word);
    }
    switch (word) {
      case "--format" -> said.format = format(value(word, rest));
      case "--cycle-length-max" -> said.length = length(word, rest);
      case "--time-limit" -> said.seconds = (int) number(word, rest, 1, 1_000_000);
      case "--steps-max" -> said.steps = (int) number(word, rest, 0, Integer.MAX_VALUE);
      case "--seed" -> said.seed = number(word, rest, Long.MIN_VALUE, Long.MAX_VALUE);
      case "--threads" -> said.threads = (int) number(word, rest, 1, 256);
      case "--memory" -> said.memory = (int) number(word, rest, 16, 1_000_000);
      case "--manifest" -> said.manifest = Path.of(value(word, rest));
      case "--json" -> said.json = true;
      default -> {
        if (word.startsWith("-")) {
          throw new UsageException("unknown option " + word);
        }
        said.files.add(Path.of(word));
      }
    }
  }

  private static int length(String option, Iterator<String> rest) throws UsageException {
    int length = (int) number(option, rest, 0, Limits.CYCLE_LENGTH_MAX);
    if (length == 1) {
      throw new UsageException("%s is 1, must be 0 or lie between 2 and 6".formatted(option));
    }
    return length;
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

  Duration timeMax() {
    return Duration.ofSeconds(timeLimitSeconds);
  }
}
