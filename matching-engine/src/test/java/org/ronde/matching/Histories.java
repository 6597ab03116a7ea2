package org.ronde.matching;

import java.util.SplittableRandom;

/** Markets whose companies are known to say no at times. */
public final class Histories {
  private Histories() {}

  /** The same market, each company's chance of a yes drawn from {@code leastPercent} to 100. */
  public static Market doubting(Market market, int leastPercent, long seed) {
    var chance = new SplittableRandom(seed);
    return market.withCompanies(
        market.companies().stream()
            .map(each -> saying(each, leastPercent + chance.nextInt(101 - leastPercent)))
            .toList());
  }

  private static Company saying(Company company, int yesPercent) {
    return company.with(
        company.openCyclesMax(),
        new History(yesPercent, company.history().waitingDays(), company.history().missedCycles()));
  }
}
