package org.ronde.matching.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.Histories;
import org.ronde.matching.Markets;
import org.ronde.matching.graph.MarketGraph;

class PricesTest {
  private static MarketGraph graph(int seed) {
    return MarketGraph.of(Histories.doubting(Markets.generated(14, 5, 3, seed), 20, seed));
  }

  private static double[] drawn(int rows, int seed) {
    return new SplittableRandom(seed).doubles(rows, 0, 0.7).toArray();
  }

  private static Prices at(Network network, double[] price) {
    var prices = new Prices(network);
    prices.set(price);
    return prices;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void aCycleGainsWhatItLetsExpectLessWhatItUses(int seed) {
    var graph = graph(seed);
    var network = new Network(graph);
    var price = drawn(network.rows, seed);
    var prices = at(network, price);

    for (int[] cycle : Rings.of(graph, 4)) {
      double yes = 1;
      double cost = 0;
      double sum = 0;
      for (int arc : cycle) {
        var giver = graph.companies().get(graph.arcs().get(arc).giver());
        yes *= giver.history().yesPercent() / 100.0;
        cost += price[network.offerRow[arc]] * network.offerUse[arc];
        cost += price[network.needRow[arc]] * network.needUse[arc];
        sum += prices.gain[arc];
      }
      assertThat(prices.gain(cycle)).isCloseTo(cycle.length * yes - cost, within(1e-9));
      assertThat(sum).isGreaterThan(prices.gain(cycle) - 1e-9);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void knowsTheMostThatArcsOfACompanyGain(int seed) {
    var graph = graph(seed);
    var network = new Network(graph);
    var prices = at(network, drawn(network.rows, seed));
    // What was set before leaves no trace.
    prices.set(new double[network.rows]);
    prices.set(drawn(network.rows, seed + 1));

    var mostOut = new double[network.companies];
    var mostIn = new double[network.companies];
    Arrays.fill(mostOut, Double.NEGATIVE_INFINITY);
    Arrays.fill(mostIn, Double.NEGATIVE_INFINITY);
    for (int arc = 0; arc < network.arcs; arc++) {
      int giver = graph.arcs().get(arc).giver();
      int receiver = graph.arcs().get(arc).receiver();
      mostOut[giver] = Math.max(mostOut[giver], prices.gain[arc]);
      mostIn[receiver] = Math.max(mostIn[receiver], prices.gain[arc]);
    }
    assertThat(prices.mostOut).isEqualTo(mostOut);
    assertThat(prices.mostIn).isEqualTo(mostIn);
    assertThat(prices.mostGain()).isEqualTo(Arrays.stream(prices.gain).max().orElseThrow());
    for (int company = 0; company < network.companies; company++) {
      for (int at = network.firstIn[company]; at < network.firstIn[company + 1]; at++) {
        assertThat(prices.gainIn[at]).isEqualTo(prices.gain[network.arcIn[at]]);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4})
  void raisedRowByRowTheyAreWhatTheyWouldBe(int seed) {
    var network = new Network(graph(seed));
    var price = drawn(network.rows, seed);
    var prices = at(network, price);

    for (int row = 0; row < network.rows; row += 1 + seed) {
      prices.raise(row, 0.25);
      price[row] += 0.25;
    }

    var others = at(network, price);
    assertThat(prices.price).isEqualTo(others.price);
    assertThat(prices.gain).isEqualTo(others.gain);
    assertThat(prices.gainIn).isEqualTo(others.gainIn);
    assertThat(prices.sum()).isEqualTo(others.sum());
    for (int company = 0; company < network.companies; company++) {
      assertThat(prices.mostOut[company]).isGreaterThanOrEqualTo(others.mostOut[company]);
      assertThat(prices.mostIn[company]).isGreaterThanOrEqualTo(others.mostIn[company]);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3})
  void noCycleUsesWhatIsClosedUntilPricesAreSetAnew(int seed) {
    var graph = graph(seed);
    var network = new Network(graph);
    var prices = at(network, new double[network.rows]);
    int[] ring = Rings.of(graph, 3).get(0);

    prices.close(ring[0]);

    assertThat(prices.gain[ring[0]]).isEqualTo(Double.NEGATIVE_INFINITY);
    var seeker = new Seeker(prices, 4);
    for (int root = 0; root < network.companies; root++) {
      var found = seeker.seek(root, 0, 32);
      for (int which = 0; which < found.count(); which++) {
        assertThat(found.arcs(which)).doesNotContain(ring[0]);
      }
    }
    prices.set(new double[network.rows]);
    assertThat(prices.gain[ring[0]]).isPositive();
  }
}
