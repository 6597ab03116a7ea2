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
  private static final int REPAIRS_MORE = 200;
  private static final int REPAIRS_MAX = 1_000;
  private static final int NEAR_FEW = 20_000;
  private static final int NEAR_MANY = 200_000;

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
    // What can be settled soon is; only then long searches are worth their time.
    var closed = repair(new Closed(packing, bound), REPAIRS_FIRST);
    closed = close(closed, relaxed.prices(), ceiling, NEAR_FEW);
    closed = repair(closed, REPAIRS_MORE);
    closed = close(closed, relaxed.prices(), ceiling, NEAR_MANY);
    closed = repair(closed, REPAIRS_MAX);
    long served = Dive.served(closed.packing());
    return new Cover(
        closed.packing().stream().map(CyclePacker::boxed).toList(), served, closed.bound());
  }

  private static List<Integer> boxed(int[] cycle) {
    return Arrays.stream(cycle).boxed().toList();
  }

  /**
   * How far a search has come.
   *
   * @param bound no packing serves more
   */
  private record Closed(List<int[]> packing, long bound) {
    boolean isProved() {
      return Dive.served(packing) >= bound;
    }
  }

  /** Opens a part of the packing, drawn by chance, and dives there anew; never for a worse one. */
  private Closed repair(Closed from, int repairsMax) {
    var best = from;
    if (!best.isProved()) {
      tell(Phase.REPAIRING, best);
    }
    for (int repair = 0; repair < repairsMax && !best.isProved() && !isOver(); repair++) {
      double part = 0.1 + 0.4 * chance.nextDouble();
      var kept = new ArrayList<int[]>();
      for (int[] cycle : best.packing()) {
        if (chance.nextDouble() >= part) {
          kept.add(cycle);
        }
      }
      var closed = new boolean[graph.vertices()];
      kept.forEach(cycle -> IntStream.of(cycle).forEach(vertex -> closed[vertex] = true));
      double goal = best.bound() - Dive.served(kept);
      kept.addAll(dive.pack(closed, master.relax(closed, goal), goal));
      long before = Dive.served(best.packing());
      best = Dive.served(kept) >= before ? new Closed(kept, best.bound()) : best;
      if (Dive.served(kept) > before) {
        tell(Phase.REPAIRING, best);
      }
    }
    return best;
  }

  private void tell(Phase phase, Closed now) {
    watcher.at(phase, Dive.served(now.packing()), now.bound());
  }

  private boolean isOver() {
    return effort.nodesLeft() == 0 || effort.isSpent();
  }

  /**
   * Asks for the most that could be, then for one less, until a packing is found or nothing is left
   * to ask for.
   *
   * @param ceiling what the prices allow, be it more than there are vertices
   */
  private Closed close(Closed from, double[] prices, double ceiling, int nearMax) {
    var closing = new Closing(graph, lengthMax, solvers, effort);
    var best = from;
    boolean settled = true;
    if (!best.isProved() && !isOver()) {
      tell(Phase.CLOSING, best);
    }
    while (settled && !best.isProved() && !isOver()) {
      var outcome = closing.reach(best.bound(), prices, ceiling, nearMax);
      settled = outcome.settled();
      var packing =
          Dive.served(outcome.packing()) > Dive.served(best.packing())
              ? outcome.packing()
              : best.packing();
      boolean reached = Dive.served(packing) >= best.bound();
      best = new Closed(packing, best.bound() - (settled && !reached ? 1 : 0));
      tell(Phase.CLOSING, best);
    }
    return best;
  }
}
