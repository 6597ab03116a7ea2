package org.ronde.matching.cycles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.matching.Markets.aCompany;
import static org.ronde.matching.Markets.aMarket;
import static org.ronde.matching.Markets.aNeed;
import static org.ronde.matching.Markets.anOffer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.CandidateCount;
import org.ronde.matching.Limits;
import org.ronde.matching.Markets;
import org.ronde.matching.ScoreRule;
import org.ronde.matching.graph.GraphArc;
import org.ronde.matching.graph.MarketGraph;
import org.ronde.matching.packing.GreedyPacker;
import org.ronde.matching.packing.MarketProblem;
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
  void looksAtLowerLevelsWhereOneListingAloneIsShared() {
    var offer =
        aMarket()
            .with(anOffer("wood").by("acme").of(4))
            .with(aNeed("cake").by("acme").of(4))
            .with(aNeed("paint").by("acme").of(4))
            .with(anOffer("cake").by("bona").of(4))
            .with(aNeed("wood").by("bona").of(4))
            .with(anOffer("paint").by("coco").of(4))
            .with(aNeed("wood").by("coco").of(4));
    var need =
        aMarket()
            .with(aNeed("wood").by("acme").of(4))
            .with(anOffer("cake").by("acme").of(4))
            .with(anOffer("paint").by("acme").of(4))
            .with(aNeed("cake").by("bona").of(4))
            .with(anOffer("wood").by("bona").of(4))
            .with(aNeed("paint").by("coco").of(4))
            .with(anOffer("wood").by("coco").of(4));

    assertThat(find(offer).count()).isEqualTo(new CandidateCount(2, 8, false));
    assertThat(find(need).count()).isEqualTo(new CandidateCount(2, 8, false));
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

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void whatIsAddedFitsBesideTheChoice(int seed) {
    var market = Markets.generated(14, 5, 3, seed);
    var graph = MarketGraph.of(market);
    var candidates = Candidates.find(graph, Limits.standard(), () -> false);
    var greedy = GreedyPacker.pack(MarketProblem.of(graph, candidates.list()));
    var chosen = greedy.stream().map(candidates.list()::get).toList();

    var more = candidates.withLeftovers(chosen);

    int known = candidates.list().size();
    assertThat(more.list().subList(0, known)).isEqualTo(candidates.list());
    assertThat(more.list()).doesNotHaveDuplicates();
    assertThat(more.count())
        .isEqualTo(new CandidateCount(candidates.count().cycles(), more.list().size(), false));
    for (var leftover : more.list().subList(known, more.list().size())) {
      var highest = candidates.list().get(leftover.cycle());
      assertThat(leftover.lots()).extracting(Lot::arc).isEqualTo(arcs(highest));
      assertThat(chosen).extracting(Candidate::cycle).doesNotContain(leftover.cycle());
      for (var lot : leftover.lots()) {
        long offered = lot.quantity() + taken(chosen, each -> each.offer() == lot.arc().offer());
        long needed = lot.quantity() + taken(chosen, each -> each.need() == lot.arc().need());
        assertThat(offered).isLessThanOrEqualTo(graph.offers().get(lot.arc().offer()).quantity());
        assertThat(needed).isLessThanOrEqualTo(graph.needs().get(lot.arc().need()).quantity());
      }
    }
  }

  private static long taken(List<Candidate> chosen, Predicate<GraphArc> from) {
    return chosen.stream()
        .flatMap(each -> each.lots().stream())
        .filter(lot -> from.test(lot.arc()))
        .mapToLong(Lot::quantity)
        .sum();
  }

  private static List<GraphArc> arcs(Candidate candidate) {
    return candidate.lots().stream().map(Lot::arc).toList();
  }

  @Test
  void knowsACycleWhereverItBeginsAndNumbersTheOthersAnew() {
    var graph =
        MarketGraph.of(
            aMarket()
                .with(anOffer("wood").by("acme").of(4))
                .with(aNeed("cake").by("acme").of(4))
                .with(anOffer("paint").by("bona").of(4))
                .with(aNeed("wood").by("bona").of(4))
                .with(anOffer("cake").by("coco").of(4))
                .with(aNeed("paint").by("coco").of(4))
                .with(anOffer("cake").by("dodo").of(4))
                .with(aNeed("wood").by("dodo").of(4))
                .told());
    var all = Candidates.find(graph, Limits.standard(), () -> false);
    var ring = all.highest().stream().filter(each -> each.length() == 3).findFirst();
    var swap = all.highest().stream().filter(each -> each.length() == 2).findFirst();
    var swaps = Candidates.find(graph, Limits.standard().withCycleLengthMax(2), () -> false);
    var turned = new ArrayList<>(ring.orElseThrow().lots());
    Collections.rotate(turned, 1);
    var less = swap.orElseThrow().lots().stream().map(lot -> new Lot(lot.arc(), 3, 0)).toList();
    var others =
        List.of(
            Candidate.of(graph, 99, turned),
            Candidate.of(graph, 98, List.of(less.get(1), less.get(0))),
            Candidate.of(graph, 97, swap.orElseThrow().lots()));

    var more = swaps.with(others);

    assertThat(swaps.list()).extracting(Candidate::cycle).containsExactly(0);
    assertThat(more.list()).extracting(Candidate::cycle).containsExactly(0, 1, 0);
    assertThat(more.list().get(1).lots()).isEqualTo(ring.orElseThrow().lots());
    assertThat(more.list().get(2).lots()).isEqualTo(less);
    assertThat(more.count()).isEqualTo(new CandidateCount(2, 3, false));
    assertThat(more.columnsOf(others)).containsExactly(1, 2, 0);
  }

  @Test
  void cutsNothingThatFitsExactly() {
    var graph = MarketGraph.of(Markets.generated(12, 5, 3, 2));
    var all = Candidates.find(graph, Limits.standard(), () -> false);
    int count = all.list().size();

    var exactly = Candidates.find(graph, Limits.standard().withCandidatesMax(count), () -> false);
    var fewer = Candidates.find(graph, Limits.standard().withCandidatesMax(count - 1), () -> false);

    assertThat(all.count()).isEqualTo(new CandidateCount(all.highest().size(), count, false));
    assertThat(exactly.list()).isEqualTo(all.list());
    assertThat(exactly.count().cut()).isFalse();
    assertThat(fewer.list()).hasSize(count - 1);
    assertThat(fewer.count().cut()).isTrue();
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
