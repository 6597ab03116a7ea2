package org.ronde.matching.trades;

import java.util.ArrayList;
import java.util.List;
import org.ronde.matching.packing.Effort;
import org.ronde.matching.solvers.Solvers;

/**
 * Finds the most trades that any choice of cycles makes, whatever their length.
 *
 * <p>Three times an assignment of least cost: fewest items that stay; then, in lists with
 * priorities, wants of least cost; then most users. Each narrows the next one's choice to what is
 * as good as what it found (see {@link Circulation}), so nothing gained is lost again. That most
 * trades are an assignment: Abraham, Blum, Sandholm 2007 (doi 10.1145/1250910.1250954); in this
 * order: TradeMaximizer by Chris Okasaki.
 */
public final class TradePacker {
  private final TradeGraph graph;
  private final Solvers solvers;
  private final Effort effort;
  private final Watcher watcher;

  /** What its owners set upon each want. */
  private final Circulation.Cost rank;

  /** What a search does in turn. */
  public enum Phase {
    TRADING,
    RANKING,
    SERVING
  }

  /** Hears how a search goes on. */
  @FunctionalInterface
  public interface Watcher {
    /**
     * Called when a phase begins.
     *
     * @param trades of the best choice so far
     * @param tradesMax no choice makes more
     */
    void at(Phase phase, int trades, int tradesMax);
  }

  private TradePacker(TradeGraph graph, Solvers solvers, Effort effort, Watcher watcher) {
    this.graph = graph;
    this.solvers = solvers;
    this.effort = effort;
    this.watcher = watcher;
    this.rank = new TradeCost(graph, 0, true);
  }

  /** The best choice, or, when the effort ended before there was one, none. */
  public static Trades pack(TradeGraph graph, Solvers solvers, Effort effort, Watcher watcher) {
    return new TradePacker(graph, solvers, effort, watcher).pack();
  }

  private Trades pack() {
    var choice = Circulation.of(graph);
    int possible = 0;
    for (int item = 0; item < graph.items(); item++) {
      possible += !graph.isDummy(item) && choice.canGo(item) ? 1 : 0;
    }
    watcher.at(Phase.TRADING, 0, possible);
    effort.spendNode();
    var idle = new TradeCost(graph, 1, false);
    var taken = choice.cheapest(idle, solvers, effort);
    if (taken.length == 0) {
      return new Trades(List.of(), 0, possible, 0, 0, possible, false);
    }
    int most = trades(taken);
    if (graph.stayCost() > 0) {
      return ranked(choice, taken, most, new TradeCost(graph, graph.stayCost(), true));
    }
    choice = choice.asCheapAs(taken, idle);
    return graph.isRanked() ? ranked(choice, taken, most, rank) : served(choice, taken, most, true);
  }

  private int trades(int[] taken) {
    int trades = 0;
    for (int item = 0; item < taken.length; item++) {
      trades += !graph.isDummy(item) && taken[item] != item ? 1 : 0;
    }
    return trades;
  }

  private Trades ranked(Circulation choice, int[] taken, int tradesMax, Circulation.Cost cost) {
    watcher.at(Phase.RANKING, trades(taken), tradesMax);
    effort.spendNode();
    var liked = choice.cheapest(cost, solvers, effort);
    return liked.length == 0
        ? served(choice, taken, tradesMax, false)
        : served(choice.asCheapAs(liked, cost), liked, tradesMax, true);
  }

  private Trades served(Circulation choice, int[] taken, int tradesMax, boolean proved) {
    watcher.at(Phase.SERVING, trades(taken), tradesMax);
    var users = new Users(graph, choice);
    // Each user who is served takes one of as many trades as there will be.
    int ceiling = graph.stayCost() > 0 ? users.count() : trades(taken) - users.always();
    var found = ServedSearch.most(users, ceiling, taken, solvers, effort);
    return new Trades(
        cycles(found.taken()),
        trades(found.taken()),
        tradesMax,
        choice.cost(found.taken(), rank),
        users.always() + found.served(),
        users.always() + found.servedMax(),
        proved);
  }

  /** Dummies that hand on to each other alone are left out. */
  private List<List<Integer>> cycles(int[] taken) {
    var cycles = new ArrayList<List<Integer>>();
    var seen = new boolean[taken.length];
    for (int start = 0; start < taken.length; start++) {
      var cycle = new ArrayList<Integer>();
      int item = start;
      while (!graph.isDummy(start) && taken[item] != item && !seen[item]) {
        seen[item] = true;
        cycle.add(item);
        item = taken[item];
      }
      if (!cycle.isEmpty()) {
        cycles.add(List.copyOf(cycle));
      }
    }
    return cycles;
  }
}
