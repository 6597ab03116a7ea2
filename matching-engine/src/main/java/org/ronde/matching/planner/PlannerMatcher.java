package org.ronde.matching.planner;

import java.time.InstantSource;
import java.util.List;
import org.ronde.matching.Arc;
import org.ronde.matching.Limits;
import org.ronde.matching.Market;
import org.ronde.matching.Matcher;
import org.ronde.matching.Packing;
import org.ronde.matching.Progress;
import org.ronde.matching.graph.MarketGraph;

/**
 * The engine: graph, candidates, greedy packing, exact search, and the planner for what is left.
 *
 * <p>A small market ends with a proved packing. In a larger one the planner goes on from the best
 * packing known, for at most {@link Limits#stepsMax} steps. Example: {@code new
 * PlannerMatcher(InstantSource.system()).match(market, Limits.standard(), Progress.none())}.
 */
public final class PlannerMatcher implements Matcher {
  private final InstantSource clock;

  /** The clock only guards {@link Limits#timeMax}. */
  public PlannerMatcher(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public List<Arc> arcs(Market market) {
    return MarketGraph.of(market).allArcs();
  }

  @Override
  public Packing match(Market market, Limits limits, Progress progress) {
    return new Run(limits, progress, new Guard(clock, limits.timeMax(), progress)).match(market);
  }
}
