package org.ronde.matching.io;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.ronde.matching.Limits;
import org.ronde.matching.Market;
import org.ronde.matching.Progress;
import org.ronde.matching.Status;
import org.ronde.matching.columns.CyclePacker;
import org.ronde.matching.packing.Effort;
import org.ronde.matching.planner.PlannerMatcher;
import org.ronde.matching.solvers.Solvers;
import org.ronde.matching.trades.TradeGraph;
import org.ronde.matching.trades.TradePacker;
import org.ronde.matching.trades.WantList;

/** Takes a file to the solver that its format and length ask for. */
final class Solving {
  private final PrintStream err;
  private final InstantSource clock;

  Solving(PrintStream err, InstantSource clock) {
    this.err = err;
    this.clock = clock;
  }

  /**
   * The length that is meant when none is said.
   *
   * @return 0 for cycles of any length
   */
  static int standardLength(Instances.Format format) {
    return format == Instances.Format.WANTS ? 0 : Limits.standard().cycleLengthMax();
  }

  /** Reads and solves; progress goes to standard error. */
  Result solve(Task task) throws BadFileException, UsageException {
    var run = new Run(task, clock.instant());
    return switch (task.format()) {
      case JSON -> run.market(MarketReader.read(task.input().bytes()));
      case WMD -> run.graph(WmdReader.read(task.input().bytes()));
      case INPUT -> run.graph(InputReader.read(task.input().bytes()));
      case WANTS -> run.wants(WantListReader.read(task.input().bytes()));
    };
  }

  /** One task from its start on. */
  private final class Run implements TradePacker.Watcher {
    private final Task task;
    private final Instant start;
    private final Deadline deadline;
    private final Effort effort;

    Run(Task task, Instant start) {
      this.task = task;
      this.start = start;
      this.deadline = new Deadline(clock, start.plus(task.limits().timeMax()));
      this.effort = new Effort(task.limits().stepsMax(), Long.MAX_VALUE, deadline);
    }

    Result market(Market market) throws UsageException {
      if (task.cycleLengthMax() == 0) {
        throw new UsageException("a market's cycles have 2 to 6 companies, not any number");
      }
      var limits = task.limits().withCycleLengthMax(task.cycleLengthMax());
      var packing = new PlannerMatcher(clock).match(market, limits, new Printed());
      return Result.of(task.input().name(), packing, millis());
    }

    Result graph(GraphInstance instance) {
      var graph = instance.graph();
      err.printf("%d vertices, %d arcs%n", graph.vertices(), graph.arrows());
      boolean bounded = task.cycleLengthMax() > 0;
      var solvers = bounded ? Solvers.best() : Solvers.assigning(graph.arrows());
      List<List<Integer>> cycles;
      long served;
      long bound;
      if (!bounded) {
        var trades = TradePacker.pack(TradeGraph.of(graph), solvers, effort, this);
        cycles = trades.cycles();
        served = trades.trades();
        bound = trades.tradesMax();
      } else {
        var cover = cover(instance, solvers);
        cycles = cover.cycles();
        served = cover.served();
        bound = cover.bound();
      }
      var named =
          cycles.stream()
              .map(cycle -> cycle.stream().<Object>map(v -> v + instance.firstId()).toList())
              .toList();
      return result(named, served == bound, served, bound, solvers, Map.of(), instance.notes());
    }

    private CyclePacker.Cover cover(GraphInstance instance, Solvers solvers) {
      return CyclePacker.cover(
          instance.graph(),
          task.cycleLengthMax(),
          solvers,
          effort,
          new SplittableRandom(task.limits().seed()),
          this::print,
          task.threads());
    }

    Result wants(WantListReader.Instance instance) throws UsageException {
      if (task.cycleLengthMax() != 0) {
        return bounded(instance);
      }
      var list = instance.list();
      var graph = TradeGraph.of(list);
      err.println(graph.realItems() + " items, " + graph.wants() + " wants");
      var solvers = Solvers.assigning(graph.wants());
      var trades = TradePacker.pack(graph, solvers, effort, this);
      var more = new LinkedHashMap<String, Object>();
      more.put("items", graph.realItems());
      more.put("users", trades.users());
      more.put("usersBound", trades.usersMax());
      if (list.ranked()) {
        more.put("cost", trades.cost());
      }
      var cycles = new ArrayList<List<Object>>();
      for (var cycle : trades.cycles()) {
        cycles.add(TradeLegs.of(list, cycle));
      }
      // Where staying has a cost the list itself wants fewer trades, and most of them bound
      // nothing.
      @Nullable Long bound = list.stayCost() > 0 ? null : Long.valueOf(trades.tradesMax());
      return result(
          cycles, trades.proved(), trades.trades(), bound, solvers, more, instance.notes());
    }

    private Result bounded(WantListReader.Instance instance) throws UsageException {
      var list = instance.list();
      if (list.items().stream().anyMatch(WantList.Item::dummy)) {
        throw new UsageException(
            "a want list with dummies can be solved for cycles of any length only:"
                + " --cycle-length-max 0");
      }
      var cover = cover(new GraphInstance(TradeLegs.graph(list), 0, List.of()), Solvers.best());
      var more = Map.<String, Object>of("items", list.items().size());
      var cycles = cover.cycles().stream().map(cycle -> TradeLegs.of(list, cycle)).toList();
      return result(
          cycles,
          cover.proved(),
          cover.served(),
          cover.bound(),
          Solvers.best(),
          more,
          instance.notes());
    }

    private Result result(
        List<List<Object>> cycles,
        boolean proved,
        long value,
        @Nullable Long bound,
        Solvers solvers,
        Map<String, Object> more,
        List<String> ignored) {
      return new Result(
          task.input().name(),
          proved ? Status.OPTIMAL : Status.FEASIBLE,
          value,
          bound,
          cycles,
          millis(),
          task.limits().seed(),
          effort.nodes(),
          deadline.wasTold(),
          solvers.name(),
          more,
          ignored,
          List.of("solved by " + solvers.name()));
    }

    @Override
    public void at(TradePacker.Phase phase, int trades, int tradesMax) {
      print(phase, trades, tradesMax);
    }

    /** Without a format, which takes longer to load than many a list to solve. */
    private void print(Enum<?> phase, long value, long bound) {
      var time = Long.toString(millis());
      var name = phase.name().toLowerCase(Locale.ROOT);
      err.println(
          spaces(6 - time.length())
              + time
              + " ms  "
              + name
              + spaces(9 - name.length())
              + "  value "
              + value
              + ", bound "
              + bound);
    }

    private String spaces(int count) {
      return " ".repeat(Math.max(0, count));
    }

    private long millis() {
      return Duration.between(start, clock.instant()).toMillis();
    }
  }

  /** A market's progress as lines on standard error. */
  private final class Printed implements Progress {
    @Override
    public void report(Standing standing) {
      err.printf(
          "%s %d %%, %d cycles, %d cents, expecting %d of at most %s%n",
          standing.phase().name().toLowerCase(Locale.ROOT),
          standing.percent(),
          standing.cycles(),
          standing.valueCents(),
          standing.expectedCents(),
          standing.expectedBoundCents() == null ? "?" : standing.expectedBoundCents());
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
