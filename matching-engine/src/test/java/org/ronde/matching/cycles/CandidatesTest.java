package org.ronde.matching.cycles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.matching.Markets.aCompany;
import static org.ronde.matching.Markets.aMarket;
import static org.ronde.matching.Markets.aNeed;
import static org.ronde.matching.Markets.anOffer;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.Limits;
import org.ronde.matching.Markets;
import org.ronde.matching.ScoreRule;
import org.ronde.matching.graph.MarketGraph;
import org.ronde.matching.packing.PackingChecker;

class CandidatesTest {
  private static Candidates find(Markets.MarketTold told) {
    return Candidates.find(MarketGraph.of(told.told()), Limits.standard(), () -> false);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void eachCandidateCouldBeProposedAlone(int seed) {
    var market = Markets.generated(12, 5, 3, seed);
    var graph = MarketGraph.of(market);

    var candidates = Candidates.find(graph, Limits.standard(), () -> false);

    assertThat(candidates.list()).isNotEmpty().doesNotHaveDuplicates();
    for (var candidate : candidates.list()) {
      var alone = List.of(candidate.toCycle(graph));
      assertThat(PackingChecker.faults(market, Limits.standard(), alone)).isEmpty();
    }
  }

  @Test
  void aimsAtTheHighestCommonValue() {
    var candidates =
        find(
            aMarket()
                .with(anOffer("wood").by("acme").of(7).worth(30))
                .with(aNeed("cake").by("acme").of(50))
                .with(anOffer("cake").by("bona").of(50).worth(50))
                .with(aNeed("wood").by("bona").of(9)));

    assertThat(quantities(candidates.list().get(0))).containsExactly(5L, 3L);
  }

  @Test
  void roundsToTheNearestStepsWithinTolerance() {
    var candidates =
        find(
            aMarket()
                .with(aCompany("acme").tolerating(10))
                .with(aCompany("bona").tolerating(10))
                .with(anOffer("wood").by("acme").of(7).worth(30))
                .with(aNeed("cake").by("acme").of(50))
                .with(anOffer("cake").by("bona").of(50).worth(50))
                .with(aNeed("wood").by("bona").of(9)));

    assertThat(quantities(candidates.list().get(0))).containsExactly(7L, 4L);
  }

  @Test
  void goesDownToWhereTheTopUpIsBearable() {
    var candidates =
        find(
            aMarket()
                .with(aCompany("acme").paying(30).taking(30))
                .with(aCompany("bona").paying(30).taking(30))
                .with(anOffer("wood").by("acme").of(2).worth(130))
                .with(aNeed("cake").by("acme").of(2))
                .with(anOffer("cake").by("bona").of(2).worth(100))
                .with(aNeed("wood").by("bona").of(2)));

    assertThat(quantities(candidates.list().get(0))).containsExactly(1L, 1L);
    assertThat(candidates.list().get(0).count(ScoreRule.TOP_UP_MOVED)).isEqualTo(3_000);
  }

  @Test
  void countsTheWeakestLegOnceForEachLeg() {
    var candidates =
        find(
            aMarket()
                .with(aCompany("acme").tolerating(100))
                .with(aCompany("bona").tolerating(100))
                .swapping("acme", "wood", 100, "cake")
                .swapping("bona", "cake", 150, "wood")
                .with(anOffer("wood").by("coco").worth(90))
                .with(anOffer("cake").by("dodo").worth(400)));

    assertThat(candidates.list().get(0).count(ScoreRule.COUNTED_VALUE)).isEqualTo(18_000);
  }

  @Test
  void looksAtLowerLevelsOnlyWhereListingsAreShared() {
    var alone =
        aMarket()
            .with(anOffer("wood").by("acme").of(4))
            .with(aNeed("cake").by("acme").of(4))
            .with(anOffer("cake").by("bona").of(4))
            .with(aNeed("wood").by("bona").of(4));

    assertThat(find(alone).count().variants()).isEqualTo(1);

    var shared = alone.with(anOffer("cake").by("coco").of(4)).with(aNeed("wood").by("coco").of(4));

    assertThat(find(shared).count().cycles()).isEqualTo(2);
    assertThat(find(shared).count().variants()).isEqualTo(8);
  }

  @Test
  void fillsWhatAChoiceLeaves() {
    var candidates =
        find(
            aMarket()
                .with(anOffer("wood").by("acme").of(1_000))
                .with(aNeed("cake").by("acme").of(1_000))
                .with(aNeed("paint").by("acme").of(1_000))
                .with(anOffer("cake").by("bona").of(617))
                .with(aNeed("wood").by("bona").of(617))
                .with(anOffer("paint").by("coco").of(900))
                .with(aNeed("wood").by("coco").of(900)));

    var chosen = candidates.list().stream().filter(each -> each.cycle() == 0).limit(1).toList();
    var more = candidates.withLeftovers(chosen);

    assertThat(more.list()).hasSize(candidates.list().size() + 1);
    assertThat(quantities(more.list().get(more.list().size() - 1))).containsExactly(383L, 383L);
  }

  @Test
  void whatWasFoundOtherwiseIsNoneOfTheHighest() {
    var graph = MarketGraph.of(Markets.generated(12, 5, 3, 1));
    var all = Candidates.find(graph, Limits.standard(), () -> false);
    var swaps = Candidates.find(graph, Limits.standard().withCycleLengthMax(2), () -> false);

    var more = swaps.with(all.list());

    assertThat(more.count().cycles()).isEqualTo(all.count().cycles());
    assertThat(swaps.highest()).hasSizeLessThan(all.highest().size());
    assertThat(more.highest()).isEqualTo(swaps.highest());
    assertThat(more.withLeftovers(List.of()).highest()).isEqualTo(swaps.highest());
  }

  @Test
  void saysWhenSomeWereLeftOut() {
    var graph = MarketGraph.of(Markets.generated(30, 4, 3, 1));
    var limits = Limits.standard().withCandidatesMax(50);

    var candidates = Candidates.find(graph, limits, () -> false);

    assertThat(candidates.count().cut()).isTrue();
    assertThat(candidates.list()).hasSizeLessThanOrEqualTo(50);
  }

  private static List<Long> quantities(Candidate candidate) {
    return candidate.lots().stream().map(Lot::quantity).toList();
  }
}
