package org.ronde.matching.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.Markets;
import org.ronde.matching.graph.GraphArc;
import org.ronde.matching.graph.MarketGraph;

/** What the levels of a cycle must be, by trying every quantity of what is left. */
class QuantitiesTest {
  private static long[] steps(List<Lot> lots) {
    return lots.stream().mapToLong(lot -> lot.quantity() / lot.arc().step()).toArray();
  }

  private static boolean isAsMuch(long[] steps, long[] others) {
    for (int leg = 0; leg < steps.length; leg++) {
      if (steps[leg] < others[leg]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEven(List<GraphArc> cycle, long[] steps) {
    for (int leg = 1; leg < steps.length; leg++) {
      if (value(cycle, steps, leg) != value(cycle, steps, 0)) {
        return false;
      }
    }
    return true;
  }

  private static long value(List<GraphArc> cycle, long[] steps, int leg) {
    return steps[leg] * cycle.get(leg).step() * cycle.get(leg).unitValueCents();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void takesAsMuchAsAnyQuantitiesThatAreWorthTheSame(int seed) {
    var remains = Remains.drawn(7, seed);
    var quantities = new Quantities(remains.graph(), remains.offerLeft(), remains.needLeft());
    for (var cycle : remains.cycles()) {
      var levels = quantities.levels(cycle, 1);

      for (var way : remains.ways(cycle)) {
        if (isEven(cycle, way)) {
          assertThat(levels).hasSize(1);
          assertThat(isAsMuch(steps(levels.get(0)), way)).isTrue();
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void goesDownFromTheHighestInSoundSteps(int seed) {
    var remains = Remains.drawn(40, seed);
    var graph = remains.graph();
    var quantities = new Quantities(graph, remains.offerLeft(), remains.needLeft());
    int several = 0;
    for (var cycle : remains.cycles()) {
      var all = quantities.levels(cycle, Integer.MAX_VALUE);

      for (int which = 0; which < all.size(); which++) {
        var lots = all.get(which);
        assertThat(remains.isSound(Candidate.of(graph, 0, lots).toCycle(graph))).isTrue();
        for (var lot : lots) {
          assertThat(lot.quantity() / lot.arc().step()).isBetween(1L, remains.stepsLeft(lot.arc()));
        }
        if (which > 0) {
          several++;
          assertThat(steps(lots)).isNotEqualTo(steps(all.get(which - 1)));
          assertThat(isAsMuch(steps(all.get(which - 1)), steps(lots))).isTrue();
        }
      }
      if (!all.isEmpty()) {
        assertThat(quantities.levels(cycle, 1)).containsExactly(all.get(0));
      }
    }
    assertThat(several).isPositive();
  }

  /** Wood by the piece against cake by the piece, both worth the same, so much of both. */
  private static List<List<Lot>> levelsOf(long pieces, int max) {
    var market =
        Markets.aMarket()
            .with(Markets.anOffer("wood").by("acme").of(pieces))
            .with(Markets.aNeed("cake").by("acme").of(pieces))
            .with(Markets.anOffer("cake").by("bona").of(pieces))
            .with(Markets.aNeed("wood").by("bona").of(pieces))
            .told();
    var graph = MarketGraph.of(market);
    return Quantities.whole(graph).levels(graph.arcs(), max);
  }

  private static long[] pieces(List<List<Lot>> levels) {
    return levels.stream().mapToLong(lots -> lots.get(0).quantity()).toArray();
  }

  @Test
  void triesEachOfUpTo24Steps() {
    for (int most = 1; most <= 24; most++) {
      int top = most;
      long[] all = new long[most];
      Arrays.setAll(all, below -> top - below);

      assertThat(pieces(levelsOf(most, Integer.MAX_VALUE))).isEqualTo(all);
    }
  }

  @Test
  void spreadsWhatItTriesOverMoreSteps() {
    var pieces = pieces(levelsOf(1_000, Integer.MAX_VALUE));

    assertThat(pieces).hasSizeBetween(20, 26).doesNotHaveDuplicates();
    assertThat(Arrays.copyOf(pieces, 8)).containsExactly(1_000, 999, 998, 997, 996, 995, 994, 993);
    for (int below = 8; below < pieces.length; below++) {
      assertThat(pieces[below - 1] - pieces[below]).isBetween(1L, 63L);
    }
    assertThat(pieces[pieces.length - 1]).isBetween(1L, 63L);
  }

  @Test
  void findsTheOneLevelThatIsEvenAmongMany() {
    var market =
        Markets.aMarket()
            .with(Markets.anOffer("wood").by("acme").of(1_500).worth(997))
            .with(Markets.aNeed("cake").by("acme").of(1_500))
            .with(Markets.anOffer("cake").by("bona").of(1_500).worth(1_000))
            .with(Markets.aNeed("wood").by("bona").of(1_500))
            .told();
    var graph = MarketGraph.of(market);

    var levels = Quantities.whole(graph).levels(graph.arcs(), 8);

    assertThat(levels).hasSize(1);
    assertThat(steps(levels.get(0))).containsExactly(1_000, 997);
  }

  @Test
  void keepsSomeEvenlySpread() {
    assertThat(pieces(levelsOf(16, 8))).containsExactly(16, 14, 12, 10, 8, 6, 4, 2);
    assertThat(pieces(levelsOf(8, 8))).containsExactly(8, 7, 6, 5, 4, 3, 2, 1);
    assertThat(pieces(levelsOf(20, 3))).containsExactly(20, 14, 7);
  }
}
