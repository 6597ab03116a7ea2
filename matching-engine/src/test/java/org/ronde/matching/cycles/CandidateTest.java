package org.ronde.matching.cycles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.matching.Markets.aCompany;
import static org.ronde.matching.Markets.aMarket;
import static org.ronde.matching.Markets.aNeed;
import static org.ronde.matching.Markets.anOffer;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronde.matching.Limits;
import org.ronde.matching.Markets;
import org.ronde.matching.ScoreRule;
import org.ronde.matching.TopUp;
import org.ronde.matching.Verdict;
import org.ronde.matching.graph.MarketGraph;

class CandidateTest {
  private static Candidate only(Markets.MarketTold told) {
    var graph = MarketGraph.of(told.told());
    return Candidates.find(graph, Limits.standard(), () -> false).list().get(0);
  }

  private static Markets.MarketTold aSwap() {
    return aMarket().swapping("acme", "wood", 100, "cake").swapping("bona", "cake", 100, "wood");
  }

  @ParameterizedTest(name = "{0} % and {1} % are {2} tenths")
  @CsvSource({
    "100, 100, 10",
    "95, 100, 10",
    "94, 100, 9",
    "85, 100, 9",
    "84, 100, 8",
    "50, 50, 3",
    "50, 48, 2",
    "5, 100, 1",
    "4, 100, 0",
    "1, 1, 0"
  })
  void servesToTheNearestTenthOfItsChance(int one, int other, int tenths) {
    var candidate =
        only(
            aSwap()
                .with(aCompany("acme").remembered(one, 0, 0))
                .with(aCompany("bona").remembered(other, 0, 0)));

    assertThat(candidate.yesMillionths()).isEqualTo(100L * one * other);
    assertThat(candidate.servedTenths()).isEqualTo(tenths);
  }

  @Test
  void expectsOfEachLegWhatAllThreeLetExpect() {
    var candidate =
        only(
            aMarket()
                .with(aCompany("acme").remembered(50, 0, 0).free())
                .with(aCompany("bona").remembered(90, 0, 0).free())
                .with(aCompany("coco").remembered(70, 0, 0))
                .with(anOffer("wood").by("acme"))
                .with(aNeed("cake").by("acme").upTo(100))
                .with(anOffer("paint").by("bona"))
                .with(aNeed("wood").by("bona").upTo(100))
                .with(anOffer("cake").by("coco"))
                .with(aNeed("paint").by("coco").upTo(100))
                .saying("bona", Verdict.WOULD_TAKE, "wood by acme")
                .saying("coco", Verdict.WOULD_TAKE, "paint by bona"));

    assertThat(candidate.expectedCentsPerLeg()).isEqualTo(3_150);
    assertThat(candidate.expectedCents()).isEqualTo(9_450);
    assertThat(candidate.valueCents()).isEqualTo(30_000);
    assertThat(candidate.count(ScoreRule.COUNTED_VALUE)).isEqualTo(30_000);
    assertThat(candidate.count(ScoreRule.VALUE_IN_DOUBT)).isEqualTo(20_550);
    assertThat(candidate.count(ScoreRule.WOULD_TAKE)).isEqualTo(6_300);
    assertThat(candidate.count(ScoreRule.LONG_CYCLE)).isEqualTo(1);
    assertThat(candidate.count(ScoreRule.PLAN_TO_ORDER)).isEqualTo(2);
    assertThat(candidate.softPoints())
        .isEqualTo(10 * 30_000 - 10 * 20_550 + 6_300 - 1_000 - 2 * 5_000);
  }

  @Test
  void expectsToTheCentBelowHoweverMuchItCounts() {
    var told =
        aMarket()
            .with(aCompany("acme").remembered(33, 0, 0))
            .with(anOffer("wood").by("acme").worth(99_999_999))
            .with(aNeed("cake").by("acme").upTo(99_999_999))
            .with(anOffer("cake").by("bona").worth(99_999_999))
            .with(aNeed("wood").by("bona").upTo(99_999_999));

    assertThat(only(told).expectedCentsPerLeg()).isEqualTo(3_299_999_967L);
  }

  @Test
  void asksNoPlanForASwap() {
    var candidate = only(aSwap().with(aCompany("acme").free()).with(aCompany("bona").free()));

    assertThat(candidate.plansToOrder()).isZero();
    assertThat(candidate.count(ScoreRule.LONG_CYCLE)).isZero();
  }

  @Test
  void toldInTheMarketsWordsItPaysWhereItMust() {
    var graph =
        MarketGraph.of(
            aMarket()
                .with(aCompany("acme").paying(50).taking(50))
                .with(aCompany("bona").paying(50).taking(50))
                .swapping("acme", "wood", 130, "cake")
                .swapping("bona", "cake", 100, "wood")
                .told());

    var cycle = Candidates.find(graph, Limits.standard(), () -> false).list().get(0).toCycle(graph);

    assertThat(cycle.topUps()).isEqualTo(List.of(new TopUp("bona", "acme", 3_000)));
    assertThat(cycle.legs()).extracting("giverId").containsExactly("acme", "bona");
  }
}
