package org.ronde.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.ronde.matching.Markets.DAY;
import static org.ronde.matching.Markets.aCompany;
import static org.ronde.matching.Markets.aMarket;
import static org.ronde.matching.Markets.aNeed;
import static org.ronde.matching.Markets.anOffer;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ronde.matching.packing.PackingChecker;
import org.ronde.matching.planner.PlannerMatcher;

class ScenariosTest {
  private final Matcher matcher = new PlannerMatcher(InstantSource.system());
  private Limits limits = Limits.standard();
  private Market market = aMarket().told();

  private Packing match(Markets.MarketTold told) {
    market = told.told();
    return matcher.match(market, limits, Progress.none());
  }

  /** Acme's wood for Bona's cake, worth so many euros. */
  private static Markets.MarketTold aSwap(long wood, long cake) {
    return aMarket().swapping("acme", "wood", wood, "cake").swapping("bona", "cake", cake, "wood");
  }

  /** Three companies of which no two could swap, each giving something worth 300 euros. */
  private static Markets.MarketTold aRing() {
    return aMarket()
        .swapping("acme", "wood", 300, "paint")
        .swapping("bona", "cake", 300, "wood")
        .swapping("coco", "paint", 300, "cake");
  }

  @AfterEach
  void theCheckerAgreesWithEveryScenario() {
    assertThat(
            PackingChecker.faults(market, limits, matcher.match(market, limits, Progress.none())))
        .isEmpty();
  }

  @Test
  void findsNothingInAnEmptyMarket() {
    var packing = match(aMarket());

    assertThat(packing.cycles()).isEmpty();
    assertThat(packing.status()).isEqualTo(Status.OPTIMAL);
    assertThat(packing.boundCents()).isZero();
  }

  @Test
  void letsTwoCompaniesSwap() {
    var packing = match(aSwap(300, 300));

    assertThat(packing.cycles())
        .containsExactly(
            new Cycle(
                List.of(
                    new Leg("wood by acme", "wood for bona", "acme", "bona", 1, 30_000),
                    new Leg("cake by bona", "cake for acme", "bona", "acme", 1, 30_000)),
                List.of()));
    assertThat(packing.valueCents()).isEqualTo(60_000);
    assertThat(packing.status()).isEqualTo(Status.OPTIMAL);
  }

  @Test
  void findsTheCycleThatNoPairCouldMake() {
    var packing = match(aRing());

    assertThat(companiesOf(packing)).containsExactly(List.of("acme", "bona", "coco"));
  }

  @Test
  void serveMoreCompaniesBeforeMoreValue() {
    var packing =
        match(
            aSwap(9_000, 9_000)
                .with(aNeed("roof").by("acme"))
                .with(anOffer("tile").by("acme").worth(10))
                .with(anOffer("roof").by("coco").worth(10))
                .with(aNeed("tile").by("coco"))
                .with(anOffer("nail").by("bona").worth(10))
                .with(aNeed("pipe").by("bona"))
                .swapping("dodo", "pipe", 10, "nail"));

    assertThat(packing.score().count(ScoreRule.COMPANY_SERVED)).isEqualTo(4);
    assertThat(packing.cycles()).hasSize(3);
  }

  @Test
  void aCompanySetsItsOwnLongestCycle() {
    var packing = match(aRing().with(aCompany("bona").cyclesUpTo(2)));

    assertThat(packing.cycles()).isEmpty();
  }

  @Test
  void theRunSetsTheLongestCycleForAll() {
    limits = limits.withCycleLengthMax(2);

    var packing = match(aRing());

    assertThat(packing.cycles()).isEmpty();
  }

  @Test
  void toleratesADifferenceWithoutPayment() {
    var packing =
        match(
            aSwap(300, 310)
                .with(aCompany("acme").tolerating(10))
                .with(aCompany("bona").tolerating(10)));

    assertThat(packing.cycles()).hasSize(1);
    assertThat(packing.cycles().get(0).topUps()).isEmpty();
  }

  @Test
  void settlesADifferenceByATopUpWithinBothBounds() {
    var packing =
        match(aSwap(300, 350).with(aCompany("acme").paying(50)).with(aCompany("bona").taking(50)));

    assertThat(packing.cycles().get(0).topUps()).containsExactly(new TopUp("acme", "bona", 5_000));
  }

  @Test
  void leavesACycleWhoseTopUpNobodyWouldPay() {
    var packing =
        match(aSwap(300, 350).with(aCompany("acme").paying(49)).with(aCompany("bona").taking(50)));

    assertThat(packing.cycles()).isEmpty();
  }

  @Test
  void leavesACycleWhoseTopUpNobodyWouldTake() {
    var packing =
        match(aSwap(300, 350).with(aCompany("acme").paying(50)).with(aCompany("bona").taking(49)));

    assertThat(packing.cycles()).isEmpty();
  }

  @Test
  void evensQuantitiesOut() {
    var packing =
        match(
            aMarket()
                .with(anOffer("wood").by("acme").of(100).inStepsOf(10).worth(3))
                .with(aNeed("cake").by("acme").of(20))
                .with(anOffer("cake").by("bona").of(20).worth(15))
                .with(aNeed("wood").by("bona").of(80)));

    assertThat(packing.cycles().get(0).legs())
        .extracting(Leg::quantity, Leg::valueCents)
        .containsExactly(tuple(80L, 24_000L), tuple(16L, 24_000L));
  }

  @Test
  void sharesOneOfferAmongSeveralCycles() {
    var packing =
        match(
            aMarket()
                .with(anOffer("wood").by("acme").of(10).worth(30))
                .with(aNeed("cake").by("acme").of(1))
                .with(aNeed("paint").by("acme").of(1))
                .with(anOffer("cake").by("bona").worth(120))
                .with(aNeed("wood").by("bona").of(4))
                .with(anOffer("paint").by("coco").worth(180))
                .with(aNeed("wood").by("coco").of(6)));

    assertThat(companiesOf(packing))
        .containsExactlyInAnyOrder(List.of("acme", "bona"), List.of("acme", "coco"));
  }

  @Test
  void splitsAnOfferThatBothWouldTakeWhole() {
    var packing =
        match(
            aMarket()
                .with(anOffer("wood").by("acme").of(10).worth(30))
                .with(aNeed("cake").by("acme").of(10))
                .with(aNeed("paint").by("acme").of(10))
                .with(anOffer("cake").by("bona").of(10).worth(30))
                .with(aNeed("wood").by("bona").of(10))
                .with(anOffer("paint").by("coco").of(10).worth(30))
                .with(aNeed("wood").by("coco").of(10)));

    assertThat(packing.score().count(ScoreRule.COMPANY_SERVED)).isEqualTo(3);
    assertThat(packing.valueCents()).isEqualTo(60_000);
  }

  @Test
  void meetsAtMostOneNeedOfAGroup() {
    var packing =
        match(
            aMarket()
                .with(anOffer("wood").by("acme").of(2).worth(100))
                .with(aNeed("cake").by("acme").oneOf("party"))
                .with(aNeed("wine").by("acme").oneOf("party"))
                .swapping("bona", "cake", 100, "wood")
                .swapping("coco", "wine", 100, "wood"));

    assertThat(packing.cycles()).hasSize(1);
  }

  @Test
  void keepsApartThoseWhoExcludeEachOther() {
    var packing = match(aSwap(300, 300).with(aCompany("acme").excluding("bona")));

    assertThat(packing.cycles()).isEmpty();
  }

  @Test
  void keepsApartThoseWhoExcludeEachOtherWhereverTheyStandInTheRing() {
    var ring =
        aMarket()
            .swapping("acme", "wood", 300, "tea")
            .swapping("bona", "cake", 300, "wood")
            .swapping("coco", "wine", 300, "cake")
            .swapping("dodo", "tea", 300, "wine");

    var together = match(ring);
    var apart = match(ring.with(aCompany("coco").excluding("acme")));

    assertThat(companiesOf(together)).containsExactly(List.of("acme", "bona", "coco", "dodo"));
    assertThat(apart.cycles()).isEmpty();
    assertThat(apart.arcs()).isEqualTo(together.arcs());
  }

  @Test
  void respectsANever() {
    var packing = match(aSwap(300, 300).saying("acme", Verdict.NEVER, "cake by bona"));

    assertThat(packing.cycles()).isEmpty();
    assertThat(packing.arcs()).isEqualTo(new ArcCounts(0, 1, 1));
  }

  @Test
  void prefersAnExplicitYes() {
    var packing =
        match(
            aSwap(300, 300)
                .swapping("coco", "cake", 300, "wood")
                .saying("acme", Verdict.WOULD_TAKE, "cake by coco"));

    assertThat(companiesOf(packing)).containsExactly(List.of("acme", "coco"));
  }

  @Test
  void prefersSwapsToAPlanToOrder() {
    var packing =
        match(aRing().with(aCompany("coco").free()).swapping("dodo", "paint", 300, "cake"));

    assertThat(companiesOf(packing)).containsExactly(List.of("acme", "bona", "dodo"));
    assertThat(packing.planCost()).isEqualTo(new PlanCost(0, 0, 0));
  }

  @Test
  void saysWhatPlansCost() {
    var packing = match(aRing().with(aCompany("coco").free()).with(aCompany("bona").free()));

    assertThat(packing.planCost()).isEqualTo(new PlanCost(1, 2, 90_000));
  }

  @Test
  void aFreeCompanySwapsWithoutAPlan() {
    var packing =
        match(aSwap(300, 300).with(aCompany("acme").free()).with(aCompany("bona").free()));

    assertThat(packing.planCost()).isEqualTo(new PlanCost(0, 0, 0));
    assertThat(packing.score().count(ScoreRule.PLAN_TO_ORDER)).isZero();
  }

  @Test
  void needsTheConsentOfBothReaches() {
    var lyon = new Place("FR", "84", "69");
    var paris = new Place("FR", "11", "75");

    var packing =
        match(
            aMarket()
                .with(anOffer("wood").by("acme").at(lyon, Reach.COUNTRY))
                .with(aNeed("cake").by("acme").at(lyon, Reach.COUNTRY))
                .with(anOffer("cake").by("bona").at(paris, Reach.COUNTRY))
                .with(aNeed("wood").by("bona").at(paris, Reach.REGION)));

    assertThat(packing.cycles()).isEmpty();
    assertThat(packing.arcs().usable()).isEqualTo(1);
  }

  @Test
  void forgetsWhatIsOver() {
    var packing =
        match(
            aMarket()
                .with(anOffer("wood").by("acme").until(DAY.minusDays(1)))
                .with(aNeed("cake").by("acme"))
                .with(anOffer("cake").by("bona").until(DAY))
                .with(aNeed("wood").by("bona")));

    assertThat(packing.cycles()).isEmpty();
    assertThat(packing.arcs().usable()).isEqualTo(1);
  }

  @Test
  void refusesWhatIsTooDear() {
    var packing =
        match(
            aMarket()
                .with(anOffer("wood").by("acme").worth(300))
                .with(aNeed("cake").by("acme"))
                .with(anOffer("cake").by("bona").worth(300))
                .with(aNeed("wood").by("bona").upTo(299)));

    assertThat(packing.cycles()).isEmpty();
  }

  @Test
  void neverMixesUnits() {
    var packing =
        match(
            aMarket()
                .with(anOffer("wood").by("acme").countedIn("kg"))
                .with(aNeed("cake").by("acme"))
                .with(anOffer("cake").by("bona"))
                .with(aNeed("wood").by("bona").countedIn("m3")));

    assertThat(packing.arcs().usable()).isEqualTo(1);
  }

  private static List<List<String>> companiesOf(Packing packing) {
    return packing.cycles().stream().map(Cycle::companies).toList();
  }
}
