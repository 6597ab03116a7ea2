package org.ronde.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cycles that one run chose, with the reasons and the price of the choice.
 *
 * @param cycles ordered by their first company, then by their listings
 * @param valueCents the worth of all cycles
 * @param boundCents no packing that the score ranks first is worth more; equal to the value when
 *     optimal, null when unknown
 * @param expectedBoundCents of no packing that the score ranks first more can be expected, by
 *     {@link ScoreCard#expectedCents}; null when unknown. Tighter than the other bound, since
 *     balance and top-ups play no part in what is counted
 * @param score each rule's part in the choice
 * @param arcs what the market offered to choose from
 * @param candidates how many cycles were compared
 * @param planCost what waits on free companies
 * @param steps nodes of the exact search and steps of the planner, together
 * @param stoppedByClock whether time ended the run; only then may a second run differ
 */
public record Packing(
    Status status,
    List<Cycle> cycles,
    long valueCents,
    @Nullable Long boundCents,
    @Nullable Long expectedBoundCents,
    ScoreCard score,
    ArcCounts arcs,
    CandidateCount candidates,
    PlanCost planCost,
    long steps,
    long seed,
    boolean stoppedByClock) {
  public Packing {
    cycles = List.copyOf(cycles);
    long sum = cycles.stream().mapToLong(Cycle::valueCents).sum();
    Checks.require(sum == valueCents, "cycles are worth %d cents, not %d", sum, valueCents);
    Checks.require(
        boundCents == null || boundCents >= valueCents,
        "the bound %s lies below the value %d",
        boundCents,
        valueCents);
    Checks.require(
        expectedBoundCents == null || expectedBoundCents >= score.expectedCents(),
        "the expected bound %s lies below the %d expected cents",
        expectedBoundCents,
        score.expectedCents());
  }

  /** What the cycles count: each its weakest leg at reference, once for each leg. */
  public long countedCents() {
    return score.count(ScoreRule.COUNTED_VALUE);
  }

  /** What they count, less what the chance of a no takes away. */
  public long expectedCents() {
    return score.expectedCents();
  }

  /** How much more could be expected at most, as a part of the bound; null when unknown. */
  public @Nullable Double expectedGap() {
    if (expectedBoundCents == null) {
      return null;
    }
    return expectedBoundCents == 0 ? 0 : 1 - expectedCents() / (double) expectedBoundCents;
  }
}
