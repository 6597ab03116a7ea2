package org.ronde.matching.cycles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.Markets;
import org.ronde.matching.graph.GraphArc;
import org.ronde.matching.graph.MarketGraph;

/** What a filling must be, by trying every quantity of what is left. */
class FillingTest {
  /** Of what a level leaves of the listing that runs out first, so much is lost for good. */
  private static final double LEFT_LOST = 0.8;

  /** As many levels of a leg as are ever tried, so that none is passed over. */
  private static final int STEPS_MAX = 3;

  private static double[] prices(int count, SplittableRandom chance) {
    return chance.doubles(count, 0, 0.6).map(price -> Math.max(0, price - 0.1)).toArray();
  }

  private static final class Tried {
    private final Remains remains;
    private final double[] offerPrice;
    private final double[] needPrice;
    private final Filling filling;
    private final Quantities nearest;

    Tried(int unitsMax, int seed) {
      remains = Remains.drawn(unitsMax, seed);
      var chance = new SplittableRandom(seed);
      offerPrice = prices(remains.offerLeft().length, chance);
      needPrice = prices(remains.needLeft().length, chance);
      filling =
          new Filling(
              remains.graph(), remains.offerLeft(), remains.needLeft(), offerPrice, needPrice);
      nearest = new Quantities(remains.graph(), remains.offerLeft(), remains.needLeft());
    }

    private static long weakest(List<GraphArc> cycle, long[] steps) {
      long weakest = Long.MAX_VALUE;
      for (int leg = 0; leg < steps.length; leg++) {
        weakest = Math.min(weakest, steps[leg] * oneStep(cycle.get(leg)));
      }
      return weakest;
    }

    private static long oneStep(GraphArc arc) {
      return arc.step() * arc.referenceCents();
    }

    /** Whether no leg could do with a step less and still count as much as the weakest. */
    private static boolean isFewest(List<GraphArc> cycle, long[] steps) {
      long weakest = weakest(cycle, steps);
      for (int leg = 0; leg < steps.length; leg++) {
        if ((steps[leg] - 1) * oneStep(cycle.get(leg)) >= weakest) {
          return false;
        }
      }
      return true;
    }

    /** Counted cents that are lost: at prices what counts for nothing, and what is left over. */
    private double lost(List<GraphArc> cycle, long[] steps) {
      long weakest = weakest(cycle, steps);
      long highest = Long.MAX_VALUE;
      double paid = 0;
      double yes = 1;
      for (int leg = 0; leg < steps.length; leg++) {
        var arc = cycle.get(leg);
        highest = Math.min(highest, remains.stepsLeft(arc) * oneStep(arc));
        paid +=
            (offerPrice[arc.offer()] + needPrice[arc.need()])
                * (steps[leg] * oneStep(arc) - weakest);
        yes *= remains.graph().companies().get(arc.giver()).history().yesPercent() / 100.0;
      }
      return paid / yes + LEFT_LOST * (highest - weakest);
    }
  }

  private static long[] steps(List<Lot> lots) {
    return lots.stream().mapToLong(lot -> lot.quantity() / lot.arc().step()).toArray();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void losesLeastOfAllQuantitiesThatBalance(int seed) {
    var tried = new Tried(7, seed);
    int filled = 0;
    for (var cycle : tried.remains.cycles()) {
      if (cycle.stream().anyMatch(arc -> tried.remains.stepsLeft(arc) > STEPS_MAX)) {
        continue;
      }
      var best =
          tried.remains.ways(cycle).stream()
              .filter(way -> Tried.isFewest(cycle, way))
              .filter(way -> tried.remains.balances(cycle, way))
              .mapToDouble(way -> tried.lost(cycle, way))
              .min();

      var lots = tried.filling.fill(cycle, Long.MAX_VALUE);

      if (best.isPresent()) {
        filled++;
        long counts = Tried.weakest(cycle, steps(lots)) * cycle.size();
        assertThat(Tried.isFewest(cycle, steps(lots))).isTrue();
        assertThat(tried.lost(cycle, steps(lots))).isCloseTo(best.getAsDouble(), within(1e-6));
        assertThat(tried.filling.lost()).isCloseTo(best.getAsDouble() / counts, within(1e-9));
      } else {
        var nearest = tried.nearest.levels(cycle, 1);
        assertThat(lots).isEqualTo(nearest.isEmpty() ? List.of() : nearest.get(0));
        assertThat(lots.isEmpty() || tried.filling.lost() == 1).isTrue();
      }
    }
    assertThat(filled).isPositive();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void isSoundAndWithinWhatIsLeft(int seed) {
    var tried = new Tried(12, seed);
    int filled = 0;
    for (var cycle : tried.remains.cycles()) {
      boolean empty = cycle.stream().anyMatch(arc -> tried.remains.stepsLeft(arc) == 0);
      for (long countedMax : new long[] {1, 4_000, Long.MAX_VALUE}) {
        var lots = tried.filling.fill(cycle, countedMax);

        if (empty) {
          assertThat(lots).isEmpty();
        } else if (!lots.isEmpty()) {
          filled++;
          var graph = tried.remains.graph();
          assertThat(lots).extracting(Lot::arc).isEqualTo(cycle);
          assertThat(tried.remains.isSound(Candidate.of(graph, 0, lots).toCycle(graph))).isTrue();
          for (var lot : lots) {
            assertThat(lot.quantity()).isPositive();
            assertThat(lot.quantity() % lot.arc().step()).isZero();
            assertThat(lot.quantity())
                .isLessThanOrEqualTo(tried.remains.offerLeft()[lot.arc().offer()])
                .isLessThanOrEqualTo(tried.remains.needLeft()[lot.arc().need()]);
          }
        }
      }
    }
    assertThat(filled).isPositive();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void countsNoStepMoreThanItShould(int seed) {
    var tried = new Tried(12, seed);
    int filled = 0;
    for (var cycle : tried.remains.cycles()) {
      long countedMax = cycle.stream().mapToLong(Tried::oneStep).max().orElseThrow() + 700;

      var lots = tried.filling.fill(cycle, countedMax);

      if (!lots.isEmpty() && tried.filling.lost() < 1) {
        filled++;
        for (var lot : lots) {
          assertThat((lot.quantity() - lot.arc().step()) * lot.arc().referenceCents())
              .isLessThan(countedMax);
        }
      }
    }
    assertThat(filled).isPositive();
  }

  @Test
  void fillsOutOfWhatIsLeftAtEachCall() {
    var market =
        Markets.aMarket()
            .with(Markets.anOffer("wood").by("acme").of(9))
            .with(Markets.aNeed("cake").by("acme").of(9))
            .with(Markets.anOffer("cake").by("bona").of(9))
            .with(Markets.aNeed("wood").by("bona").of(9))
            .told();
    var graph = MarketGraph.of(market);
    var offerLeft = new long[] {9, 9};
    var needLeft = new long[] {9, 9};
    var filling = new Filling(graph, offerLeft, needLeft, new double[2], new double[2]);

    assertThat(steps(filling.fill(graph.arcs(), Long.MAX_VALUE))).containsExactly(9, 9);

    offerLeft[1] = 4;
    assertThat(steps(filling.fill(graph.arcs(), Long.MAX_VALUE))).containsExactly(4, 4);

    needLeft[0] = 0;
    assertThat(filling.fill(graph.arcs(), Long.MAX_VALUE)).isEmpty();
  }
}
