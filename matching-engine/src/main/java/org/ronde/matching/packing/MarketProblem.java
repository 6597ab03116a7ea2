package org.ronde.matching.packing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.ronde.matching.cycles.Candidate;
import org.ronde.matching.cycles.Lot;
import org.ronde.matching.graph.MarketGraph;

/**
 * A market's candidates as columns over its offers, needs, one-of groups and companies.
 *
 * <p>The score's levels become one number: a company served is worth more than all soft points a
 * packing can gain or lose, so the greatest gain is the best score. A company's row is soft: what
 * its cycles serve it beyond once costs what that was worth, since it counts once; its history has
 * a row of the same kind. A company that stands in more cycles than it allows has a hard row too;
 * others need none.
 */
public final class MarketProblem {
  /** Gains above this would overflow sums; only markets beyond all sense come near. */
  private static final long SERVED_WORTH_MAX = 1L << 40;

  private final PackingProblem.Builder builder = new PackingProblem.Builder();
  private final MarketGraph graph;
  private final int[] offerRows;
  private final int[] needRows;
  private final int[] companyRows;
  private final int[] cycleRows;
  private final int[] bookingRows;
  private final int[] historyRows;
  private final HashMap<List<String>, Integer> groupRows = new HashMap<>();

  /** Tenths of a company served that go into one unit of its row: as many as all can share. */
  private final long servedUnit;

  private MarketProblem(MarketGraph graph, int cycles, long servedUnit) {
    this.graph = graph;
    this.servedUnit = servedUnit;
    this.offerRows = unset(graph.offers().size());
    this.needRows = unset(graph.needs().size());
    this.companyRows = unset(graph.companies().size());
    this.cycleRows = unset(cycles);
    this.bookingRows = unset(graph.companies().size());
    this.historyRows = unset(graph.companies().size());
  }

  private static int[] unset(int size) {
    var rows = new int[size];
    Arrays.fill(rows, -1);
    return rows;
  }

  /** Column i is candidate i. */
  public static PackingProblem of(MarketGraph graph, List<Candidate> candidates) {
    int cycles = candidates.stream().mapToInt(Candidate::cycle).max().orElse(-1) + 1;
    var variants = new int[cycles];
    candidates.forEach(candidate -> variants[candidate.cycle()]++);
    var problem = new MarketProblem(graph, cycles, servedUnit(candidates));
    problem.addBookingRows(candidates, cycles);
    long served = servedWorth(graph, candidates);
    for (var candidate : candidates) {
      problem.add(candidate, variants[candidate.cycle()] > 1, served);
    }
    return problem.builder.build();
  }

  private static long servedUnit(List<Candidate> candidates) {
    return candidates.stream()
        .mapToLong(Candidate::servedTenths)
        .reduce(Candidate.SERVED_SURELY, MarketProblem::gcd);
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** More than the soft points of any two packings can differ by: what a unit served is worth. */
  private static long servedWorth(MarketGraph graph, List<Candidate> candidates) {
    var perUnit = new double[graph.needs().size()];
    var history = new long[graph.companies().size()];
    for (var candidate : candidates) {
      double share = Math.abs(candidate.softPoints()) / (double) candidate.length();
      for (Lot lot : candidate.lots()) {
        int need = lot.arc().need();
        perUnit[need] = Math.max(perUnit[need], share / lot.quantity());
        int company = lot.arc().giver();
        history[company] = graph.companies().get(company).history().softPoints();
      }
    }
    double most = 1 + Arrays.stream(history).sum();
    for (int need = 0; need < perUnit.length; need++) {
      most += perUnit[need] * graph.needs().get(need).quantity();
    }
    return Math.min(SERVED_WORTH_MAX, (long) Math.ceil(2 * most));
  }

  /** Rows for the companies whose limit is below the number of their cycles. */
  private void addBookingRows(List<Candidate> candidates, int cycles) {
    var cyclesOf = new int[bookingRows.length];
    var seen = new boolean[cycles];
    for (var candidate : candidates) {
      if (!seen[candidate.cycle()]) {
        seen[candidate.cycle()] = true;
        candidate.lots().forEach(lot -> cyclesOf[lot.arc().giver()]++);
      }
    }
    for (int company = 0; company < cyclesOf.length; company++) {
      int most = graph.companies().get(company).openCyclesMax();
      if (most < cyclesOf[company]) {
        bookingRows[company] = builder.row(new Row(Row.Kind.BOOKING, most, 0));
      }
    }
  }

  private void add(Candidate candidate, boolean hasVariants, long served) {
    int length = candidate.length();
    long servedUnits = candidate.servedTenths() / servedUnit;
    var rows = new int[6 * length + 1];
    var amounts = new long[6 * length + 1];
    int uses = 0;
    long gain = candidate.softPoints() + length * servedUnits * served;
    for (Lot lot : candidate.lots()) {
      rows[uses] = offerRow(lot.arc().offer());
      amounts[uses++] = lot.quantity();
      rows[uses] = needRow(lot.arc().need());
      amounts[uses++] = lot.quantity();
      rows[uses] = companyRow(lot.arc().giver(), served);
      amounts[uses++] = servedUnits;
      long history = graph.companies().get(lot.arc().giver()).history().softPoints();
      if (history > 0) {
        gain += history;
        rows[uses] = historyRow(lot.arc().giver(), history);
        amounts[uses++] = 1;
      }
      if (bookingRows[lot.arc().giver()] >= 0) {
        rows[uses] = bookingRows[lot.arc().giver()];
        amounts[uses++] = 1;
      }
      var need = graph.needs().get(lot.arc().need());
      if (need.oneOfGroup() != null) {
        rows[uses] =
            groupRows.computeIfAbsent(
                List.of(need.companyId(), need.oneOfGroup()),
                group -> builder.row(new Row(Row.Kind.GROUP, 1, 0)));
        amounts[uses++] = 1;
      }
    }
    if (hasVariants) {
      rows[uses] = cycleRow(candidate.cycle());
      amounts[uses++] = 1;
    }
    builder.column(gain, Arrays.copyOf(rows, uses), Arrays.copyOf(amounts, uses));
  }

  private int offerRow(int offer) {
    if (offerRows[offer] < 0) {
      offerRows[offer] =
          builder.row(new Row(Row.Kind.OFFER, graph.offers().get(offer).quantity(), 0));
    }
    return offerRows[offer];
  }

  private int needRow(int need) {
    if (needRows[need] < 0) {
      needRows[need] = builder.row(new Row(Row.Kind.NEED, graph.needs().get(need).quantity(), 0));
    }
    return needRows[need];
  }

  private int historyRow(int company, long worth) {
    if (historyRows[company] < 0) {
      historyRows[company] = builder.row(new Row(Row.Kind.HISTORY, 1, worth));
    }
    return historyRows[company];
  }

  private int companyRow(int company, long served) {
    if (companyRows[company] < 0) {
      companyRows[company] =
          builder.row(new Row(Row.Kind.COMPANY, Candidate.SERVED_SURELY / servedUnit, served));
    }
    return companyRows[company];
  }

  private int cycleRow(int cycle) {
    if (cycleRows[cycle] < 0) {
      cycleRows[cycle] = builder.row(new Row(Row.Kind.CYCLE, 1, 0));
    }
    return cycleRows[cycle];
  }
}
