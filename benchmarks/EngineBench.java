import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ronde.matching.Pools;
import org.ronde.matching.columns.CyclePacker;
import org.ronde.matching.cycles.CycleSearch;
import org.ronde.matching.graph.Digraph;
import org.ronde.matching.packing.Effort;
import org.ronde.matching.solvers.Solvers;

/**
 * Packs cycles of at most K vertices in generated pools and in published instances: value, bound, gap, seconds, memory.
 *
 * <p>{@code EngineBench [--seed N] [--relabel N] [--only TEXT] [FOLDER]}. Each row is a Java process of its own, so that
 * none is warmed up by another; seconds begin when it has its graph, memory is the most that the process ever held
 * resident, generator included. Pools come from {@link Pools}; files ending in .wmd or .wmd.gz from the folder, each for
 * K = 3 and 4, through the engine's command line, whose seconds include reading.
 *
 * <p>The peer of small rows lists all cycles and gives them to SCIP at once, as one would without an engine.
 */
final class EngineBench {
  /** Pools that are packed: kind, pairs, K, seconds, megabytes of heap, whether the peer can. */
  private static final List<Row> ROWS =
      List.of(
          new Row(Pools.Kind.SAIDMAN, 256, 3, 60, 300, true),
          new Row(Pools.Kind.SAIDMAN, 512, 3, 60, 300, true),
          new Row(Pools.Kind.HETEROGENEOUS, 512, 3, 60, 300, false),
          new Row(Pools.Kind.SPARSE, 512, 4, 60, 300, true),
          new Row(Pools.Kind.SPARSE, 1_024, 3, 60, 300, true),
          new Row(Pools.Kind.SPARSE, 1_024, 4, 600, 400, false),
          new Row(Pools.Kind.SAIDMAN, 2_048, 3, 60, 400, false),
          new Row(Pools.Kind.SAIDMAN, 2_048, 4, 300, 400, false),
          new Row(Pools.Kind.HETEROGENEOUS, 2_048, 3, 60, 400, false),
          new Row(Pools.Kind.HETEROGENEOUS, 2_048, 4, 300, 400, false),
          new Row(Pools.Kind.SPARSE, 2_048, 3, 300, 400, false),
          new Row(Pools.Kind.SPARSE, 2_048, 4, 600, 600, false),
          new Row(Pools.Kind.SAIDMAN, 10_000, 3, 600, 2_000, false),
          new Row(Pools.Kind.HETEROGENEOUS, 10_000, 3, 600, 2_000, false));

  private static final int PEER_SECONDS = 60;
  private static final int CYCLES_MAX = 2_000_000;
  private static final int STEPS_MAX = 1_000_000;
  private static final Pattern HIGH_WATER = Pattern.compile("VmHWM:\\s*(\\d+) kB");

  private final List<String> java;
  private final long seed;
  private final long relabel;

  private EngineBench(List<String> java, long seed, long relabel) {
    this.java = java;
    this.seed = seed;
    this.relabel = relabel;
  }

  private record Row(Pools.Kind kind, int pairs, int lengthMax, int seconds, int heap, boolean peer) {
    String name() {
      return String.format(Locale.ROOT, "%s %,d", kind.name().toLowerCase(Locale.ROOT), pairs);
    }
  }

  /** What a process printed, and the most memory it held. */
  private record Run(List<String> lines, long megabytes) {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && List.of("pack", "peer").contains(arguments[0])) {
      measure(arguments);
      return;
    }
    long seed = 1;
    long relabel = 0;
    String only = "";
    Path folder = null;
    for (int at = 0; at < arguments.length; at++) {
      switch (arguments[at]) {
        case "--seed" -> seed = Long.parseLong(arguments[++at]);
        case "--relabel" -> relabel = Long.parseLong(arguments[++at]);
        case "--only" -> only = arguments[++at];
        default -> folder = Path.of(arguments[at]);
      }
    }
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"));
    EngineBench bench = new EngineBench(java, seed, relabel);
    System.out.printf(
        Locale.ROOT,
        "seed %d, %s, %d cores, load %.1f%n%n",
        seed,
        relabel == 0 ? "not relabelled" : "relabelled by seed " + relabel,
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    System.out.println(
        "| instance | K | value | bound | gap | value after | proved after | memory | all cycles to SCIP | ratio |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|");
    for (Row row : ROWS) {
      if (row.name().contains(only)) {
        bench.print(row);
      }
    }
    if (folder != null) {
      bench.printFolder(folder, only);
    }
  }

  private void print(Row row) throws Exception {
    Run run = run(row, "pack", row.seconds(), row.heap());
    String[] own = run.lines().get(run.lines().size() - 1).split(" ");
    long value = Long.parseLong(own[0]);
    long bound = Long.parseLong(own[1]);
    double seconds = Double.parseDouble(own[3]);
    String peer = "|";
    if (row.peer()) {
      String[] other = lastLine(run(row, "peer", PEER_SECONDS, 2_000)).split(" ");
      double peerSeconds = Double.parseDouble(other[3]);
      peer =
          String.format(
              Locale.ROOT,
              "%s of %s in %.1f s | %.0f",
              other[0],
              other[1],
              peerSeconds,
              peerSeconds / seconds);
    }
    printLine(
        row.name(),
        row.lengthMax(),
        value,
        bound,
        String.format(Locale.ROOT, "%s s", own[2]),
        String.format(Locale.ROOT, "%.1f s", seconds),
        run.megabytes(),
        peer);
  }

  private static String lastLine(Run run) {
    return run.lines().get(run.lines().size() - 1);
  }

  private void printFolder(Path folder, String only) throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(file -> file.toString().matches(".*\\.wmd(\\.gz)?"))
              .filter(file -> file.toString().contains(only))
              .sorted()
              .toList();
    }
    for (Path file : files) {
      for (int lengthMax = 3; lengthMax <= 4; lengthMax++) {
        Run run =
            start(
                400,
                "org.ronde.matching.io.CommandLine",
                List.of(
                    "solve",
                    file.toString(),
                    "--json",
                    "--cycle-length-max",
                    Integer.toString(lengthMax),
                    "--time-limit",
                    "600",
                    "--steps-max",
                    Integer.toString(STEPS_MAX)));
        String json = lastLine(run);
        printLine(
            file.getFileName().toString(),
            lengthMax,
            field(json, "value"),
            field(json, "bound"),
            "",
            String.format(Locale.ROOT, "%.1f s", field(json, "elapsedMillis") / 1e3),
            run.megabytes(),
            "|");
      }
    }
  }

  private static long field(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":(\\d+)").matcher(json);
    if (!found.find()) {
      throw new IllegalStateException("no " + name + " in " + json);
    }
    return Long.parseLong(found.group(1));
  }

  private static void printLine(
      String name,
      int lengthMax,
      long value,
      long bound,
      String valueAfter,
      String after,
      long megabytes,
      String peer) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %,d | %,d | %.2f %% | %s | %s | %s | %s |%n",
        name,
        lengthMax,
        value,
        bound,
        bound == 0 ? 0 : 100.0 * (bound - value) / bound,
        valueAfter,
        value == bound ? after : "not in " + after,
        megabytes == 0 ? "?" : megabytes + " MB",
        peer);
  }

  private Run run(Row row, String how, int seconds, int heap) throws Exception {
    return start(
        heap,
        "EngineBench",
        List.of(
            how,
            row.kind().name(),
            Integer.toString(row.pairs()),
            Integer.toString(row.lengthMax()),
            Long.toString(seed),
            Long.toString(relabel),
            Integer.toString(seconds)));
  }

  /** Runs a class in a process of its own and watches the most memory it held, where Linux tells it. */
  private Run start(int heap, String name, List<String> arguments) throws Exception {
    List<String> words = new ArrayList<>(java);
    words.add(1, "-Xmx" + heap + "m");
    words.add(name);
    words.addAll(arguments);
    Path out = Files.createTempFile("engine-bench", ".out");
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      long megabytes = 0;
      while (process.isAlive()) {
        megabytes = Math.max(megabytes, highWater(process.pid()));
        Thread.sleep(5);
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException(words + " ended with " + process.exitValue());
      }
      return new Run(Files.readAllLines(out), megabytes);
    } finally {
      Files.delete(out);
    }
  }

  private static long highWater(long process) {
    try {
      Matcher found =
          HIGH_WATER.matcher(Files.readString(Path.of("/proc", Long.toString(process), "status")));
      return found.find() ? Long.parseLong(found.group(1)) / 1_024 : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** One row, in the process started for it: prints value, bound, seconds until the value and until the end. */
  private static void measure(String[] words) {
    int lengthMax = Integer.parseInt(words[3]);
    Digraph graph =
        Pools.of(Pools.Kind.valueOf(words[1]), Integer.parseInt(words[2]), Long.parseLong(words[4]));
    long relabel = Long.parseLong(words[5]);
    Digraph named = relabel == 0 ? graph : Pools.relabelled(graph, relabel);
    int seconds = Integer.parseInt(words[6]);
    Loader.loadNativeLibraries();
    double[] result = words[0].equals("pack") ? pack(named, lengthMax, seconds) : all(named, lengthMax, seconds);
    System.out.printf(
        Locale.ROOT, "%.0f %.0f %.1f %.2f%n", result[0], result[1], result[2], result[3]);
  }

  private static double[] pack(Digraph graph, int lengthMax, int seconds) {
    long start = System.nanoTime();
    long[] best = {0, start};
    CyclePacker.Cover cover =
        CyclePacker.cover(
            graph,
            lengthMax,
            Solvers.best(),
            new Effort(STEPS_MAX, Long.MAX_VALUE, () -> System.nanoTime() - start > seconds * 1e9),
            new SplittableRandom(1),
            (phase, served, bound) -> {
              if (served > best[0]) {
                best[0] = served;
                best[1] = System.nanoTime();
              }
              System.out.printf(
                  Locale.ROOT,
                  "%8.2f s %s %d of %d%n",
                  (System.nanoTime() - start) / 1e9,
                  phase,
                  served,
                  bound);
            },
            Runtime.getRuntime().availableProcessors());
    long end = System.nanoTime();
    long valueAt = cover.served() > best[0] ? end : best[1];
    return new double[] {
      cover.served(), cover.bound(), (valueAt - start) / 1e9, (end - start) / 1e9
    };
  }

  private static double[] all(Digraph graph, int lengthMax, int seconds) {
    long start = System.nanoTime();
    int[] lengths = new int[graph.vertices()];
    Arrays.fill(lengths, lengthMax);
    List<int[]> cycles =
        CycleSearch.find(graph, lengths, lengthMax, CYCLES_MAX, (a, l) -> true, () -> false).cycles();
    MPSolver solver = MPSolver.createSolver("SCIP");
    MPConstraint[] once = new MPConstraint[graph.vertices()];
    for (int vertex = 0; vertex < once.length; vertex++) {
      once[vertex] = solver.makeConstraint(0, 1);
    }
    solver.objective().setMaximization();
    for (int[] cycle : cycles) {
      MPVariable taken = solver.makeBoolVar("");
      solver.objective().setCoefficient(taken, cycle.length);
      for (int arrow : cycle) {
        once[graph.tail(arrow)].setCoefficient(taken, 1);
      }
    }
    solver.setTimeLimit(Math.max(1, seconds * 1_000L - (System.nanoTime() - start) / 1_000_000));
    MPSolver.ResultStatus status = solver.solve();
    boolean found =
        status == MPSolver.ResultStatus.OPTIMAL || status == MPSolver.ResultStatus.FEASIBLE;
    double taken = (System.nanoTime() - start) / 1e9;
    return new double[] {
      found ? solver.objective().value() : 0,
      found
          ? Math.min(graph.vertices(), Math.floor(solver.objective().bestBound() + 1e-6))
          : graph.vertices(),
      taken,
      taken
    };
  }
}
