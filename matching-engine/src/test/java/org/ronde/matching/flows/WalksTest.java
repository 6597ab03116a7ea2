package org.ronde.matching.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.Company;
import org.ronde.matching.Histories;
import org.ronde.matching.Market;
import org.ronde.matching.Markets;
import org.ronde.matching.graph.MarketGraph;

class WalksTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void findsACycleThatGainsWheneverThereIsOne(int seed) {
    var graph = MarketGraph.of(patient(Markets.generated(10 + seed, 4 + seed, 3, seed)));
    int lengthMax = 5 + seed % 2;
    var prices = priced(graph, seed);
    // Then only longer ones may gain.
    Certificate.bound(prices, 4, () -> false);

    boolean found = false;
    var seeker = new Seeker(prices, lengthMax);
    for (int root = 0; root < graph.companies().size(); root++) {
      var cycles = seeker.seek(root, 1e-9, 32);
      for (int which = 0; which < cycles.count(); which++) {
        found = true;
        assertThat(prices.gain(cycles.arcs(which))).isCloseTo(cycles.gain(which), within(1e-9));
        assertThat(Arrays.stream(cycles.arcs(which)).map(arc -> prices.network.head[arc]))
            .doesNotHaveDuplicates();
      }
    }

    boolean any = Rings.of(graph, lengthMax).stream().anyMatch(cycle -> prices.gain(cycle) > 1e-8);
    assertThat(found).isEqualTo(any);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void sayNoLongCycleGainsLessThanItDoes(int seed) {
    var market = Histories.doubting(Markets.generated(14, 5, 3, seed), 1 + 9 * (seed % 10), seed);
    var graph = MarketGraph.of(market);
    int legs = 5 + seed % 2;
    var prices = priced(graph, seed);

    double most = 0;
    var walks = new Walks(prices, legs);
    for (int root = 0; root < graph.companies().size(); root++) {
      var found = walks.seek(root, most, 1);
      most = found.count() > 0 ? found.gain(0) : most;
      for (int which = 0; which < found.count(); which++) {
        assertThat(found.arcs(which)).hasSize(legs);
        assertThat(Arrays.stream(found.arcs(which)).map(arc -> prices.network.head[arc]))
            .allMatch(company -> prices.network.lengthMax[company] >= legs);
      }
    }

    for (var cycle : Rings.of(graph, legs)) {
      if (cycle.length == legs) {
        assertThat(prices.gain(cycle)).isLessThan(walks.gain(cycle) + 1e-9);
        assertThat(walks.gain(cycle)).isLessThan(most + 1e-9);
      }
    }
  }

  @Test
  void fallsApartIntoCycles() {
    var graph = MarketGraph.of(patient(Markets.generated(6, 2, 3, 1)));
    var network = new Network(graph);
    var two = Rings.of(graph, 2);
    int hub = network.head[two.get(0)[1]];
    var through = two.stream().filter(cycle -> network.head[cycle[1]] == hub).limit(2).toList();
    var walk =
        new int[] {through.get(0)[0], through.get(0)[1], through.get(1)[0], through.get(1)[1]};

    assertThat(new Walks(new Prices(network), 5).cycles(walk))
        .containsExactlyInAnyOrderElementsOf(through);
  }

  /** The same market, whose companies accept cycles of six. */
  private static Market patient(Market market) {
    return new Market(
        market.day(),
        market.companies().stream().map(WalksTest::patient).toList(),
        market.offers(),
        market.needs(),
        market.wants());
  }

  private static Company patient(Company company) {
    return new Company(
        company.id(),
        6,
        company.tolerancePercent(),
        company.topUpPayMaxCents(),
        company.topUpTakeMaxCents(),
        company.openCyclesMax(),
        company.premium(),
        company.excludedCompanyIds(),
        company.history());
  }

  private static Prices priced(MarketGraph graph, int seed) {
    var chance = new SplittableRandom(seed);
    var prices = new Prices(new Network(graph));
    var price = new double[prices.network.rows];
    double dear = 0.2 + 0.3 * (seed / 2 % 3);
    Arrays.setAll(price, row -> chance.nextDouble() * dear);
    prices.set(price);
    return prices;
  }
}
