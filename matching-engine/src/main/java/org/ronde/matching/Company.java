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
 * @param openCyclesMax most cycles of one run it stands in, 0 to {@value #OPEN_CYCLES_MAX}
 * @param premium whether its plan already covers cycles of three and more
 * @param excludedCompanyIds companies it never stands in a cycle with; unknown ones and itself are
 *     passed over
 * @param history what is known of it from cycles before
 */
public record Company(
    String id,
    int cycleLengthMax,
    int tolerancePercent,
    long topUpPayMaxCents,
    long topUpTakeMaxCents,
    int openCyclesMax,
    boolean premium,
    Set<String> excludedCompanyIds,
    History history) {
  /** As many open cycles as anybody may ask for; binds nobody. */
  public static final int OPEN_CYCLES_MAX = 1_000;

  public Company {
    Checks.word("company id", id);
    Checks.between("cycleLengthMax", cycleLengthMax, 2, Limits.CYCLE_LENGTH_MAX);
    Checks.between("tolerancePercent", tolerancePercent, 0, 100);
    Checks.notNegative("topUpPayMaxCents", topUpPayMaxCents);
    Checks.notNegative("topUpTakeMaxCents", topUpTakeMaxCents);
    Checks.between("openCyclesMax", openCyclesMax, 0, OPEN_CYCLES_MAX);
    excludedCompanyIds = Set.copyOf(excludedCompanyIds);
  }

  /** A company without a history and with as many cycles as there are. */
  public Company(
      String id,
      int cycleLengthMax,
      int tolerancePercent,
      long topUpPayMaxCents,
      long topUpTakeMaxCents,
      boolean premium,
      Set<String> excludedCompanyIds) {
    this(
        id,
        cycleLengthMax,
        tolerancePercent,
        topUpPayMaxCents,
        topUpTakeMaxCents,
        OPEN_CYCLES_MAX,
        premium,
        excludedCompanyIds,
        History.none());
  }

  /** The same company with another past and room for so many cycles. */
  public Company with(int openCyclesMax, History history) {
    return new Company(
        id,
        cycleLengthMax,
        tolerancePercent,
        topUpPayMaxCents,
        topUpTakeMaxCents,
        openCyclesMax,
        premium,
        excludedCompanyIds,
        history);
  }
}
