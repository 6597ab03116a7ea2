package org.ronde.matching.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ronde.matching.Markets.aCompany;
import static org.ronde.matching.Markets.aMarket;
import static org.ronde.matching.Markets.aNeed;
import static org.ronde.matching.Markets.anOffer;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.Histories;
import org.ronde.matching.Limits;
import org.ronde.matching.Markets;
import org.ronde.matching.cycles.Candidate;
import org.ronde.matching.cycles.Candidates;
import org.ronde.matching.graph.MarketGraph;
import org.ronde.matching.packing.GreedyPacker;
import org.ronde.matching.packing.MarketProblem;

class CertificateTest {
  private static double bound(MarketGraph graph, double dear, int lengthMax, int seed) {
    var prices = new Prices(new Network(graph));
    prices.set(
        new SplittableRandom(seed)
            .doubles(prices.network.rows)
            .map(price -> price * dear)
            .toArray());
    return Certificate.bound(prices, lengthMax, () -> false);
  }

  private static double expected(List<Candidate> chosen) {
    return (double) chosen.stream().mapToLong(Candidate::expectedCents).sum();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void noPackingLetsExpectMoreWhateverThePrices(int seed) {
    int lengthMax = 2 + seed % 5;
    var market = Histories.doubting(Markets.generated(12, 5, 2, seed), 100 - 8 * seed, seed);
    var graph = MarketGraph.of(market);
    var limits = Limits.standard().withCycleLengthMax(lengthMax);
    var candidates = Candidates.find(graph, limits, () -> false).list();
    var greedy = GreedyPacker.pack(MarketProblem.of(graph, candidates));

    for (double dear : new double[] {0, 0.1, 0.3, 0.6}) {
      double bound = bound(graph, dear, lengthMax, seed);

      assertThat(bound)
          .isGreaterThanOrEqualTo(expected(greedy.stream().map(candidates::get).toList()));
      for (var candidate : candidates) {
        assertThat(bound).isGreaterThanOrEqualTo((double) candidate.expectedCents());
      }
    }
  }

  /** Companies in a ring, each offering 4 pieces worth 100, of which the next one needs 3. */
  private static Markets.MarketTold ring(int companies, int yesPercent) {
    var told = aMarket();
    for (int company = 0; company < companies; company++) {
      var id = "c" + company;
      int next = (company + 1) % companies;
      told.with(anOffer("k" + company).by(id).of(4).worth(100))
          .with(aNeed("k" + company).by("c" + next).of(3).upTo(100));
    }
    for (int company = 0; company < companies; company++) {
      told.with(aCompany("c" + company).remembered(yesPercent, 0, 0));
    }
    return told;
  }

  @ParameterizedTest(name = "{0} companies")
  @ValueSource(ints = {2, 3, 4, 5, 6})
  void boundsARingByWhatItsScarcestListingHolds(int companies) {
    var sure = MarketGraph.of(ring(companies, 100).told());

    assertThat(bound(sure, 0, 6, 1)).isCloseTo(30_000.0 * companies, within(1.0));
  }

  @ParameterizedTest(name = "{0} companies")
  @ValueSource(ints = {2, 3, 4})
  void boundsWhatCanBeExpectedOfARing(int companies) {
    var graph = MarketGraph.of(ring(companies, 50).told());

    assertThat(bound(graph, 0, 4, 1))
        .isCloseTo(30_000.0 * companies * Math.pow(0.5, companies), within(1.0));
  }

  @Test
  void aRingLongerThanAllowedIsNone() {
    assertThat(bound(MarketGraph.of(ring(4, 100).told()), 0, 3, 1)).isLessThan(1);
    assertThat(bound(MarketGraph.of(ring(6, 100).told()), 0, 5, 1)).isLessThan(1);
  }

  @Test
  void stoppedItBoundsNothing() {
    var prices = new Prices(new Network(MarketGraph.of(ring(2, 100).told())));
    prices.set(new double[prices.network.rows]);

    assertThat(Certificate.bound(prices, 4, () -> true)).isInfinite();
  }
}
