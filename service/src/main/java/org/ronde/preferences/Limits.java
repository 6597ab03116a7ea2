package org.ronde.preferences;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;

/**
 * What a company accepts of any cycle.
 *
 * @param cycleLengthMax most companies in a cycle, 2 to 6
 * @param tolerancePercent difference between given and received, in percent of what it gives, that
 *     needs no top-up
 * @param topUpPayMaxCents most it would pay in one cycle, excluding VAT
 * @param topUpTakeMaxCents most it would take in one cycle, excluding VAT
 * @param openCyclesMax most cycles it would stand in at once that wait for answers, 1 to {@value
 *     #OPEN_CYCLES_MAX}; null when it sets no such limit
 * @param excluded companies it will not deal with; never disclosed
 */
public record Limits(
    int cycleLengthMax,
    int tolerancePercent,
    long topUpPayMaxCents,
    long topUpTakeMaxCents,
    @Nullable Integer openCyclesMax,
    Set<CompanyId> excluded) {
  /** No cycle is shorter: a swap has two. */
  public static final int CYCLE_LENGTH_MIN = 2;

  /** No cycle is longer, whatever the configuration says. */
  public static final int CYCLE_LENGTH_MAX = org.ronde.matching.Limits.CYCLE_LENGTH_MAX;

  public static final int TOLERANCE_PERCENT_MAX = 100;

  /** Most open cycles that a company may set as its limit; beyond, none is meant. */
  public static final int OPEN_CYCLES_MAX = 100;

  public Limits {
    excluded = Set.copyOf(excluded);
    between("cycleLengthMax", cycleLengthMax, CYCLE_LENGTH_MIN, CYCLE_LENGTH_MAX);
    between("tolerancePercent", tolerancePercent, 0, TOLERANCE_PERCENT_MAX);
    between("topUpPayMaxCents", topUpPayMaxCents, 0, Long.MAX_VALUE);
    between("topUpTakeMaxCents", topUpTakeMaxCents, 0, Long.MAX_VALUE);
    if (openCyclesMax != null) {
      between("openCyclesMax", openCyclesMax, 1, OPEN_CYCLES_MAX);
    }
  }

  /** The same limits with these exclusions. */
  Limits withExcluded(Set<CompanyId> companies) {
    return new Limits(
        cycleLengthMax,
        tolerancePercent,
        topUpPayMaxCents,
        topUpTakeMaxCents,
        openCyclesMax,
        companies);
  }

  private static void between(String name, long value, long lowest, long highest) {
    if (value < lowest || value > highest) {
      throw new IllegalArgumentException(
          "%s is %d, must lie between %d and %d.".formatted(name, value, lowest, highest));
    }
  }
}
