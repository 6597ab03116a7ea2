package org.ronde.matching.flows;

import java.util.List;
import org.ronde.matching.Company;
import org.ronde.matching.cycles.CycleSearch;
import org.ronde.matching.graph.MarketGraph;

/** Every cycle of a market, as arcs in order. */
final class Rings {
  private Rings() {}

  /** Those that all their companies accept, up to so many legs. */
  static List<int[]> of(MarketGraph graph, int lengthMax) {
    var lengths = graph.companies().stream().mapToInt(Company::cycleLengthMax).toArray();
    return CycleSearch.find(
            graph.digraph(), lengths, lengthMax, 1_000_000, (arrows, length) -> true, () -> false)
        .cycles();
  }
}
