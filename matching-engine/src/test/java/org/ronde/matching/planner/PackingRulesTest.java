package org.ronde.matching.planner;

import static org.ronde.matching.Markets.aCompany;
import static org.ronde.matching.Markets.aMarket;
import static org.ronde.matching.Markets.aNeed;
import static org.ronde.matching.Markets.anOffer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.optaplanner.test.api.score.stream.ConstraintVerifier;
import org.ronde.matching.Limits;
import org.ronde.matching.Markets;
import org.ronde.matching.Place;
import org.ronde.matching.Reach;
import org.ronde.matching.Verdict;
import org.ronde.matching.cycles.Candidates;
import org.ronde.matching.graph.MarketGraph;
import org.ronde.matching.packing.MarketProblem;

/** Each rule alone: what it counts, before its weight. */
class PackingRulesTest {
  private final ConstraintVerifier<PackingRules, ChoicePlan> rules =
      ConstraintVerifier.build(new PackingRules(), ChoicePlan.class, Choice.class);

  /** Every candidate of the market as a choice, all of them taken. */
  private static Object[] allTaken(Markets.MarketTold told) {
    return taken(told, -1);
  }

  private static Object[] taken(Markets.MarketTold told, int only) {
    var graph = MarketGraph.of(told.told());
    var candidates = Candidates.find(graph, Limits.standard(), () -> false).list();
    var problem = MarketProblem.of(graph, candidates);
    return IntStream.range(0, candidates.size())
        .mapToObj(i -> new Choice(graph, problem, i, candidates.get(i), only < 0 || only == i))
        .toArray();
  }

  /** Bona and Coco both want Acme's only piece of wood. */
  private static Markets.MarketTold oneForTwo() {
    return aMarket()
        .swapping("acme", "wood", 100, "cake")
        .with(aNeed("wine").by("acme"))
        .swapping("bona", "cake", 100, "wood")
        .swapping("coco", "wine", 100, "wood");
  }

  /** Acme could swap with each of three others. */
  private static Markets.MarketTold threeForAcme() {
    return aMarket()
        .swapping("acme", "wood", 100, "cake")
        .swapping("acme", "iron", 100, "wine")
        .swapping("acme", "sand", 100, "milk")
        .swapping("bona", "cake", 100, "wood")
        .swapping("coco", "wine", 100, "iron")
        .swapping("dodo", "milk", 100, "sand");
  }

  private static Markets.MarketTold ringOfThree() {
    return aMarket()
        .swapping("acme", "wood", 100, "wine")
        .swapping("bona", "cake", 100, "wood")
        .swapping("coco", "wine", 100, "cake");
  }

  @Test
  void anOfferIsNotGivenTwice() {
    rules.verifyThat(PackingRules::offerOverused).given(allTaken(oneForTwo())).penalizesBy(1);
    rules.verifyThat(PackingRules::offerOverused).given(taken(oneForTwo(), 0)).penalizesBy(0);
  }

  @Test
  void aNeedIsNotMetTwice() {
    var market =
        aMarket()
            .with(anOffer("wood").by("acme").of(2))
            .with(aNeed("cake").by("acme"))
            .swapping("bona", "cake", 100, "wood")
            .swapping("coco", "cake", 100, "wood");

    rules.verifyThat(PackingRules::needOverused).given(allTaken(market)).penalizesBy(1);
    rules.verifyThat(PackingRules::needOverused).given(taken(market, 1)).penalizesBy(0);
  }

  @Test
  void aGroupIsMetOnce() {
    var market =
        aMarket()
            .with(anOffer("wood").by("acme").of(2))
            .with(aNeed("cake").by("acme").oneOf("party"))
            .with(aNeed("wine").by("acme").oneOf("party"))
            .swapping("bona", "cake", 100, "wood")
            .swapping("coco", "wine", 100, "wood");

    rules.verifyThat(PackingRules::groupUsedTwice).given(allTaken(market)).penalizesBy(1);
    rules.verifyThat(PackingRules::groupUsedTwice).given(taken(market, 0)).penalizesBy(0);
  }

  @Test
  void aCycleIsTakenAtOneLevel() {
    var market =
        aMarket()
            .with(anOffer("wood").by("acme").of(2))
            .with(aNeed("cake").by("acme").of(2))
            .with(anOffer("cake").by("bona").of(2))
            .with(aNeed("wood").by("bona").of(2))
            .with(anOffer("cake").by("coco").of(2))
            .with(aNeed("wood").by("coco").of(2));

    rules.verifyThat(PackingRules::cycleUsedTwice).given(allTaken(market)).penalizesBy(2);
    rules.verifyThat(PackingRules::cycleUsedTwice).given(taken(market, 0)).penalizesBy(0);
  }

  @Test
  void aCompanyStandsInNoMoreCyclesThanItAllows() {
    var market = threeForAcme().with(aCompany("acme").opening(1));

    rules.verifyThat(PackingRules::companyOverbooked).given(allTaken(market)).penalizesBy(2);
    rules.verifyThat(PackingRules::companyOverbooked).given(taken(market, 1)).penalizesBy(0);
    rules
        .verifyThat(PackingRules::companyOverbooked)
        .given(allTaken(threeForAcme().with(aCompany("acme").opening(3))))
        .penalizesBy(0);
  }

  @Test
  void aCompanyCountsOnceHoweverOftenItIsServed() {
    rules.verifyThat(PackingRules::companyServed).given(allTaken(oneForTwo())).rewardsWith(3);
    rules.verifyThat(PackingRules::companyServed).given(taken(oneForTwo(), 0)).rewardsWith(2);
  }

  @Test
  void aCompanyCountsAsFarAsItIsLikelyToBeServed() {
    var market = oneForTwo().with(aCompany("coco").remembered(70, 0, 0));

    rules.verifyThat(PackingRules::companyInDoubt).given(taken(market, 0)).penalizesBy(0);
    rules.verifyThat(PackingRules::companyInDoubt).given(taken(market, 1)).penalizesBy(3 + 3);
    rules.verifyThat(PackingRules::companyInDoubt).given(allTaken(market)).penalizesBy(3);
  }

  @Test
  void chancesOfSeveralCyclesAddUpToOneAtMost() {
    var market = oneForTwo().with(aCompany("acme").remembered(70, 0, 0));

    rules.verifyThat(PackingRules::companyInDoubt).given(allTaken(market)).penalizesBy(3 + 3);
  }

  @Test
  void valueCountsAtReference() {
    rules
        .verifyThat(PackingRules::countedValue)
        .given(allTaken(ringOfThree().with(anOffer("wood").by("dodo").worth(40))))
        .rewardsWith(12_000);
  }

  @Test
  void theChanceOfANoTakesValueAway() {
    var market =
        ringOfThree()
            .with(anOffer("wood").by("dodo").worth(40))
            .with(aCompany("acme").remembered(50, 0, 0))
            .with(aCompany("coco").remembered(90, 0, 0));

    rules
        .verifyThat(PackingRules::valueInDoubt)
        .given(allTaken(market))
        .penalizesBy(12_000 - 5_400);
    rules.verifyThat(PackingRules::valueInDoubt).given(allTaken(ringOfThree())).penalizesBy(0);
  }

  @Test
  void anExplicitYesCountsForItsLeg() {
    var market =
        ringOfThree()
            .with(anOffer("wood").by("dodo").worth(40))
            .saying("acme", Verdict.WOULD_TAKE, "wine by coco");

    rules.verifyThat(PackingRules::wouldTake).given(allTaken(market)).rewardsWith(4_000);
  }

  @Test
  void anExplicitYesCountsAsFarAsTheOthersAreLikelyToSayYes() {
    var market =
        ringOfThree()
            .with(anOffer("wood").by("dodo").worth(40))
            .with(aCompany("bona").remembered(50, 0, 0))
            .saying("acme", Verdict.WOULD_TAKE, "wine by coco");

    rules.verifyThat(PackingRules::wouldTake).given(allTaken(market)).rewardsWith(2_000);
  }

  @Test
  void aTopUpCountsAgainst() {
    var market =
        aMarket()
            .with(aCompany("acme").paying(50))
            .with(aCompany("bona").taking(50))
            .swapping("acme", "wood", 300, "cake")
            .swapping("bona", "cake", 350, "wood");

    rules.verifyThat(PackingRules::topUpMoved).given(allTaken(market)).penalizesBy(5_000);
  }

  @Test
  void lengthCountsAgainst() {
    rules.verifyThat(PackingRules::longCycle).given(allTaken(ringOfThree())).penalizesBy(1);
    rules.verifyThat(PackingRules::longCycle).given(taken(oneForTwo(), 0)).penalizesBy(0);
  }

  @Test
  void aPlanToOrderCountsAgainst() {
    var free = new ArrayList<>(List.of("acme", "bona"));
    var market = ringOfThree();
    free.forEach(id -> market.with(aCompany(id).free()));

    rules.verifyThat(PackingRules::planToOrder).given(allTaken(market)).penalizesBy(2);
  }

  @Test
  void eachLegCountsItsDistance() {
    var market =
        aMarket()
            .with(anOffer("wood").by("acme").at(new Place("FR", "84", "69"), Reach.COUNTRY))
            .with(aNeed("wood").by("bona"))
            .with(anOffer("cake").by("bona").at(new Place("FR", "11", "92"), Reach.COUNTRY))
            .with(aNeed("cake").by("acme"));

    rules.verifyThat(PackingRules::distance).given(allTaken(market)).penalizesBy(3);
  }

  @Test
  void waitingCountsOnceForEachCompanyServedAndUpToAYear() {
    var market =
        oneForTwo()
            .with(aCompany("acme").remembered(100, 40, 0))
            .with(aCompany("bona").remembered(100, 400, 0))
            .with(aCompany("dodo").remembered(100, 90, 0));

    rules.verifyThat(PackingRules::waiting).given(allTaken(market)).rewardsWith(405);
    rules.verifyThat(PackingRules::waiting).given(taken(market, 1)).rewardsWith(40);
  }

  @Test
  void missedCyclesCountOnceForEachCompanyServedAndUpToFive() {
    var market =
        oneForTwo()
            .with(aCompany("acme").remembered(100, 0, 2))
            .with(aCompany("bona").remembered(100, 0, 9));

    rules.verifyThat(PackingRules::missedCycles).given(allTaken(market)).rewardsWith(7);
    rules.verifyThat(PackingRules::missedCycles).given(taken(market, 1)).rewardsWith(2);
  }
}
