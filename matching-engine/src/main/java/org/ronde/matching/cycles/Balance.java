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
    var topUps = new long[values.length];
    if (withinTolerance(givers, values)) {
      return Optional.of(topUps);
    }
    long base = least(values);
    for (int leg = 0; leg < values.length; leg++) {
      topUps[leg] = values[leg] - base;
    }
    return isPaid(givers, values, base) ? Optional.of(topUps) : Optional.empty();
  }

  /** Whether {@link #findTopUps} would find some. */
  static boolean isSettled(Company[] givers, long[] values) {
    return withinTolerance(givers, values) || isPaid(givers, values, least(values));
  }

  private static long least(long[] values) {
    long least = Long.MAX_VALUE;
    for (long value : values) {
      least = Math.min(least, value);
    }
    return least;
  }

  private static boolean isPaid(Company[] givers, long[] values, long base) {
    for (int leg = 0; leg < values.length; leg++) {
      long topUp = values[leg] - base;
      var receiver = givers[(leg + 1) % givers.length];
      if (topUp > receiver.topUpPayMaxCents() || topUp > givers[leg].topUpTakeMaxCents()) {
        return false;
      }
    }
    return true;
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
