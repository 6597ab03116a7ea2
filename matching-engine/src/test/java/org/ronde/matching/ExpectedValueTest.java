package org.ronde.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.matching.Markets.aCompany;
import static org.ronde.matching.Markets.aMarket;
import static org.ronde.matching.Markets.aNeed;
import static org.ronde.matching.Markets.anOffer;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.packing.PackingChecker;
import org.ronde.matching.planner.PlannerMatcher;

/** What the chance of a no changes, and what it must not. */
class ExpectedValueTest {
  private final Matcher matcher = new PlannerMatcher(InstantSource.system());
  private final Limits limits = Limits.standard().withStepsMax(300);

  private Packing match(Market market) {
    return matcher.match(market, limits, Progress.none());
  }

  /** Acme's only wood goes round with Bona, or in a ring with Coco and Dodo that is worth more. */
  private static Markets.MarketTold aSwapOrARing() {
    return aMarket()
        .with(anOffer("wood").by("acme").worth(300))
        .with(aNeed("cake").by("acme").upTo(300))
        .with(aNeed("paint").by("acme").upTo(320))
        .with(anOffer("cake").by("bona").worth(300))
        .with(aNeed("wood").by("bona").upTo(300))
        .with(anOffer("nail").by("coco").worth(300))
        .with(aNeed("wood").by("coco").upTo(320))
        .with(anOffer("paint").by("dodo").worth(300))
        .with(aNeed("nail").by("dodo").upTo(320));
  }

  /** Acme's only wood goes to Bona or, at this reference, to Coco. */
  private static Markets.MarketTold aChoiceOfTwoSwaps(long reference) {
    return aMarket()
        .with(anOffer("wood").by("acme").worth(300))
        .with(aNeed("cake").by("acme").upTo(300))
        .with(aNeed("wine").by("acme").upTo(reference))
        .with(anOffer("cake").by("bona").worth(300))
        .with(aNeed("wood").by("bona").upTo(300))
        .with(anOffer("wine").by("coco").worth(300))
        .with(aNeed("wood").by("coco").upTo(reference));
  }

  private static List<List<String>> companiesOf(Packing packing) {
    return packing.cycles().stream().map(cycle -> List.copyOf(cycle.companies())).toList();
  }

  @Test
  void aLongerCycleServesMoreWhenAllSayYes() {
    var packing = match(aSwapOrARing().told());

    assertThat(companiesOf(packing)).containsExactly(List.of("acme", "coco", "dodo"));
    assertThat(packing.expectedCents()).isEqualTo(packing.countedCents()).isEqualTo(96_000);
  }

  @Test
  void aLikelySwapBeatsALongCycleOfUnlikelyCompanies() {
    var packing =
        match(
            aSwapOrARing()
                .with(aCompany("coco").remembered(60, 0, 0))
                .with(aCompany("dodo").remembered(60, 0, 0))
                .told());

    assertThat(companiesOf(packing)).containsExactly(List.of("acme", "bona"));
    assertThat(packing.expectedCents()).isEqualTo(60_000);
    assertThat(packing.status()).isEqualTo(Status.OPTIMAL);
  }

  @Test
  void aCycleThatIsLikelyEnoughStillServesMore() {
    var packing =
        match(
            aSwapOrARing()
                .with(aCompany("coco").remembered(90, 0, 0))
                .with(aCompany("dodo").remembered(90, 0, 0))
                .told());

    assertThat(companiesOf(packing)).containsExactly(List.of("acme", "coco", "dodo"));
    assertThat(packing.countedCents()).isEqualTo(96_000);
    assertThat(packing.expectedCents()).isEqualTo(3 * 25_920);
    assertThat(packing.expectedBoundCents()).isEqualTo(packing.expectedCents());
  }

  @Test
  void anUnlikelyCycleIsStillProposedWhenThereIsNoOther() {
    var packing =
        match(
            aMarket()
                .swapping("acme", "wood", 300, "cake")
                .swapping("bona", "cake", 300, "wood")
                .with(aCompany("bona").remembered(3, 0, 0))
                .told());

    assertThat(packing.cycles()).hasSize(1);
    assertThat(packing.score().count(ScoreRule.COMPANY_IN_DOUBT)).isEqualTo(20);
  }

  @Test
  void betweenEquallyLikelyOnesExpectedValueDecides() {
    var likelier = aCompany("bona").remembered(90, 0, 0);
    var dearer = aCompany("coco").remembered(88, 0, 0);

    var little = match(aChoiceOfTwoSwaps(305).with(likelier).with(dearer).told());
    var enough = match(aChoiceOfTwoSwaps(310).with(likelier).with(dearer).told());

    assertThat(companiesOf(little)).containsExactly(List.of("acme", "bona"));
    assertThat(companiesOf(enough)).containsExactly(List.of("acme", "coco"));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingIsInDoubtWhereAllSayYes(int seed) {
    var market = Markets.generated(8 + seed, 4 + seed % 5, 2 + seed % 3, seed);

    var packing = match(market);

    assertThat(match(Histories.doubting(market, 100, seed))).isEqualTo(packing);
    assertThat(packing.score().count(ScoreRule.COMPANY_IN_DOUBT)).isZero();
    assertThat(packing.score().count(ScoreRule.VALUE_IN_DOUBT)).isZero();
    assertThat(packing.expectedCents()).isEqualTo(packing.countedCents());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everyPackingIsSoundAndBelowItsBound(int seed) {
    var plain = Markets.generated(8 + 2 * seed, 4 + seed % 5, 2 + seed % 3, seed);
    var market = Histories.doubting(plain, 20 + 5 * seed, seed);

    var packing = match(market);

    assertThat(packing.cycles()).isNotEmpty();
    assertThat(PackingChecker.faults(market, limits, packing)).isEmpty();
    assertThat(packing.expectedCents()).isLessThan(packing.countedCents());
    assertThat(match(Markets.shuffled(market, seed))).isEqualTo(packing);
    if (packing.status() == Status.OPTIMAL) {
      assertThat(packing.expectedBoundCents()).isEqualTo(packing.expectedCents());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void otherNamesKeepTheScoreOfAProvedPacking(int seed) {
    var market = Histories.doubting(Markets.generated(10, 5, 2, seed), 40, seed);

    var packing = match(market);

    var other = match(Renamed.of(market, seed));
    assertThat(packing.status()).isEqualTo(Status.OPTIMAL);
    assertThat(other.status()).isEqualTo(Status.OPTIMAL);
    assertThat(other.score()).isEqualByComparingTo(packing.score());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void aLikelierYesNeverWorsensAProvedPacking(int seed) {
    var doubting = Histories.doubting(Markets.generated(10, 5, 2, seed), 40, seed);

    var packing = match(doubting);

    var surer = match(Histories.doubting(doubting, 100, seed));
    assertThat(packing.status()).isEqualTo(Status.OPTIMAL);
    assertThat(surer.score()).isGreaterThanOrEqualTo(packing.score());
  }
}
