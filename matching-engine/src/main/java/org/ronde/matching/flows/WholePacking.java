package org.ronde.matching.flows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronde.matching.cycles.Candidate;
import org.ronde.matching.cycles.Filling;
import org.ronde.matching.graph.GraphArc;
import org.ronde.matching.graph.MarketGraph;

/**
 * Cycles taken in whole steps, what they leave of each listing, and what they score.
 *
 * <p>Valid at any time: no listing is over-used, no group met twice, no cycle taken twice, no
 * company in more cycles than it allows. The flows behind it know nothing of that last limit.
 */
final class WholePacking {
  private final MarketGraph graph;
  private final Network network;
  private final Columns columns;
  private final long[] offerLeft;
  private final long[] needLeft;
  private final Filling filling;
  private final GraphArc[] known;
  private final boolean[] groupMet;
  private final int[] cyclesOf;
  private final int[] cyclesMax;
  private final long[] tenthsOf;

  /** Soft points of serving each company. */
  private final long[] historyOf;

  private final List<List<Integer>> takenOf = new ArrayList<>();

  /** What was taken and dropped since the packing was best, the newest last. */
  private final List<Change> changes = new ArrayList<>();

  private long bestServed;
  private long bestSoft;
  private @Nullable Candidate[] taken = new Candidate[0];
  private long[] softOf = {};
  private int size;
  private long served;
  private long soft;

  private record Change(Candidate candidate, boolean taken) {}

  /**
   * An empty packing.
   *
   * @param prices for each row what a counted cent of it costs, 0 when there is plenty
   */
  WholePacking(MarketGraph graph, Network network, Columns columns, double[] prices) {
    this.graph = graph;
    this.network = network;
    this.columns = columns;
    this.offerLeft = graph.offers().stream().mapToLong(offer -> offer.quantity()).toArray();
    this.needLeft = graph.needs().stream().mapToLong(need -> need.quantity()).toArray();
    this.known = new GraphArc[network.arcs];
    this.filling =
        new Filling(
            graph,
            offerLeft,
            needLeft,
            Arrays.copyOf(prices, offerLeft.length),
            Arrays.stream(network.rowOfNeed).mapToDouble(row -> prices[row]).toArray());
    this.groupMet = new boolean[network.rows];
    this.cyclesOf = new int[network.companies];
    this.cyclesMax = graph.companies().stream().mapToInt(each -> each.openCyclesMax()).toArray();
    this.historyOf =
        graph.companies().stream().mapToLong(each -> each.history().softPoints()).toArray();
    this.tenthsOf = new long[network.companies];
    for (int company = 0; company < network.companies; company++) {
      takenOf.add(new ArrayList<>(2));
    }
  }

  int companies() {
    return network.companies;
  }

  /** Tenths of companies served, each as far as its cycles are likely. */
  long served() {
    return served;
  }

  /** Points of all soft rules. */
  long soft() {
    return soft;
  }

  boolean isBetterThan(WholePacking other) {
    return isBetterThan(other.served, other.soft);
  }

  private boolean isBetterThan(long otherServed, long otherSoft) {
    return served == otherServed ? soft > otherSoft : served > otherServed;
  }

  boolean isServed(int company) {
    return cyclesOf[company] > 0;
  }

  boolean isTaken(int column) {
    return column < taken.length && taken[column] != null;
  }

  /** The cycles taken through a company, a list that changes with the packing. */
  List<Integer> takenOf(int company) {
    return takenOf.get(company);
  }

  /** How many cycles are taken. */
  int size() {
    return size;
  }

  /** Where it stands between changes, for {@link #backTo}. */
  int mark() {
    return changes.size();
  }

  /** Takes back all that changed since a mark; marks before the last best are gone. */
  void backTo(int mark) {
    while (changes.size() > mark) {
      var change = changes.remove(changes.size() - 1);
      if (change.taken()) {
        remove(change.candidate());
      } else {
        add(change.candidate());
      }
    }
  }

  /** Keeps the packing as the best when it is better than the one kept. */
  void keepIfBest() {
    if (isBetterThan(bestServed, bestSoft)) {
      bestServed = served;
      bestSoft = soft;
      changes.clear();
    }
  }

  /** What is taken, in the order of the columns. */
  List<Candidate> candidates() {
    return Arrays.stream(taken).filter(Objects::nonNull).toList();
  }

  /** The best packing kept, in the order of the columns. */
  List<Candidate> best() {
    var best = taken.clone();
    for (int change = changes.size() - 1; change >= 0; change--) {
      var candidate = changes.get(change).candidate();
      best[candidate.cycle()] = changes.get(change).taken() ? null : candidate;
    }
    return Arrays.stream(best).filter(Objects::nonNull).toList();
  }

  /** Whether a step is left on the arc, and a place for a cycle of its receiver. */
  boolean isOpen(int arc) {
    int receiver = network.head[arc];
    long step = network.step[arc];
    return offerLeft[network.offerRow[arc]] >= step
        && needLeft[network.need[arc]] >= step
        && cyclesOf[receiver] < cyclesMax[receiver]
        && !groupMet[network.needRow[arc]];
  }

  /** The share of a row that is left. */
  double left(int row) {
    int offers = offerLeft.length;
    return row < offers
        ? offerLeft[row] / (double) graph.offers().get(row).quantity()
        : needLeft[row - offers] / (double) graph.needs().get(row - offers).quantity();
  }

  /**
   * Takes a cycle out of what is left, when that gains.
   *
   * @param countedMax most cents that a leg should count
   * @param lostMax most that may be lost by it, as a part of what it counts
   */
  boolean take(int column, long countedMax, double lostMax) {
    if (isTaken(column)) {
      return false;
    }
    for (int place = columns.start(column); place < columns.end(column); place++) {
      if (!isOpen(columns.arc(place))) {
        return false;
      }
    }
    var arcs = new ArrayList<GraphArc>(columns.length(column));
    for (int place = columns.start(column); place < columns.end(column); place++) {
      int arc = columns.arc(place);
      if (known[arc] == null) {
        known[arc] = graph.arcs().get(arc);
      }
      arcs.add(known[arc]);
    }
    if (!graph.mayStandTogether(arcs)) {
      return false;
    }
    var lots = filling.fill(arcs, countedMax);
    if (lots.isEmpty() || filling.lost() > lostMax) {
      return false;
    }
    var candidate = Candidate.of(graph, column, lots);
    if (candidate.softPoints() <= 0) {
      return false;
    }
    take(candidate);
    return true;
  }

  /** Takes a candidate that fits. */
  void take(Candidate candidate) {
    add(candidate);
    changes.add(new Change(candidate, true));
  }

  /** Gives back what a cycle took. */
  Candidate drop(int column) {
    var candidate = taken[column];
    if (candidate == null) {
      throw new IllegalArgumentException("cycle " + column + " is not taken");
    }
    remove(candidate);
    changes.add(new Change(candidate, false));
    return candidate;
  }

  private void add(Candidate candidate) {
    int column = candidate.cycle();
    if (column >= taken.length) {
      int size = Math.max(columns.count(), column + 1);
      taken = Arrays.copyOf(taken, size);
      softOf = Arrays.copyOf(softOf, size);
    }
    taken[column] = candidate;
    size++;
    softOf[column] = candidate.softPoints();
    soft += softOf[column];
    use(candidate, 1);
    for (var lot : candidate.lots()) {
      int company = lot.arc().giver();
      takenOf.get(company).add(column);
      if (cyclesOf[company]++ == 0) {
        soft += historyOf[company];
      }
      serve(company, candidate.servedTenths());
    }
  }

  private void remove(Candidate candidate) {
    int column = candidate.cycle();
    taken[column] = null;
    size--;
    soft -= softOf[column];
    use(candidate, -1);
    for (var lot : candidate.lots()) {
      int company = lot.arc().giver();
      takenOf.get(company).remove((Integer) column);
      if (--cyclesOf[company] == 0) {
        soft -= historyOf[company];
      }
      serve(company, -candidate.servedTenths());
    }
  }

  private void serve(int company, long tenths) {
    served -= Math.min(Candidate.SERVED_SURELY, tenthsOf[company]);
    tenthsOf[company] += tenths;
    served += Math.min(Candidate.SERVED_SURELY, tenthsOf[company]);
  }

  private void use(Candidate candidate, int times) {
    for (var lot : candidate.lots()) {
      offerLeft[lot.arc().offer()] -= times * lot.quantity();
      needLeft[lot.arc().need()] -= times * lot.quantity();
    }
    for (int place = columns.start(candidate.cycle());
        place < columns.end(candidate.cycle());
        place++) {
      int row = network.needRow[columns.arc(place)];
      if (network.group[row]) {
        groupMet[row] = times > 0;
      }
    }
  }
}
