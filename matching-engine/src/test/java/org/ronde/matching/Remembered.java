package org.ronde.matching;

import java.util.SplittableRandom;

/** Companies that have waited or missed cycles, and limit how many they stand in, by chance. */
public final class Remembered {
  private Remembered() {}

  /** The same market, its companies with a history by chance and no limit of open cycles. */
  public static Market pastAlone(Market market, long seed) {
    return drawn(market, seed, false);
  }

  /**
   * The same market, its companies with a history and, two out of three, with a limit of 0 to 3
   * open cycles.
   */
  public static Market drawn(Market market, long seed) {
    return drawn(market, seed, true);
  }

  private static Market drawn(Market market, long seed, boolean limited) {
    var chance = new SplittableRandom(seed);
    return market.withCompanies(
        market.companies().stream().map(company -> drawn(company, chance, limited)).toList());
  }

  private static Company drawn(Company company, SplittableRandom chance, boolean limited) {
    int draw = chance.nextInt(12);
    return company.with(
        limited && draw < 8 ? (draw + 2) / 3 : Company.OPEN_CYCLES_MAX,
        new History(
            company.history().yesPercent(),
            chance.nextInt(3) > 0 ? chance.nextInt(500) : 0,
            chance.nextInt(3) == 0 ? chance.nextInt(8) : 0));
  }
}
