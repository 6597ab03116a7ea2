package org.ronde.matching;

import java.util.Set;

/**
 * A company and the limits it set for itself; they bind each cycle it may be part of.
 *
 * @param cycleLengthMax most companies it accepts in one cycle, itself included, 2 to 6
 * @param tolerancePercent how far received may lie from given, in percent of what it gives, when
 *     nobody pays a top-up
 * @param topUpPayMaxCents most it would pay in one cycle
 * @param topUpTakeMaxCents most it would take in one cycle
 * @param premium whether its plan already covers cycles of three and more
 * @param excludedCompanyIds companies it never stands in a cycle with; unknown ones and itself are
 *     passed over
 */
public record Company(
    String id,
    int cycleLengthMax,
    int tolerancePercent,
    long topUpPayMaxCents,
    long topUpTakeMaxCents,
    boolean premium,
    Set<String> excludedCompanyIds) {
  public Company {
    Checks.word("company id", id);
    Checks.between("cycleLengthMax", cycleLengthMax, 2, Limits.CYCLE_LENGTH_MAX);
    Checks.between("tolerancePercent", tolerancePercent, 0, 100);
    Checks.notNegative("topUpPayMaxCents", topUpPayMaxCents);
    Checks.notNegative("topUpTakeMaxCents", topUpTakeMaxCents);
    excludedCompanyIds = Set.copyOf(excludedCompanyIds);
  }
}
