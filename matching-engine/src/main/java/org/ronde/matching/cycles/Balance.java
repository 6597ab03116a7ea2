package org.ronde.matching.cycles;

import java.util.Optional;
import org.ronde.matching.Company;

/**
 * Whether the companies of a cycle come out even, and who pays whom when they do not.
 *
 * <p>Either each company receives what it gives, within its own tolerance, and nobody pays; or the
 * whole cycle is settled to the cent: the smallest leg is the base that set-off extinguishes, and
 * each receiver pays its giver what its leg is worth beyond that. No mixture of the two.
 */
final class Balance {
  private Balance() {}

  /**
   * The top-up on each leg, all 0 within tolerance; empty when a company's bounds forbid it.
   *
   * @param givers giver of each leg, in order; the next one is its receiver
   */
  static Optional<long[]> findTopUps(Company[] givers, long[] values) {
    if (withinTolerance(givers, values)) {
      return Optional.of(new long[values.length]);
    }
    long base = Long.MAX_VALUE;
    for (long value : values) {
      base = Math.min(base, value);
    }
    var topUps = new long[values.length];
    for (int leg = 0; leg < values.length; leg++) {
      topUps[leg] = values[leg] - base;
      var receiver = givers[(leg + 1) % givers.length];
      if (topUps[leg] > receiver.topUpPayMaxCents()
          || topUps[leg] > givers[leg].topUpTakeMaxCents()) {
        return Optional.empty();
      }
    }
    return Optional.of(topUps);
  }

  private static boolean withinTolerance(Company[] givers, long[] values) {
    for (int leg = 0; leg < values.length; leg++) {
      long given = values[leg];
      long received = values[(leg + values.length - 1) % values.length];
      if (Math.abs(received - given) * 100 > given * givers[leg].tolerancePercent()) {
        return false;
      }
    }
    return true;
  }
}
