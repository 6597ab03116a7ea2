package org.ronde.matching.io;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.ronde.matching.Limits;
import org.ronde.matching.Market;
import org.ronde.matching.Packing;
import org.ronde.matching.Phase;
import org.ronde.matching.Progress;
import org.ronde.matching.Status;
import org.ronde.matching.columns.CyclePacker;
import org.ronde.matching.packing.Effort;
import org.ronde.matching.planner.PlannerMatcher;
import org.ronde.matching.solvers.Solvers;

/**
 * The engine from a shell: {@code java -jar ronde-match.jar solve FILE --json}.
 *
 * <p>Result on standard output, progress and complaints on standard error. Ends with 0 when solved
 * and 2 when the command line or the file is wrong.
 */
public final class CommandLine {
  private final PrintStream out;
  private final PrintStream err;
  private final InstantSource clock;

  CommandLine(PrintStream out, PrintStream err, InstantSource clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  public static void main(String[] words) {
    // The solver logs through SLF4J and nothing here listens, which SLF4J would remark upon. A
    // silent
    // provider on this jar's class path would silence whoever embeds the engine, too.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(new CommandLine(out, err, InstantSource.system()).run(List.of(words)));
  }

  /** Carries the words out; the exit code. */
  int run(List<String> words) {
    if (words.size() == 1 && List.of("help", "--help", "-h").contains(words.get(0))) {
      out.print(Arguments.USAGE);
      return 0;
    }
    try {
      if (words.isEmpty() || !words.get(0).equals("solve")) {
        throw new UsageException(
            words.isEmpty() ? "no command" : "unknown command " + words.get(0));
      }
      var arguments = Arguments.parse(words.subList(1, words.size()));
      var result = solve(arguments);
      out.print(arguments.json() ? result.toJson() + System.lineSeparator() : result.toText());
      return 0;
    } catch (UsageException e) {
      err.println(e.getMessage());
      err.print(Arguments.USAGE);
    } catch (NoSuchFileException e) {
      err.println("no such file: " + e.getMessage());
    } catch (BadFileException e) {
      err.printf("line %d: %s%n", e.line(), e.reason().replaceAll("\\s*\\R\\s*", " "));
    } catch (IOException e) {
      err.println("cannot read: " + e.getMessage());
    }
    return 2;
  }

  private Result solve(Arguments arguments) throws IOException, BadFileException {
    var start = clock.instant();
    var bytes = Instances.read(arguments.file());
    var format = arguments.format();
    if (format == null) {
      format = Instances.formatOf(arguments.file(), bytes);
    }
    var name = String.valueOf(arguments.file().getFileName());
    return switch (format) {
      case JSON -> solveMarket(name, MarketReader.read(bytes), arguments, start);
      case WMD -> solveGraph(name, WmdReader.read(bytes), arguments, start);
    };
  }

  private Result solveMarket(String name, Market market, Arguments arguments, Instant start) {
    var limits =
        Limits.standard()
            .withCycleLengthMax(arguments.cycleLengthMax())
            .withStepsMax(arguments.stepsMax())
            .withTimeMax(Duration.ofSeconds(arguments.timeLimitSeconds()))
            .withSeed(arguments.seed());
    var packing = new PlannerMatcher(clock).match(market, limits, new Printed());
    return new Result(
        name,
        packing.status(),
        packing.valueCents(),
        packing.boundCents(),
        packing.cycles().stream().map(Result::legs).toList(),
        millisSince(start),
        packing.seed(),
        packing.steps(),
        notes(packing));
  }

  private static List<String> notes(Packing packing) {
    var notes = new ArrayList<String>();
    packing
        .score()
        .lines()
        .forEach(
            line ->
                notes.add(
                    "%-16s %14d  (%d %s)"
                        .formatted(
                            line.rule().name().toLowerCase(Locale.ROOT),
                            line.contribution(),
                            line.count(),
                            line.rule().unit())));
    notes.add(
        "%d candidates at %d quantities%s"
            .formatted(
                packing.candidates().cycles(),
                packing.candidates().variants(),
                packing.candidates().cut() ? ", others left out" : ""));
    if (packing.countedGap() != null) {
      notes.add(
          "counted %d cents of at most %d, gap %.2f %%"
              .formatted(
                  packing.countedCents(), packing.countedBoundCents(), 100 * packing.countedGap()));
    }
    if (packing.stoppedByClock()) {
      notes.add("stopped by the time limit: another run may differ");
    }
    return notes;
  }

  private Result solveGraph(
      String name, WmdReader.Instance instance, Arguments arguments, Instant start) {
    var end = start.plusSeconds(arguments.timeLimitSeconds());
    BooleanSupplier stop = () -> !clock.instant().isBefore(end);
    var effort = new Effort(arguments.stepsMax(), Long.MAX_VALUE, stop);
    err.printf("%d vertices, %d arcs%n", instance.graph().vertices(), instance.graph().arrows());
    var solvers = Solvers.best();
    var cover =
        CyclePacker.cover(
            instance.graph(),
            arguments.cycleLengthMax(),
            solvers,
            effort,
            new SplittableRandom(arguments.seed()),
            (phase, served, bound) ->
                err.printf(
                    "%6d ms  %-9s  value %d, bound %d%n",
                    millisSince(start), phase.name().toLowerCase(Locale.ROOT), served, bound));
    var cycles =
        cover.cycles().stream()
            .map(cycle -> cycle.stream().<Object>map(v -> v + instance.firstId()).toList())
            .toList();
    return new Result(
        name,
        cover.proved() ? Status.OPTIMAL : Status.FEASIBLE,
        cover.served(),
        cover.bound(),
        cycles,
        millisSince(start),
        arguments.seed(),
        effort.nodes(),
        List.of("solved by " + solvers.name()));
  }

  private long millisSince(Instant start) {
    return Duration.between(start, clock.instant()).toMillis();
  }

  /** Progress as lines on standard error. */
  private final class Printed implements Progress {
    @Override
    public void report(Phase phase, int percent, long valueCents, long cycles) {
      err.printf(
          "%s %d %%, %d cycles, %d cents%n",
          phase.name().toLowerCase(Locale.ROOT), percent, cycles, valueCents);
    }

    @Override
    public void bound(long countedCents) {
      err.printf("no packing counts more than %d cents%n", countedCents);
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
