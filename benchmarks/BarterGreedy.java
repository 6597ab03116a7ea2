import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.ronde.matching.Need;
import org.ronde.matching.Offer;
import org.ronde.matching.cycles.Filling;
import org.ronde.matching.cycles.Lot;
import org.ronde.matching.graph.GraphArc;
import org.ronde.matching.graph.MarketGraph;

/** What anybody would try first: the cycle of two or three that counts most, then the next, until none fits. */
final class BarterGreedy {
  private final List<GraphArc> arcs;
  private final Stock stock;
  private final int length;
  private final double[] yes;
  private final int[] firstOut;
  private final int[] tail;
  private final int[] head;
  private final int[][] into;
  private final double[] closing;
  private final int[] closingArc;
  private final double[] width;

  private BarterGreedy(MarketGraph graph, int length, Stock stock, double[] yes) {
    this.length = length;
    this.stock = stock;
    this.yes = yes;
    arcs = graph.arcs();
    int companies = graph.companies().size();
    firstOut = new int[companies + 1];
    tail = arcs.stream().mapToInt(GraphArc::giver).toArray();
    head = arcs.stream().mapToInt(GraphArc::receiver).toArray();
    width = new double[head.length];
    for (int company = 0; company < companies; company++) {
      firstOut[company] = graph.digraph().firstOut(company);
    }
    firstOut[companies] = head.length;
    int[] count = new int[companies];
    Arrays.stream(head).forEach(company -> count[company]++);
    into = new int[companies][];
    Arrays.setAll(into, company -> new int[count[company]]);
    for (int arc = head.length - 1; arc >= 0; arc--) {
      into[head[arc]][--count[head[arc]]] = arc;
      width[arc] = stock.left(arcs.get(arc));
    }
    closing = new double[companies];
    closingArc = new int[companies];
  }

  /** In whole steps that balance, as cycles are proposed; as if all said yes. */
  static BarterGreedy inSteps(MarketGraph graph, int length) {
    double[] yes = new double[graph.companies().size()];
    Arrays.fill(yes, 1);
    return new BarterGreedy(graph, length, new Steps(graph), yes);
  }

  /** In fractions, without steps, balance and top-ups, and as likely as all say yes: what flows are, too. */
  static BarterGreedy inFractions(MarketGraph graph, int length) {
    double[] yes = graph.companies().stream().mapToDouble(company -> company.history().yesPercent() / 100.0).toArray();
    return new BarterGreedy(graph, length, new Fractions(graph), yes);
  }

  /** What is left of the listings, in cents at an arc's reference. */
  private interface Stock {
    /** The most that could go along an arc. */
    double left(GraphArc arc);

    /** Sends round a cycle what it can carry, and says how much; 0 when nothing can be. */
    double take(List<GraphArc> cycle);
  }

  private static final class Steps implements Stock {
    private final MarketGraph graph;
    private final long[] offerLeft;
    private final long[] needLeft;
    private final Filling filling;

    Steps(MarketGraph graph) {
      this.graph = graph;
      offerLeft = graph.offers().stream().mapToLong(Offer::quantity).toArray();
      needLeft = graph.needs().stream().mapToLong(Need::quantity).toArray();
      double[] half = new double[Math.max(offerLeft.length, needLeft.length)];
      Arrays.fill(half, 0.5);
      filling = new Filling(graph, offerLeft, needLeft, half, half);
    }

    @Override
    public double left(GraphArc arc) {
      long steps = Math.min(offerLeft[arc.offer()], needLeft[arc.need()]) / arc.step();
      return steps * arc.step() * (double) arc.referenceCents();
    }

    @Override
    public double take(List<GraphArc> cycle) {
      List<Lot> lots = graph.mayStandTogether(cycle) ? filling.fill(cycle, Long.MAX_VALUE) : List.of();
      for (Lot lot : lots) {
        offerLeft[lot.arc().offer()] -= lot.quantity();
        needLeft[lot.arc().need()] -= lot.quantity();
      }
      return lots.stream().mapToDouble(Lot::referenceCents).min().orElse(0);
    }
  }

  /** Each listing holds its whole steps; generated markets have no one-of groups. */
  private static final class Fractions implements Stock {
    private static final double NOTHING = 1e-6;

    private final double[] offerLeft;
    private final double[] needLeft;

    Fractions(MarketGraph graph) {
      offerLeft = graph.offers().stream().mapToDouble(each -> whole(each.quantity(), each.quantityStep())).toArray();
      needLeft = graph.needs().stream().mapToDouble(each -> whole(each.quantity(), each.quantityStep())).toArray();
    }

    @Override
    public double left(GraphArc arc) {
      return Math.min(offerLeft[arc.offer()], needLeft[arc.need()]) * arc.referenceCents();
    }

    @Override
    public double take(List<GraphArc> cycle) {
      double cents = cycle.stream().mapToDouble(this::left).min().orElse(0);
      for (GraphArc arc : cycle) {
        use(offerLeft, arc.offer(), cents / arc.referenceCents());
        use(needLeft, arc.need(), cents / arc.referenceCents());
      }
      return cents;
    }

    private static long whole(long quantity, long step) {
      return quantity - quantity % step;
    }

    private static void use(double[] left, int listing, double quantity) {
      left[listing] -= quantity;
      if (left[listing] < NOTHING) {
        left[listing] = 0;
      }
    }
  }

  private record Found(double counted, int company, int[] cycle) {}

  /** Packs company by company, or always the greatest cycle of all; says how many cents the packing counts. */
  double pack(boolean byGain) {
    return byGain ? greatestFirst() : companyByCompany();
  }

  private double companyByCompany() {
    double sum = 0;
    for (int company = 0; company < into.length; company++) {
      for (Found found = best(company); found != null; found = best(company)) {
        sum += take(found);
      }
    }
    return sum;
  }

  private double greatestFirst() {
    double sum = 0;
    PriorityQueue<Found> queue =
        new PriorityQueue<>(Comparator.comparingDouble((Found found) -> -found.counted).thenComparingInt(Found::company));
    for (int company = 0; company < into.length; company++) {
      Found found = best(company);
      if (found != null) {
        queue.add(found);
      }
    }
    while (!queue.isEmpty()) {
      Found was = queue.remove();
      Found now = best(was.company);
      if (now != null && now.counted == was.counted) {
        sum += take(now);
        now = best(was.company);
      }
      if (now != null) {
        queue.add(now);
      }
    }
    return sum;
  }

  private double take(Found found) {
    double cents = stock.take(Arrays.stream(found.cycle).mapToObj(arcs::get).toList());
    if (cents == 0) {
      width[found.cycle[0]] = 0;
      return 0;
    }
    double likely = 1;
    for (int leg : found.cycle) {
      likely *= yes[head[leg]];
      for (int arc = firstOut[tail[leg]]; arc < firstOut[tail[leg] + 1]; arc++) {
        narrow(arc);
      }
      for (int arc : into[head[leg]]) {
        narrow(arc);
      }
    }
    return found.cycle.length * cents * likely;
  }

  private void narrow(int arc) {
    width[arc] = width[arc] == 0 ? 0 : stock.left(arcs.get(arc));
  }

  private Found best(int root) {
    for (int arc : into[root]) {
      if (width[arc] > closing[tail[arc]]) {
        closing[tail[arc]] = width[arc];
        closingArc[tail[arc]] = arc;
      }
    }
    double best = 0;
    int[] cycle = null;
    for (int arc = firstOut[root]; arc < firstOut[root + 1]; arc++) {
      int next = head[arc];
      double likely = yes[root] * yes[next];
      double two = 2 * Math.min(width[arc], closing[next]) * likely;
      if (two > best) {
        best = two;
        cycle = new int[] {arc, closingArc[next]};
      }
      for (int to = firstOut[next]; length >= 3 && 3 * width[arc] * likely > best && to < firstOut[next + 1]; to++) {
        double three = 3 * Math.min(Math.min(width[arc], width[to]), closing[head[to]]) * likely * yes[head[to]];
        if (three > best && head[to] != root) {
          best = three;
          cycle = new int[] {arc, to, closingArc[head[to]]};
        }
      }
    }
    for (int arc : into[root]) {
      closing[tail[arc]] = 0;
    }
    return cycle == null ? null : new Found(best, root, cycle);
  }
}
