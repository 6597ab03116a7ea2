package org.ronde.matching.cycles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ronde.matching.CandidateCount;
import org.ronde.matching.Company;
import org.ronde.matching.Limits;
import org.ronde.matching.Need;
import org.ronde.matching.graph.GraphArc;
import org.ronde.matching.graph.MarketGraph;

/**
 * All cycles that could be proposed alone, in canonical order.
 *
 * <p>Each cycle comes at its highest quantity level first. Cycles that share a listing with another
 * come at lower levels too, up to {@value #LEVELS_MAX} in all, so that a listing can serve several
 * cycles.
 */
public final class Candidates {
  private static final int LEVELS_MAX = 8;

  private final MarketGraph graph;
  private final List<Candidate> candidates;

  /** The highest level of each cycle that was searched for, a view of the first candidates. */
  private final List<Candidate> highest;

  private final CandidateCount count;

  private Candidates(
      MarketGraph graph, List<Candidate> candidates, int searched, CandidateCount count) {
    this.graph = graph;
    this.candidates = List.copyOf(candidates);
    this.highest = this.candidates.subList(0, searched);
    this.count = count;
  }

  /** Finds them, stopping early when told to; {@link CandidateCount#cut} then says so. */
  public static Candidates find(MarketGraph graph, Limits limits, BooleanSupplier stop) {
    var quantities = Quantities.whole(graph);
    var found =
        CycleSearch.find(
            graph.digraph(),
            graph.companies().stream().mapToInt(Company::cycleLengthMax).toArray(),
            limits.cycleLengthMax(),
            limits.candidatesMax(),
            (arrows, length) -> {
              var arcs = arcs(graph, Arrays.copyOf(arrows, length));
              return graph.mayStandTogether(arcs) && !quantities.levels(arcs, 1).isEmpty();
            },
            stop);
    var cycles = found.cycles().stream().map(arrows -> arcs(graph, arrows)).toList();
    var highest = new ArrayList<Candidate>();
    for (var arcs : cycles) {
      highest.add(Candidate.of(graph, highest.size(), quantities.levels(arcs, 1).get(0)));
    }
    var lower = lowerLevels(graph, cycles, quantities);
    long roomLeft = (long) limits.candidatesMax() - highest.size();
    boolean whole = found.whole() && lower.size() <= roomLeft;
    var all = new ArrayList<>(highest);
    all.addAll(lower.subList(0, (int) Math.min(lower.size(), roomLeft)));
    return new Candidates(
        graph, all, cycles.size(), new CandidateCount(cycles.size(), all.size(), !whole));
  }

  private static List<GraphArc> arcs(MarketGraph graph, int[] arrows) {
    return Arrays.stream(arrows).mapToObj(graph.arcs()::get).toList();
  }

  /** Levels below the highest: first the second level of each cycle, then the third, and so on. */
  private static List<Candidate> lowerLevels(
      MarketGraph graph, List<List<GraphArc>> cycles, Quantities quantities) {
    var offerUses = new int[graph.offers().size()];
    var needUses = new int[graph.needs().size()];
    cycles.forEach(
        arcs ->
            arcs.forEach(
                arc -> {
                  offerUses[arc.offer()]++;
                  needUses[arc.need()]++;
                }));
    var byDepth = new ArrayList<List<Candidate>>();
    for (int depth = 1; depth < LEVELS_MAX; depth++) {
      byDepth.add(new ArrayList<>());
    }
    for (int cycle = 0; cycle < cycles.size(); cycle++) {
      var arcs = cycles.get(cycle);
      if (arcs.stream().anyMatch(arc -> offerUses[arc.offer()] > 1 || needUses[arc.need()] > 1)) {
        var levels = quantities.levels(arcs, LEVELS_MAX);
        for (int depth = 1; depth < levels.size(); depth++) {
          byDepth.get(depth - 1).add(Candidate.of(graph, cycle, levels.get(depth)));
        }
      }
    }
    return byDepth.stream().flatMap(List::stream).toList();
  }

  /**
   * These, and the cycles that fit into what {@code chosen} leaves, at the quantities left.
   *
   * <p>Levels are spread over whole listings; a remainder between two of them would otherwise stay
   * unused.
   */
  public Candidates withLeftovers(List<Candidate> chosen) {
    var offerLeft = graph.offers().stream().mapToLong(offer -> offer.quantity()).toArray();
    var needLeft = graph.needs().stream().mapToLong(Need::quantity).toArray();
    var taken = new boolean[candidates.size()];
    for (var candidate : chosen) {
      taken[candidate.cycle()] = true;
      for (var lot : candidate.lots()) {
        offerLeft[lot.arc().offer()] -= lot.quantity();
        needLeft[lot.arc().need()] -= lot.quantity();
      }
    }
    var quantities = new Quantities(graph, offerLeft, needLeft);
    var known = new HashSet<>(candidates);
    var all = new ArrayList<>(candidates);
    for (var one : highest) {
      if (!taken[one.cycle()]) {
        for (var lots : quantities.levels(arcs(one.lots()), 1)) {
          var leftover = Candidate.of(graph, one.cycle(), lots);
          if (known.add(leftover)) {
            all.add(leftover);
          }
        }
      }
    }
    return with(all, count.cycles());
  }

  /** These, and others found otherwise: known cycles at other quantities, or new cycles. */
  public Candidates with(List<Candidate> others) {
    var numbers = new HashMap<List<GraphArc>, Integer>();
    candidates.forEach(each -> numbers.putIfAbsent(arcs(each.lots()), each.cycle()));
    var all = new LinkedHashSet<>(candidates);
    for (var other : others) {
      var lots = turned(other.lots());
      int number = numbers.computeIfAbsent(arcs(lots), cycle -> numbers.size());
      all.add(Candidate.of(graph, number, lots));
    }
    return with(List.copyOf(all), numbers.size());
  }

  private Candidates with(List<Candidate> all, long cycles) {
    var told = new CandidateCount(cycles, all.size(), count.cut());
    return new Candidates(graph, all, highest.size(), told);
  }

  /** Where candidates stand in the list, whoever found them; they must be in it. */
  public List<Integer> columnsOf(List<Candidate> others) {
    var columns = new HashMap<List<Lot>, Integer>();
    for (int column = 0; column < candidates.size(); column++) {
      columns.put(candidates.get(column).lots(), column);
    }
    return others.stream().map(other -> columns.get(turned(other.lots()))).toList();
  }

  private static List<GraphArc> arcs(List<Lot> lots) {
    return lots.stream().map(Lot::arc).toList();
  }

  /** The same cycle, begun at its smallest company as those that were searched for. */
  private static List<Lot> turned(List<Lot> lots) {
    var givers = lots.stream().map(lot -> lot.arc().giver()).toList();
    var turned = new ArrayList<>(lots);
    Collections.rotate(turned, -givers.indexOf(Collections.min(givers)));
    return turned;
  }

  /** One candidate of each cycle that was searched for, at its highest level. */
  public List<Candidate> highest() {
    return highest;
  }

  public List<Candidate> list() {
    return candidates;
  }

  public CandidateCount count() {
    return count;
  }
}
