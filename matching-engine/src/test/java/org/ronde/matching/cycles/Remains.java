package org.ronde.matching.cycles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ronde.matching.Company;
import org.ronde.matching.Cycle;
import org.ronde.matching.Histories;
import org.ronde.matching.Leg;
import org.ronde.matching.Limits;
import org.ronde.matching.Market;
import org.ronde.matching.Markets;
import org.ronde.matching.TopUp;
import org.ronde.matching.graph.GraphArc;
import org.ronde.matching.graph.MarketGraph;
import org.ronde.matching.packing.PackingChecker;

/**
 * A market by chance of which little is left, so that every way to fill a cycle can be tried.
 *
 * @param offerLeft of each offer of the graph; {@code needLeft} of each need
 */
@SuppressWarnings("ArrayRecordComponent") // read by tests, and never compared
record Remains(Market market, MarketGraph graph, long[] offerLeft, long[] needLeft) {
  private static final int CYCLES_MAX = 150;

  /** Up to so many units of each listing; companies that may say no, and some that never pay. */
  static Remains drawn(int unitsMax, int seed) {
    var generated = Markets.generated(14, 4, 3, seed);
    var market = seed % 3 == 0 ? generated : Histories.doubting(generated, 20, seed);
    var graph = MarketGraph.of(market);
    var chance = new SplittableRandom(seed);
    return new Remains(
        market,
        graph,
        graph.offers().stream()
            .mapToLong(offer -> Math.min(offer.quantity(), chance.nextLong(unitsMax + 1)))
            .toArray(),
        graph.needs().stream()
            .mapToLong(need -> Math.min(need.quantity(), chance.nextLong(unitsMax + 1)))
            .toArray());
  }

  /** Some cycles that may be proposed, of two to four, whatever is left of their listings. */
  List<List<GraphArc>> cycles() {
    var found =
        CycleSearch.find(
            graph.digraph(),
            graph.companies().stream().mapToInt(Company::cycleLengthMax).toArray(),
            4,
            CYCLES_MAX,
            (arrows, length) -> graph.mayStandTogether(arcs(Arrays.copyOf(arrows, length))),
            () -> false);
    return found.cycles().stream().map(this::arcs).toList();
  }

  private List<GraphArc> arcs(int[] arrows) {
    return Arrays.stream(arrows).mapToObj(graph.arcs()::get).toList();
  }

  /** Steps of the arc that are left on both sides. */
  long stepsLeft(GraphArc arc) {
    return Math.min(offerLeft[arc.offer()], needLeft[arc.need()]) / arc.step();
  }

  /** Every quantity of at least one step on each leg, as steps. */
  List<long[]> ways(List<GraphArc> cycle) {
    var ways = new ArrayList<long[]>();
    ways.add(new long[cycle.size()]);
    for (int leg = 0; leg < cycle.size(); leg++) {
      var longer = new ArrayList<long[]>();
      for (long[] way : ways) {
        for (long steps = 1; steps <= stepsLeft(cycle.get(leg)); steps++) {
          long[] next = way.clone();
          next[leg] = steps;
          longer.add(next);
        }
      }
      ways.clear();
      ways.addAll(longer);
    }
    return ways;
  }

  /** Whether these quantities balance without money or with it, in the words of the checker. */
  boolean balances(List<GraphArc> cycle, long[] steps) {
    var values = new long[steps.length];
    for (int leg = 0; leg < steps.length; leg++) {
      var arc = cycle.get(leg);
      values[leg] = steps[leg] * arc.step() * arc.unitValueCents();
    }
    long least = Arrays.stream(values).min().orElseThrow();
    var legs = new ArrayList<Leg>();
    var topUps = new ArrayList<TopUp>();
    for (int leg = 0; leg < steps.length; leg++) {
      var arc = cycle.get(leg);
      var giver = graph.companies().get(arc.giver()).id();
      var receiver = graph.companies().get(arc.receiver()).id();
      legs.add(
          new Leg(
              graph.offers().get(arc.offer()).id(),
              graph.needs().get(arc.need()).id(),
              giver,
              receiver,
              steps[leg] * arc.step(),
              values[leg]));
      if (values[leg] > least) {
        topUps.add(new TopUp(receiver, giver, values[leg] - least));
      }
    }
    return isSound(new Cycle(legs, List.of())) || isSound(new Cycle(legs, topUps));
  }

  /** Whether the cycle could be proposed alone. */
  boolean isSound(Cycle cycle) {
    return PackingChecker.faults(market, Limits.standard(), List.of(cycle)).isEmpty();
  }
}
