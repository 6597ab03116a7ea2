package org.ronde.matching.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.Histories;
import org.ronde.matching.Market;
import org.ronde.matching.Markets;
import org.ronde.matching.graph.MarketGraph;

class SeekerTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void findsTheBestCycleThereIs(int seed) {
    findsTheBest(Markets.generated(10 + seed, 5, 3, seed), seed);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(
      ints = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
        26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48
      })
  void findsTheBestCycleWhateverTheChances(int seed) {
    var market = Markets.generated(10 + seed / 2, 5, 3, seed);
    findsTheBest(Histories.doubting(market, 1 + 24 * (seed % 4), seed), seed);
  }

  private static void findsTheBest(Market market, int seed) {
    var graph = MarketGraph.of(market);
    int lengthMax = 2 + seed % 3;
    var prices = priced(graph, seed);

    double best = 0;
    var seeker = new Seeker(prices, lengthMax);
    for (int root = 0; root < graph.companies().size(); root++) {
      var found = seeker.seek(root, best, 1);
      if (found.count() > 0) {
        best = found.gain(0);
        assertThat(gain(prices, found.arcs(0))).isCloseTo(best, within(1e-9));
        assertThat(Arrays.stream(found.arcs(0)).map(arc -> prices.network.head[arc]).distinct())
            .hasSize(found.arcs(0).length)
            .allMatch(company -> prices.network.lengthMax[company] >= found.arcs(0).length);
      }
    }

    assertThat(best).isCloseTo(mostOfAll(graph, prices, lengthMax), within(1e-9));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void missesNothingThroughACompanyWhoseFirstLegsGain(int seed) {
    var market = Histories.doubting(Markets.generated(14, 4, 3, seed), 1 + 9 * (seed % 10), seed);
    var graph = MarketGraph.of(market);
    int lengthMax = 2 + seed % 3;
    var prices = priced(graph, seed);
    var cycles = Rings.of(graph, lengthMax);

    var seeker = new Seeker(prices, lengthMax);
    for (int root = 0; root < graph.companies().size(); root++) {
      double most = 0;
      for (var cycle : cycles) {
        most = Math.max(most, gainWhenBegunWell(prices, cycle, root));
      }
      var found = seeker.seek(root, 0, 1);
      assertThat(found.count() > 0 ? found.gain(0) : 0).isGreaterThan(most - 1e-9);
    }
  }

  /** What the cycle gains when it begins at the company and its first legs gain; else 0. */
  private static double gainWhenBegunWell(Prices prices, int[] cycle, int root) {
    for (int last = 0; last < cycle.length; last++) {
      if (prices.network.head[cycle[last]] == root) {
        double one = prices.gain[cycle[(last + 1) % cycle.length]];
        double two = one + prices.gain[cycle[(last + 2) % cycle.length]];
        return one > 0 && (cycle.length < 4 || two > 0) ? gain(prices, cycle) : 0;
      }
    }
    return 0;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void tellsSeveralTheBestFirst(int seed) {
    var graph = MarketGraph.of(Markets.generated(20, 5, 3, seed));
    var prices = priced(graph, seed);

    var seeker = new Seeker(prices, 4);
    for (int root = 0; root < graph.companies().size(); root++) {
      var found = seeker.seek(root, 0, 8);
      for (int which = 1; which < found.count(); which++) {
        assertThat(found.gain(which)).isPositive().isLessThanOrEqualTo(found.gain(which - 1));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void pricesWithACertificateLeaveNothingToGain(int seed) {
    var market = Markets.generated(20, 5, 3, seed);
    var graph = MarketGraph.of(seed % 2 == 0 ? market : Histories.doubting(market, 30, seed));
    var prices = priced(graph, seed);

    int lengthMax = 4 + seed % 3;
    double bound = Certificate.bound(prices, lengthMax, () -> false);

    assertThat(bound).isFinite();
    assertThat(mostOfAll(graph, prices, lengthMax)).isLessThan(1e-8);
  }

  private static Prices priced(MarketGraph graph, int seed) {
    var chance = new SplittableRandom(seed);
    var prices = new Prices(new Network(graph));
    var price = new double[prices.network.rows];
    double dear = 0.1 + 0.4 * (seed / 3 % 3);
    Arrays.setAll(price, row -> chance.nextDouble() * dear);
    prices.set(price);
    return prices;
  }

  private static double gain(Prices prices, int[] arcs) {
    double cost = 0;
    double yes = 1;
    for (int arc : arcs) {
      var network = prices.network;
      cost += prices.price[network.offerRow[arc]] * network.offerUse[arc];
      cost += prices.price[network.needRow[arc]] * network.needUse[arc];
      yes *= network.yes[network.head[arc]];
    }
    return arcs.length * yes - cost;
  }

  /** By walking every cycle; 0 when none gains. */
  private static double mostOfAll(MarketGraph graph, Prices prices, int lengthMax) {
    return Rings.of(graph, lengthMax).stream()
        .mapToDouble(arcs -> gain(prices, arcs))
        .filter(gain -> gain > 0)
        .max()
        .orElse(0);
  }
}
