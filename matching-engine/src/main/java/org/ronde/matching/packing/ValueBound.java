package org.ronde.matching.packing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ronde.matching.cycles.Candidate;
import org.ronde.matching.cycles.Lot;
import org.ronde.matching.graph.GraphArc;
import org.ronde.matching.graph.MarketGraph;

/**
 * More than this no packing can be worth: what can be given at all, and what can be taken.
 *
 * <p>Crude and always valid. It leaves out what cycles, balance and companies forbid; tighter
 * bounds are the exact packer's.
 */
public final class ValueBound {
  private ValueBound() {}

  /** Over the arcs of the candidates; for use when none was left out. */
  public static long ofCandidates(MarketGraph graph, List<Candidate> candidates) {
    return ofArcs(
        graph,
        candidates.stream()
            .flatMap(candidate -> candidate.lots().stream())
            .map(Lot::arc)
            .distinct()
            .toList());
  }

  /** Over all these arcs. */
  public static long ofArcs(MarketGraph graph, List<GraphArc> arcs) {
    var given = new HashMap<Integer, Long>();
    var taken = new HashMap<Integer, Long>();
    for (var arc : arcs) {
      given.put(arc.offer(), graph.offers().get(arc.offer()).quantity() * arc.unitValueCents());
      long most = graph.needs().get(arc.need()).quantity() * arc.unitValueCents();
      taken.merge(arc.need(), most, Math::max);
    }
    return Math.min(sum(given), sum(taken));
  }

  private static long sum(Map<Integer, Long> values) {
    return values.values().stream().mapToLong(Long::longValue).sum();
  }
}
