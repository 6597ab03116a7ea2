package org.ronde.matching.flows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.ronde.matching.Need;
import org.ronde.matching.Offer;
import org.ronde.matching.graph.GraphArc;
import org.ronde.matching.graph.MarketGraph;

/**
 * A market's arcs as arrays: which leave and enter each company, and how much of its two rows a
 * cent of flow uses.
 *
 * <p>A row is an offer, a need, or all needs of a one-of group together; it holds as many cents as
 * it counts at its highest reference. A cent of flow on an arc takes one over the reference of both
 * listings; a need of a group takes its share of the group, since one whole need fills it.
 */
final class Network {
  final int companies;
  final int arcs;
  final int rows;

  /** Arcs of a company, numbered as in the graph; the next entry is one past the last. */
  final int[] firstOut;

  final int[] head;

  /** Rows of offers are numbered as the offers. */
  final int[] offerRow;

  final int[] needRow;
  final int[] need;

  /** The smallest quantity that both listings of an arc move by. */
  final long[] step;

  /** Cents of the row that a cent of flow uses, at least 1. */
  final double[] offerUse;

  final double[] needUse;

  /** Places of incoming arcs by company, with their tails and numbers. */
  final int[] firstIn;

  final int[] tailIn;
  final int[] arcIn;

  /** Where each arc stands among the incoming ones. */
  final int[] placeIn;

  /** Cents that each row holds; 0 when no arc uses it. */
  final double[] worth;

  /** Longest cycle that each company accepts. */
  final int[] lengthMax;

  /** How likely each company says yes, above 0, at most 1. */
  final double[] yes;

  /** The row of each need. */
  final int[] rowOfNeed;

  /** Whether a row stands for a one-of group. */
  final boolean[] group;

  private final int[] firstArc;
  private final int[] arcsOfRow;

  Network(MarketGraph graph) {
    var graphArcs = graph.arcs();
    companies = graph.companies().size();
    arcs = graphArcs.size();
    int offers = graph.offers().size();
    rows = offers + graph.needs().size();
    lengthMax = graph.companies().stream().mapToInt(company -> company.cycleLengthMax()).toArray();
    yes =
        graph.companies().stream()
            .mapToDouble(company -> company.history().yesPercent() / 100.0)
            .toArray();
    firstOut = new int[companies + 1];
    firstIn = new int[companies + 1];
    head = new int[arcs];
    offerRow = new int[arcs];
    needRow = new int[arcs];
    need = new int[arcs];
    step = new long[arcs];
    offerUse = new double[arcs];
    needUse = new double[arcs];
    tailIn = new int[arcs];
    arcIn = new int[arcs];
    placeIn = new int[arcs];
    worth = new double[rows];
    group = new boolean[rows];
    rowOfNeed = rowsOfNeeds(graph, offers);
    int at = 0;
    for (GraphArc arc : graphArcs) {
      firstOut[arc.giver() + 1]++;
      firstIn[arc.receiver() + 1]++;
      head[at] = arc.receiver();
      offerRow[at] = arc.offer();
      need[at] = arc.need();
      step[at] = arc.step();
      needRow[at] = rowOfNeed[arc.need()];
      offerUse[at] = wholeSteps(graph.offers().get(arc.offer())) * (double) arc.referenceCents();
      needUse[at] = wholeSteps(graph.needs().get(arc.need())) * (double) arc.referenceCents();
      group[needRow[at]] = graph.needs().get(arc.need()).oneOfGroup() != null;
      worth[offerRow[at]] = Math.max(worth[offerRow[at]], offerUse[at]);
      worth[needRow[at]] = Math.max(worth[needRow[at]], needUse[at]);
      at++;
    }
    sums(firstOut);
    sums(firstIn);
    var next = Arrays.copyOf(firstIn, companies);
    for (int tail = 0; tail < companies; tail++) {
      for (int arc = firstOut[tail]; arc < firstOut[tail + 1]; arc++) {
        int place = next[head[arc]]++;
        tailIn[place] = tail;
        arcIn[place] = arc;
        placeIn[arc] = place;
        offerUse[arc] = worth[offerRow[arc]] / offerUse[arc];
        needUse[arc] = worth[needRow[arc]] / needUse[arc];
      }
    }
    firstArc = new int[rows + 1];
    arcsOfRow = new int[2 * arcs];
    indexRows();
  }

  private static long wholeSteps(Offer offer) {
    return offer.quantity() - offer.quantity() % offer.quantityStep();
  }

  private static long wholeSteps(Need need) {
    return need.quantity() - need.quantity() % need.quantityStep();
  }

  private static int[] rowsOfNeeds(MarketGraph graph, int offers) {
    var groups = new HashMap<List<String>, Integer>();
    var rowOfNeed = new int[graph.needs().size()];
    for (int need = 0; need < rowOfNeed.length; need++) {
      var each = graph.needs().get(need);
      int own = offers + need;
      rowOfNeed[need] =
          each.oneOfGroup() == null
              ? own
              : groups.computeIfAbsent(List.of(each.companyId(), each.oneOfGroup()), group -> own);
    }
    return rowOfNeed;
  }

  private static void sums(int[] counts) {
    for (int i = 1; i < counts.length; i++) {
      counts[i] += counts[i - 1];
    }
  }

  private void indexRows() {
    for (int arc = 0; arc < arcs; arc++) {
      firstArc[offerRow[arc] + 1]++;
      firstArc[needRow[arc] + 1]++;
    }
    sums(firstArc);
    var next = Arrays.copyOf(firstArc, rows);
    for (int arc = 0; arc < arcs; arc++) {
      arcsOfRow[next[offerRow[arc]]++] = arc;
      arcsOfRow[next[needRow[arc]]++] = arc;
    }
  }

  /** The first use of a row; {@link #endArc} is one past the last. */
  int firstArc(int row) {
    return firstArc[row];
  }

  int endArc(int row) {
    return firstArc[row + 1];
  }

  /** The arc of a use between {@link #firstArc} and {@link #endArc}. */
  int arcOfRow(int use) {
    return arcsOfRow[use];
  }

  /** Cents that can flow round all cycles together, at most: each uses four rows or more. */
  double flowMax() {
    return Arrays.stream(worth).sum() / 4;
  }

  /** The company that gives. */
  int tail(int arc) {
    return tailIn[placeIn[arc]];
  }

  /** How likely both ends of an arc say yes: no cycle through it is likelier. */
  double yesOfBoth(int arc) {
    return yes[tail(arc)] * yes[head[arc]];
  }

  /** How likely all companies of a cycle say yes. */
  double yesOfAll(int[] cycle) {
    double all = 1;
    for (int arc : cycle) {
      all *= yes[head[arc]];
    }
    return all;
  }

  /** The arc between an offer and a need. */
  int arcOf(int offer, int needed) {
    for (int use = firstArc(offer); use < endArc(offer); use++) {
      if (need[arcOfRow(use)] == needed) {
        return arcOfRow(use);
      }
    }
    throw new IllegalArgumentException("no arc from offer " + offer + " to need " + needed);
  }

  /** The most cents that can flow on an arc, whatever else flows. */
  double widest(int arc) {
    return Math.min(worth[offerRow[arc]] / offerUse[arc], worth[needRow[arc]] / needUse[arc]);
  }
}
