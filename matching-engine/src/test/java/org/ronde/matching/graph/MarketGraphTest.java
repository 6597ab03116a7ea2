package org.ronde.matching.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.ronde.matching.Markets.aCompany;
import static org.ronde.matching.Markets.aMarket;
import static org.ronde.matching.Markets.aNeed;
import static org.ronde.matching.Markets.anOffer;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronde.matching.Arc;
import org.ronde.matching.ArcCounts;
import org.ronde.matching.ArcKind;
import org.ronde.matching.Markets;
import org.ronde.matching.Verdict;

class MarketGraphTest {
  @Test
  void listsEachArcWithWhatTheReceiverSaid() {
    var market =
        aMarket()
            .with(anOffer("wood").by("acme"))
            .with(anOffer("wood").by("bona"))
            .with(anOffer("wood").by("coco"))
            .with(aNeed("wood").by("dodo"))
            .saying("dodo", Verdict.WOULD_TAKE, "wood by bona")
            .saying("dodo", Verdict.NEVER, "wood by coco")
            .told();

    var graph = MarketGraph.of(market);

    assertThat(graph.allArcs())
        .containsExactly(
            new Arc("wood by acme", "wood for dodo", ArcKind.ASK),
            new Arc("wood by bona", "wood for dodo", ArcKind.WOULD_TAKE),
            new Arc("wood by coco", "wood for dodo", ArcKind.NEVER));
    assertThat(graph.arcs()).hasSize(2);
    assertThat(graph.counts()).isEqualTo(new ArcCounts(1, 1, 1));
  }

  @Test
  void whoStandsInNoCycleHasArcsToLookAtAndNoneToUse() {
    var market =
        aMarket()
            .with(aCompany("acme").opening(0))
            .swapping("acme", "wood", 100, "cake")
            .swapping("bona", "cake", 100, "wood")
            .swapping("coco", "cake", 100, "wood")
            .saying("acme", Verdict.WOULD_TAKE, "cake by bona")
            .saying("acme", Verdict.NEVER, "cake by coco")
            .told();

    var graph = MarketGraph.of(market);

    assertThat(graph.arcs()).isEmpty();
    assertThat(graph.counts()).isEqualTo(new ArcCounts(0, 0, 1));
    assertThat(graph.allArcs())
        .containsExactly(
            new Arc("cake by bona", "cake for acme", ArcKind.WOULD_TAKE),
            new Arc("cake by coco", "cake for acme", ArcKind.NEVER),
            new Arc("wood by acme", "wood for bona", ArcKind.ASK),
            new Arc("wood by acme", "wood for coco", ArcKind.ASK));
  }

  @Test
  void aCompanyNeverMeetsItself() {
    var market = aMarket().swapping("acme", "wood", 100, "wood").told();

    assertThat(MarketGraph.of(market).allArcs()).isEmpty();
  }

  @Test
  void meetsWhereThePriceIsTheMostThatIsPaid() {
    var market =
        aMarket()
            .with(anOffer("wood").by("acme").worth(150))
            .with(anOffer("wood").by("bona").worth(151))
            .with(aNeed("wood").by("coco").upTo(150))
            .told();

    assertThat(MarketGraph.of(market).allArcs())
        .containsExactly(new Arc("wood by acme", "wood for coco", ArcKind.ASK));
  }

  @Test
  void needsAQuantityThatSuitsBothSteps() {
    var market =
        aMarket()
            .with(anOffer("wood").by("acme").of(20).inStepsOf(4))
            .with(aNeed("wood").by("bona").of(11).inStepsOf(3))
            .with(aNeed("wood").by("coco").of(12).inStepsOf(6))
            .told();

    assertThat(MarketGraph.of(market).arcs()).extracting(GraphArc::step).containsExactly(12L);
  }

  @Test
  void countsAtTheLowerMedianOfWhatOthersAsk() {
    var market =
        aMarket()
            .with(anOffer("wood").by("acme").worth(500))
            .with(anOffer("wood").by("bona").worth(100))
            .with(anOffer("wood").by("coco").worth(200))
            .with(anOffer("wood").by("dodo").worth(400))
            .with(aNeed("wood").by("eden"))
            .told();

    assertThat(referencesOf(MarketGraph.of(market)))
        .containsExactly(20_000L, 40_000L, 40_000L, 20_000L);
  }

  @Test
  void countsNoMoreThanTheReceiverWouldPay() {
    var market =
        aMarket()
            .with(anOffer("wood").by("acme").worth(100))
            .with(anOffer("wood").by("bona").worth(900))
            .with(aNeed("wood").by("coco").upTo(150))
            .told();

    assertThat(referencesOf(MarketGraph.of(market))).containsExactly(15_000L);
  }

  @Test
  void countsWhatTheReceiverWouldPayWhenNobodyElseOffers() {
    var market =
        aMarket()
            .with(anOffer("wood").by("acme").worth(100))
            .with(anOffer("wood").by("acme").worth(50).named("more wood"))
            .with(aNeed("wood").by("coco").upTo(150))
            .told();

    assertThat(referencesOf(MarketGraph.of(market))).containsExactly(15_000L, 15_000L);
  }

  @Test
  void noPriceOfOnesOwnIsPartOfOnesReference() {
    for (int euros = 1; euros < 1_000; euros += 37) {
      var market =
          aMarket()
              .with(anOffer("wood").by("acme").worth(euros))
              .with(anOffer("wood").by("bona").worth(300))
              .with(aNeed("wood").by("coco"))
              .told();

      assertThat(referencesOf(MarketGraph.of(market)).get(0)).isEqualTo(30_000L);
    }
  }

  @Test
  void toldInAnotherOrderIsTheSameGraph() {
    var market = Markets.generated(20, 5, 3, 4);

    assertThat(MarketGraph.of(Markets.shuffled(market, 9)).arcs())
        .isEqualTo(MarketGraph.of(market).arcs());
  }

  @Test
  void refusesArrowsOutOfOrder() {
    var arrows = List.of(new Digraph.Arrow(1, 0), new Digraph.Arrow(0, 1));

    assertThatIllegalArgumentException().isThrownBy(() -> new Digraph(2, arrows));
  }

  private static List<Long> referencesOf(MarketGraph graph) {
    return graph.arcs().stream().map(GraphArc::referenceCents).toList();
  }
}
