package org.ronde.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.packing.PackingChecker;
import org.ronde.matching.planner.PlannerMatcher;

/** What holds for every market; the seed in a test's name tells the market that broke it. */
class PropertiesTest {
  private final Matcher matcher = new PlannerMatcher(InstantSource.system());
  private final Limits limits = Limits.standard().withStepsMax(300);

  private Packing match(Market market) {
    return matcher.match(market, limits, Progress.none());
  }

  private Packing matchWhole(Market market) {
    return matcher.match(market, limits.withStepsMax(5_000), Progress.none());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void everyPackingIsSound(int seed) {
    var market = Markets.generated(8 + seed, 4 + seed % 5, 2 + seed % 3, seed);

    var packing = match(market);

    assertThat(packing.cycles()).isNotEmpty();
    assertThat(PackingChecker.faults(market, limits, packing)).isEmpty();
    assertThat(packing.score().points(ScoreRule.Level.HARD)).isZero();
    assertThat(packing.stoppedByClock()).isFalse();
    if (packing.status() == Status.OPTIMAL) {
      assertThat(packing.boundCents()).isEqualTo(packing.valueCents());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3})
  void aLargerMarketIsSoundToo(int seed) {
    var market = Markets.generated(50, 12, 3, seed);

    var packing = match(market);

    assertThat(PackingChecker.faults(market, limits, packing)).isEmpty();
    assertThat(packing.cycles().size()).isGreaterThan(10);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4})
  void theOrderOfTheMarketsListsChangesNothing(int seed) {
    var market = Markets.generated(15 * seed, 8, 3, seed);

    var packing = match(market);

    assertThat(match(market)).isEqualTo(packing);
    assertThat(match(Markets.shuffled(market, seed))).isEqualTo(packing);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void longerCyclesNeverWorsenAProvedPacking(int seed) {
    var market = Markets.generated(10, 5, 2, seed);

    var cards = new ArrayList<ScoreCard>();
    for (int length = 2; length <= 5; length++) {
      var packing = matcher.match(market, limits.withCycleLengthMax(length), Progress.none());
      assertThat(packing.status()).isEqualTo(Status.OPTIMAL);
      cards.add(packing.score());
    }

    assertThat(cards).isSorted();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void anotherListingNeverWorsensAProvedPacking(int seed) {
    var market = singlePieces(seed);
    var fewer =
        new Market(
            market.day(),
            market.companies(),
            market.offers().subList(0, market.offers().size() - 1),
            market.needs(),
            market.wants());

    var before = matchWhole(fewer);
    var after = matchWhole(market);

    assertThat(after.status()).isEqualTo(Status.OPTIMAL);
    assertThat(after.score().points(ScoreRule.Level.MEDIUM))
        .isGreaterThanOrEqualTo(before.score().points(ScoreRule.Level.MEDIUM));
  }

  /**
   * Who already asks more than others do moves no reference by asking still more; arcs can only be
   * lost. So the packing never scores better for it, and the company only gets in by a tie.
   */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void raisingOnesOwnPriceNeverImprovesOnesPlace(int seed) {
    var pieces = Remembered.drawn(singlePieces(seed), seed);
    var market = Histories.doubting(pieces, seed % 2 == 0 ? 100 : 60, seed);
    var dear = offerOfACommonCategory(market);
    var before = withPriceOf(market, dear, 12_100);
    var packing = matchWhole(before);

    for (long price = 12_300; price < 14_000; price += 400) {
      var raised = matchWhole(withPriceOf(market, dear, price));

      assertThat(raised.status()).isEqualTo(Status.OPTIMAL);
      assertThat(raised.score()).isLessThanOrEqualTo(packing.score());
      if (isServed(raised, dear.companyId()) && !isServed(packing, dear.companyId())) {
        assertThat(raised.score()).isEqualByComparingTo(packing.score());
      }
    }
  }

  /** Three companies offer the like, so one price alone is nobody's reference. */
  private static Offer offerOfACommonCategory(Market market) {
    return market.offers().stream()
        .filter(
            offer ->
                market.offers().stream()
                        .filter(other -> other.category().equals(offer.category()))
                        .map(Offer::companyId)
                        .distinct()
                        .count()
                    >= 3)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isServed(Packing packing, String companyId) {
    return packing.cycles().stream().anyMatch(cycle -> cycle.companies().contains(companyId));
  }

  /** Single pieces of about the same worth, so that balance decides nothing. */
  private static Market singlePieces(int seed) {
    var chance = new SplittableRandom(seed);
    var place = new Place("FR", "11", "75");
    var day = Markets.DAY;
    var companies = new ArrayList<Company>();
    var offers = new ArrayList<Offer>();
    var needs = new ArrayList<Need>();
    for (int c = 0; c < 11; c++) {
      var id = "c%02d".formatted(c);
      companies.add(new Company(id, 4, 100, 0, 0, chance.nextBoolean(), Set.of()));
      for (int l = 0; l < 2; l++) {
        var gives = "k" + chance.nextInt(6);
        var takes = "k" + chance.nextInt(6);
        long price = 10_000L + chance.nextInt(2_000);
        long most = 11_000L + chance.nextInt(3_000);
        offers.add(
            new Offer(id + "-o" + l, id, gives, "piece", 1, 1, price, place, Reach.COUNTRY, day));
        needs.add(
            new Need(
                id + "-n" + l, id, takes, "piece", 1, 1, most, place, Reach.COUNTRY, day, null));
      }
    }
    return new Market(day, companies, offers, needs, List.of());
  }

  private static Market withPriceOf(Market market, Offer offer, long cents) {
    var offers =
        market.offers().stream()
            .map(
                each ->
                    each.id().equals(offer.id())
                        ? new Offer(
                            each.id(),
                            each.companyId(),
                            each.category(),
                            each.unit(),
                            each.quantity(),
                            each.quantityStep(),
                            cents,
                            each.place(),
                            each.reach(),
                            each.lastDay())
                        : each)
            .toList();
    return new Market(market.day(), market.companies(), offers, market.needs(), market.wants());
  }
}
