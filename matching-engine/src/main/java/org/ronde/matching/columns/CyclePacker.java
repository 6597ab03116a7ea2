package org.ronde.matching.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ronde.matching.graph.Digraph;
import org.ronde.matching.packing.Effort;
import org.ronde.matching.solvers.Solvers;

/**
 * Covers as many vertices of a graph as possible by cycles that share none: kidney exchange.
 *
 * <p>Column generation bounds the cover, a dive rounds it. What the dive lost is searched for by
 * opening a part of the packing and diving anew there; at last all cycles that could be part of a
 * better packing, by their reduced cost, go to an integer solve, which finds one or proves that
 * there is none.
 */
public final class CyclePacker {
  private static final int REPAIRS_FIRST = 8;
  private static final int REPAIRS_MAX = 1_000;
  private static final int NEAR_MAX = 200_000;
  private static final long NEAR_STEPS_MAX = 500_000_000L;

  private final Digraph graph;
  private final int lengthMax;
  private final Solvers solvers;
  private final Effort effort;
  private final RandomGenerator chance;
  private final Watcher watcher;
  private final Master master;
  private final Dive dive;

  /** Hears how a search goes on. */
  @FunctionalInterface
  public interface Watcher {
    /**
     * Called when a phase begins and when its best packing grew.
     *
     * @param bound no packing serves more
     */
    void at(Phase phase, long served, long bound);
  }

  /** What a search does in turn. */
  public enum Phase {
    RELAXING,
    DIVING,
    REPAIRING,
    CLOSING
  }

  /**
   * Disjoint cycles.
   *
   * @param bound no choice of cycles serves more vertices
   */
  public record Cover(List<List<Integer>> cycles, long served, long bound) {
    public Cover {
      cycles = List.copyOf(cycles);
    }

    /** Whether no other cover serves more. */
    public boolean proved() {
      return served == bound;
    }
  }

  private CyclePacker(
      Digraph graph,
      int lengthMax,
      Solvers solvers,
      Effort effort,
      RandomGenerator chance,
      Watcher watcher,
      int threads) {
    this.graph = graph;
    this.lengthMax = lengthMax;
    this.solvers = solvers;
    this.effort = effort;
    this.chance = chance;
    this.watcher = watcher;
    this.master =
        new Master(graph.vertices(), Pricing.of(graph, lengthMax, threads), solvers, effort);
    this.dive = new Dive(master);
  }

  /** Covers by cycles of 2 to {@code lengthMax}; proved when the effort lasts. */
  public static Cover cover(
      Digraph graph,
      int lengthMax,
      Solvers solvers,
      Effort effort,
      RandomGenerator chance,
      Watcher watcher) {
    return cover(graph, lengthMax, solvers, effort, chance, watcher, 1);
  }

  /**
   * The same, priced by several threads at once; the cover is the same with any number of them.
   *
   * @param threads 1 for the caller's alone; more for all that the machine has
   */
  public static Cover cover(
      Digraph graph,
      int lengthMax,
      Solvers solvers,
      Effort effort,
      RandomGenerator chance,
      Watcher watcher,
      int threads) {
    return new CyclePacker(graph, lengthMax, solvers, effort, chance, watcher, threads).cover();
  }

  private Cover cover() {
    var greedy = master.greedy();
    watcher.at(Phase.RELAXING, Dive.served(greedy), graph.vertices());
    var open = new boolean[graph.vertices()];
    var relaxed = master.relax(open, Double.POSITIVE_INFINITY);
    double ceiling = master.bound(relaxed.prices());
    long bound = Math.min(graph.vertices(), (long) Math.floor(ceiling + 1e-6));
    watcher.at(Phase.DIVING, Dive.served(greedy), bound);
    var packing = dive.pack(open, relaxed, (double) bound);
    packing = Dive.served(packing) < Dive.served(greedy) ? greedy : packing;
    packing = repair(packing, bound, REPAIRS_FIRST);
    if (Dive.served(packing) < bound && !isOver()) {
      watcher.at(Phase.CLOSING, Dive.served(packing), bound);
      var closed = close(packing, bound, relaxed.prices(), ceiling);
      packing = repair(closed.packing(), closed.bound(), REPAIRS_MAX);
      bound = closed.bound();
    }
    long served = Dive.served(packing);
    return new Cover(packing.stream().map(CyclePacker::boxed).toList(), served, bound);
  }

  private static List<Integer> boxed(int[] cycle) {
    return Arrays.stream(cycle).boxed().toList();
  }

  /** Opens a part of the packing, drawn by chance, and dives there anew; never for a worse one. */
  private List<int[]> repair(List<int[]> packing, long bound, int repairsMax) {
    var best = packing;
    if (Dive.served(best) < bound) {
      watcher.at(Phase.REPAIRING, Dive.served(best), bound);
    }
    for (int repair = 0; repair < repairsMax && Dive.served(best) < bound && !isOver(); repair++) {
      double part = 0.1 + 0.4 * chance.nextDouble();
      var kept = new ArrayList<int[]>();
      for (int[] cycle : best) {
        if (chance.nextDouble() >= part) {
          kept.add(cycle);
        }
      }
      var closed = new boolean[graph.vertices()];
      kept.forEach(cycle -> IntStream.of(cycle).forEach(vertex -> closed[vertex] = true));
      double goal = bound - Dive.served(kept);
      kept.addAll(dive.pack(closed, master.relax(closed, goal), goal));
      if (Dive.served(kept) > Dive.served(best)) {
        watcher.at(Phase.REPAIRING, Dive.served(kept), bound);
      }
      best = Dive.served(kept) >= Dive.served(best) ? kept : best;
    }
    return best;
  }

  private boolean isOver() {
    return effort.nodesLeft() == 0 || effort.isSpent();
  }

  private record Closed(List<int[]> packing, long bound) {}

  /**
   * A packing that serves one more uses no cycle that loses more than the prices leave; so all that
   * lose less are all that matter.
   *
   * @param ceiling what the prices allow, be it more than there are vertices
   */
  private Closed close(List<int[]> packing, long bound, double[] prices, double ceiling) {
    var gains =
        IntStream.range(0, graph.vertices()).mapToDouble(vertex -> 1 - prices[vertex]).toArray();
    var best = packing;
    long upper = bound;
    while (Dive.served(best) < upper && !isOver()) {
      double loss = ceiling - (Dive.served(best) + 1);
      var near =
          new PrefixPricing(graph, lengthMax)
              .near(gains, -loss - Master.ROUNDING, NEAR_MAX, NEAR_STEPS_MAX);
      if (!near.whole()) {
        break;
      }
      var whole =
          solvers.whole(
              graph.vertices(),
              near.cycles(),
              Dive.served(best) + 1,
              effort.nodesLeft(),
              effort::isSpent);
      if (!whole.taken().isEmpty()) {
        best = whole.taken().stream().map(near.cycles()::get).toList();
        watcher.at(Phase.CLOSING, Dive.served(best), upper);
      }
      if (!whole.settled()) {
        break;
      }
      upper = Dive.served(best);
    }
    return new Closed(best, upper);
  }
}
