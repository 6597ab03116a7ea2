package org.ronde.matching.io;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.ronde.matching.Limits;

/**
 * The engine from a shell: {@code java -jar ronde-match.jar solve FILE --json}.
 *
 * <p>Result on standard output, progress and complaints on standard error. Ends with 0 when solved,
 * with 1 when a replay came out otherwise, with 2 when the command line or a file is wrong, and
 * with 3 when the memory did not suffice.
 */
public final class CommandLine {
  private static final int DONE = 0;
  private static final int DIFFERENT = 1;
  private static final int WRONG = 2;
  private static final int NO_MEMORY = 3;

  private final PrintStream out;
  private final PrintStream err;
  private final InstantSource clock;

  /** Writes answers to the one stream, progress and errors to the other; the clock guards runs. */
  public CommandLine(PrintStream out, PrintStream err, InstantSource clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  public static void main(String[] words) {
    // The solver logs through SLF4J and nothing here listens, which SLF4J would remark upon. A
    // silent provider on this jar's class path would silence whoever embeds the engine, too.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(new CommandLine(out, err, InstantSource.system()).run(List.of(words)));
  }

  /** Carries the words out; the exit code. */
  public int run(List<String> words) {
    if (words.size() == 1 && List.of("help", "--help", "-h").contains(words.get(0))) {
      out.print(Arguments.USAGE);
      return DONE;
    }
    try {
      var arguments = Arguments.parse(words);
      var heap = new Heap(arguments.memoryMegabytes());
      if (!heap.isHere()) {
        return heap.run(words, out, err);
      }
      return switch (arguments.command()) {
        case SOLVE -> solve(arguments);
        case REPLAY -> replay(arguments);
      };
    } catch (UsageException e) {
      err.println(e.getMessage());
      err.print(Arguments.USAGE);
    } catch (NoSuchFileException e) {
      err.println("no such file: " + e.getMessage());
    } catch (BadFileException e) {
      err.printf("line %d: %s%n", e.line(), e.reason().replaceAll("\\s*\\R\\s*", " "));
    } catch (CharConversionException e) {
      err.println("line 1: the file is not UTF-8: " + e.getMessage());
    } catch (IOException e) {
      err.println("cannot read or write: " + e.getMessage());
    } catch (OutOfMemoryError e) {
      err.printf(
          "not enough memory: %d MB of heap did not suffice; try --memory with more%n",
          Runtime.getRuntime().maxMemory() >> 20);
      return NO_MEMORY;
    }
    return WRONG;
  }

  private int solve(Arguments arguments) throws IOException, BadFileException, UsageException {
    var file = arguments.files().get(0);
    var input = Input.read(file);
    var format = arguments.format();
    if (format == null) {
      format = Instances.formatOf(file, input.bytes());
    }
    Integer length = arguments.cycleLengthMax();
    var limits =
        Limits.standard()
            .withStepsMax(arguments.stepsMax())
            .withTimeMax(arguments.timeMax())
            .withSeed(arguments.seed());
    var task =
        new Task(
            input,
            format,
            length == null ? Solving.standardLength(format) : length,
            limits,
            arguments.threads());
    var result = new Solving(err, clock).solve(task);
    out.print(arguments.json() ? result.toJson() + System.lineSeparator() : result.toText());
    var manifest = arguments.manifest();
    if (manifest != null) {
      Files.writeString(manifest, Manifest.of(task, result).toJson());
    }
    return DONE;
  }

  private int replay(Arguments arguments) throws IOException, BadFileException, UsageException {
    var manifest = manifest(arguments.files().get(0));
    var input = Input.read(arguments.files().get(1));
    if (!input.sha256().equals(manifest.inputSha256())) {
      out.printf("different: input: %s before, %s now%n", manifest.inputSha256(), input.sha256());
      return DIFFERENT;
    }
    var result = new Solving(err, clock).solve(manifest.task(input, arguments.threads()));
    var differences = manifest.differences(result);
    if (differences.isEmpty()) {
      out.printf(
          "the same: %s, value %d, bound %s, cycles %s%n",
          result.status(), result.value(), result.bound(), manifest.resultSha256());
      return DONE;
    }
    differences.forEach(difference -> out.println("different: " + difference));
    manifest.circumstances(result).forEach(reason -> out.println("perhaps because: " + reason));
    return DIFFERENT;
  }

  private static Manifest manifest(Path file) throws IOException, BadFileException {
    try {
      return Manifest.read(Instances.read(file));
    } catch (BadFileException e) {
      throw new BadFileException(e.line(), "of the manifest: " + e.reason());
    }
  }
}
