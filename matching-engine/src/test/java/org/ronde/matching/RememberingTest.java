package org.ronde.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.packing.PackingChecker;
import org.ronde.matching.planner.PlannerMatcher;

/** What holds for every market whose companies have a past and limits of their own. */
class RememberingTest {
  private final Matcher matcher = new PlannerMatcher(InstantSource.system());
  private final Limits limits = Limits.standard().withStepsMax(300);

  private Packing match(Market market) {
    return matcher.match(market, limits, Progress.none());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everyPackingIsSound(int seed) {
    var market = Remembered.drawn(Markets.generated(8 + 2 * seed, 4 + seed % 5, 3, seed), seed);

    var packing = match(market);

    assertThat(packing.cycles()).isNotEmpty();
    assertThat(PackingChecker.faults(market, limits, packing)).isEmpty();
    assertThat(packing.score().points(ScoreRule.Level.HARD)).isZero();
    if (packing.expectedBoundCents() != null) {
      assertThat(packing.expectedCents()).isLessThanOrEqualTo(packing.expectedBoundCents());
    }
    assertThat(match(Markets.shuffled(market, seed))).isEqualTo(packing);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void aHigherLimitNeverWorsensAProvedPacking(int seed) {
    var told = Markets.generated(12, 5, 2, seed);
    var limited = match(Remembered.drawn(told, seed));
    var unlimited = match(Remembered.pastAlone(told, seed));

    assertThat(unlimited.status()).isEqualTo(Status.OPTIMAL);
    assertThat(limited.status()).isEqualTo(Status.OPTIMAL);
    assertThat(unlimited.score()).isGreaterThanOrEqualTo(limited.score());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void aPastNeverCostsACompanyServedNorMoreThanItIsWorth(int seed) {
    var told = Markets.generated(12, 5, 2, seed);
    var without = match(told).score();
    var with = match(Remembered.pastAlone(told, seed)).score();

    long served = without.count(ScoreRule.COMPANY_SERVED);
    assertThat(with.count(ScoreRule.COMPANY_SERVED)).isEqualTo(served);
    long lost =
        without.points(ScoreRule.Level.SOFT)
            - with.points(ScoreRule.Level.SOFT)
            + with.lines().stream()
                .filter(line -> isOfThePast(line.rule()))
                .mapToLong(ScoreLine::contribution)
                .sum();
    assertThat(lost).isBetween(0L, 8_650 * served);
  }

  private static boolean isOfThePast(ScoreRule rule) {
    return rule == ScoreRule.WAITING || rule == ScoreRule.MISSED_CYCLES;
  }
}
