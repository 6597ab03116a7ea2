package org.ronde.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.matching.Markets.aCompany;
import static org.ronde.matching.Markets.aMarket;
import static org.ronde.matching.Markets.aNeed;
import static org.ronde.matching.Markets.anOffer;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronde.matching.packing.PackingChecker;
import org.ronde.matching.planner.PlannerMatcher;

/** What a company's own limit of open cycles, its past and its place change. */
class CompaniesTest {
  private static final Limits LIMITS = Limits.standard();

  private static List<List<String>> companies(Markets.MarketTold told) {
    var market = told.told();
    var packing = new PlannerMatcher(InstantSource.system()).match(market, LIMITS, Progress.none());
    assertThat(packing.status()).isEqualTo(Status.OPTIMAL);
    assertThat(PackingChecker.faults(market, LIMITS, packing)).isEmpty();
    return packing.cycles().stream().map(Cycle::companies).toList();
  }

  /** Acme's wood for the cake of Bona, Coco and Dodo, who give the same for it. */
  private static Markets.MarketTold threeForOne() {
    return aMarket()
        .with(anOffer("wood").by("acme").of(3))
        .with(aNeed("cake").by("acme").of(3))
        .swapping("bona", "cake", 100, "wood")
        .swapping("coco", "cake", 100, "wood")
        .swapping("dodo", "cake", 100, "wood");
  }

  @Test
  void whoNamesNoLimitStandsInAsManyCyclesAsThereAre() {
    assertThat(companies(threeForOne())).hasSize(3);
  }

  @Test
  void standsInAsManyCyclesAsItAllows() {
    assertThat(companies(threeForOne().with(aCompany("acme").opening(2)))).hasSize(2);
    assertThat(companies(threeForOne().with(aCompany("acme").opening(1)))).hasSize(1);
  }

  @Test
  void whoAllowsNoneIsLeftAlone() {
    assertThat(companies(threeForOne().with(aCompany("acme").opening(0)))).isEmpty();
    assertThat(companies(threeForOne().with(aCompany("bona").opening(0))))
        .containsExactly(List.of("acme", "coco"), List.of("acme", "dodo"));
  }

  @Test
  void aLimitTurnsTwoSwapsIntoARing() {
    var market =
        aMarket()
            .with(aCompany("acme").opening(1))
            .swapping("acme", "wood", 100, "cake")
            .swapping("acme", "iron", 100, "wine")
            .swapping("bona", "cake", 100, "wood")
            .swapping("coco", "wine", 100, "iron")
            .with(aNeed("iron").by("bona"))
            .with(aNeed("cake").by("coco"));

    var packed = companies(market);

    assertThat(packed).hasSize(1);
    assertThat(packed.get(0)).containsExactlyInAnyOrder("acme", "bona", "coco");
  }

  /** Bona's cake or Coco's for Acme's one piece of wood. */
  private static Markets.MarketTold oneForTwo() {
    return aMarket()
        .swapping("acme", "wood", 100, "cake")
        .swapping("bona", "cake", 100, "wood")
        .swapping("coco", "cake", 100, "wood");
  }

  @Test
  void whoHasWaitedLongerGoesFirst() {
    var market = oneForTwo().with(aCompany("coco").remembered(100, 1, 0));

    assertThat(companies(oneForTwo())).containsExactly(List.of("acme", "bona"));
    assertThat(companies(market)).containsExactly(List.of("acme", "coco"));
  }

  @Test
  void whoMissedACycleThroughOthersGoesFirst() {
    var market =
        oneForTwo()
            .with(aCompany("bona").remembered(100, 99, 0))
            .with(aCompany("coco").remembered(100, 0, 1));

    assertThat(companies(market)).containsExactly(List.of("acme", "coco"));
  }

  @Test
  void theNearerOfTwoEqualsGoesFirst() {
    var lyon = new Place("FR", "84", "69");
    var market =
        aMarket()
            .swapping("acme", "wood", 100, "cake")
            .with(anOffer("cake").by("bona").at(lyon, Reach.COUNTRY))
            .with(aNeed("wood").by("bona").at(lyon, Reach.COUNTRY))
            .swapping("coco", "cake", 100, "wood");

    assertThat(companies(market)).containsExactly(List.of("acme", "coco"));
  }

  @Test
  void noPastOutweighsMoreThanAFewEuros() {
    var longest = aCompany("bona").remembered(100, 36_500, 1_000);

    assertThat(companies(cakeOrBread(100, 104))).containsExactly(List.of("acme", "coco"));
    assertThat(companies(cakeOrBread(100, 104).with(longest)))
        .containsExactly(List.of("acme", "bona"));
    assertThat(companies(cakeOrBread(100, 105).with(longest)))
        .containsExactly(List.of("acme", "coco"));
  }

  /** So many euros of Bona's cake or of Coco's bread for Acme's wood. */
  private static Markets.MarketTold cakeOrBread(long cake, long bread) {
    return aMarket()
        .with(anOffer("wood").by("acme").of(bread).worth(1))
        .with(aNeed("cake").by("acme").of(cake).upTo(1).oneOf("sweet"))
        .with(aNeed("bread").by("acme").of(bread).upTo(1).oneOf("sweet"))
        .with(anOffer("cake").by("bona").of(cake).worth(1))
        .with(aNeed("wood").by("bona").of(cake).upTo(1))
        .with(anOffer("bread").by("coco").of(bread).worth(1))
        .with(aNeed("wood").by("coco").of(bread).upTo(1));
  }
}
