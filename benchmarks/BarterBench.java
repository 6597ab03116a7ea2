import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import org.ronde.matching.Limits;
import org.ronde.matching.Market;
import org.ronde.matching.Need;
import org.ronde.matching.Offer;
import org.ronde.matching.Packing;
import org.ronde.matching.Progress;
import org.ronde.matching.ScoreRule;
import org.ronde.matching.cycles.Candidate;
import org.ronde.matching.cycles.Filling;
import org.ronde.matching.cycles.Lot;
import org.ronde.matching.flows.FlowPacker;
import org.ronde.matching.graph.GraphArc;
import org.ronde.matching.graph.MarketGraph;
import org.ronde.matching.packing.PackingChecker;
import org.ronde.matching.planner.PlannerMatcher;

/**
 * Packs a generated market and says what it is worth, what it could be worth at most, and what a greedy packing is.
 *
 * <p>{@code .ci/bench-barter companies=10000 categories=10000 price=20 length=3 steps=20000 seconds=60 seed=1 relabel=0 greedy=1
 * flows=1 yes=100}. All have these defaults; {@code yes} is the least chance of a company's yes in percent, drawn evenly up to 100;
 * another {@code relabel} than 0 names companies and listings anew by that chance and tells them in another order;
 * {@code greedy=0} and {@code flows=0} leave those comparisons out.
 */
final class BarterBench {
  private static long start;

  public static void main(String[] arguments) {
    long companies = option(arguments, "companies", 10_000);
    long categories = option(arguments, "categories", 10_000);
    int length = (int) option(arguments, "length", 3);
    long steps = option(arguments, "steps", 20_000);
    long seconds = option(arguments, "seconds", 60);
    long seed = option(arguments, "seed", 1);
    long relabel = option(arguments, "relabel", 0);
    long price = option(arguments, "price", 20);
    Market market = BarterMarkets.generate((int) companies, (int) categories, price, seed);
    market = BarterMarkets.doubting(market, (int) option(arguments, "yes", 100), seed);
    if (relabel != 0) {
      market = BarterMarkets.relabel(market, relabel);
    }
    say("market: %,d companies, %,d listings, %,d categories, units of %d EUR, seed %d, relabelled by %d",
        companies, market.offers().size() + market.needs().size(), categories, price, seed, relabel);
    double greedy = length <= 3 && option(arguments, "greedy", 1) == 1 ? greedy(market, length) : Double.NaN;
    Limits limits = new Limits(length, steps, Duration.ofSeconds(seconds), 1, 20_000);
    if (option(arguments, "flows", 1) == 1) {
      flows(market, limits);
    }
    start = System.nanoTime();
    Packing packing = new PlannerMatcher(InstantSource.system()).match(market, limits, new Told());
    double time = (System.nanoTime() - start) / 1e9;
    List<String> faults = PackingChecker.faults(market, limits, packing);
    if (!faults.isEmpty()) {
      throw new IllegalStateException("The packing is wrong: " + faults.get(0));
    }
    double counted = packing.score().count(ScoreRule.COUNTED_VALUE) / 100.0;
    double needed = market.needs().stream().mapToDouble(need -> need.quantity() * need.unitValueMaxCents() / 100.0).sum();
    say("%s, %,d cycles of %.2f, %,d companies, %,d steps, %.1f s, %d MB", packing.status(), packing.cycles().size(),
        packing.cycles().stream().mapToInt(each -> each.length()).average().orElse(0),
        packing.score().count(ScoreRule.COMPANY_SERVED), packing.steps(), time, peak());
    say("value %,.0f EUR, counted %,.0f EUR (%.1f %% of the needs), greedy x %.3f", packing.valueCents() / 100.0, counted,
        100 * counted / needed, counted / greedy);
    if (packing.expectedBoundCents() != null) {
      double bound = packing.expectedBoundCents() / 100.0;
      say("expected %,.0f EUR, bound %,.0f EUR: certified gap %.2f %%", packing.expectedCents() / 100.0, bound,
          100 * packing.expectedGap());
    }
  }

  /** What could flow in fractions, as a peer without steps and balance would tell. */
  private static void flows(Market market, Limits limits) {
    long from = System.nanoTime();
    FlowPacker.Outcome flows =
        FlowPacker.priced(MarketGraph.of(market), limits, List.of(), () -> false, new Deaf()).pack(List.of(), 0);
    say("flows in fractions: counted %,.0f EUR, bound %,.0f EUR, gap %.2f %%, %,d columns, %.1f s", flows.flowCents() / 100,
        flows.expectedBound() / 100, 100 * (1 - flows.flowCents() / flows.expectedBound()), flows.columns(),
        (System.nanoTime() - from) / 1e9);
  }

  private static final class Deaf implements FlowPacker.Listener {
    @Override
    public void pricing(int percent) {}

    @Override
    public void bound(double expectedCents) {}

    @Override
    public void packing(long moves, List<Candidate> best) {}
  }

  private static long option(String[] arguments, String name, long otherwise) {
    for (String argument : arguments) {
      if (argument.startsWith(name + "=")) {
        return Long.parseLong(argument.substring(name.length() + 1));
      }
    }
    return otherwise;
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  /** The most memory in use after collections, in MB. */
  private static long peak() {
    return java.lang.management.ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }

  private static double greedy(Market market, int length) {
    long begun = System.nanoTime();
    MarketGraph graph = MarketGraph.of(market);
    long built = System.nanoTime();
    say("%,d arcs in %.1f s", graph.arcs().size(), (built - begun) / 1e9);
    double best = 0;
    for (boolean byGain : new boolean[] {false, true}) {
      long from = System.nanoTime();
      double counted = new Greedy(graph, length).pack(byGain) / 100.0;
      say("greedy, %s: counted %,.0f EUR, %.1f s", byGain ? "greatest cycle first" : "company by company", counted,
          (System.nanoTime() - from) / 1e9);
      best = Math.max(best, counted);
    }
    return best;
  }

  /** Prints what a run tells. */
  private static final class Told implements Progress {
    private String last = "";

    @Override
    public void report(Standing standing) {
      String now = standing.phase() + " " + standing.percent() / 20 * 20 + " " + standing.expectedBoundCents();
      if (!now.equals(last)) {
        last = now;
        Long bound = standing.expectedBoundCents();
        say("%6.1f s  %s %d %%: %,d cycles count %,.0f EUR, at most %s", (System.nanoTime() - start) / 1e9,
            standing.phase(), standing.percent(), standing.cycles(), standing.expectedCents() / 100.0,
            bound == null ? "?" : "%,.0f EUR".formatted(bound / 100.0));
      }
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}

/** What anybody would try first: the cycle of two or three that counts most, then the next, until none fits. */
final class Greedy {
  private final List<GraphArc> arcs;
  private final MarketGraph graph;
  private final long[] offerLeft;
  private final long[] needLeft;
  private final Filling filling;
  private final int length;
  private final int[] firstOut;
  private final int[] head;
  private final int[][] into;
  private final double[] closing;
  private final int[] closingArc;
  private final double[] width;

  Greedy(MarketGraph graph, int length) {
    this.graph = graph;
    this.length = length;
    arcs = graph.arcs();
    offerLeft = graph.offers().stream().mapToLong(Offer::quantity).toArray();
    needLeft = graph.needs().stream().mapToLong(Need::quantity).toArray();
    double[] half = new double[Math.max(offerLeft.length, needLeft.length)];
    Arrays.fill(half, 0.5);
    filling = new Filling(graph, offerLeft, needLeft, half, half);
    int companies = graph.companies().size();
    firstOut = new int[companies + 1];
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
      widen(arc);
    }
    closing = new double[companies];
    closingArc = new int[companies];
  }

  private void widen(int arc) {
    GraphArc each = arcs.get(arc);
    long steps = Math.min(offerLeft[each.offer()], needLeft[each.need()]) / each.step();
    width[arc] = steps * each.step() * (double) each.referenceCents();
  }

  private record Found(double counted, int company, int[] cycle) {}

  double pack(boolean byGain) {
    double sum = 0;
    int companies = firstOut.length - 1;
    if (!byGain) {
      for (int company = 0; company < companies; company++) {
        for (Found found = best(company); found != null; found = best(company)) {
          sum += take(found);
        }
      }
      return sum;
    }
    PriorityQueue<Found> queue =
        new PriorityQueue<>(Comparator.comparingDouble((Found found) -> -found.counted).thenComparingInt(Found::company));
    for (int company = 0; company < companies; company++) {
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
    List<GraphArc> cycle = Arrays.stream(found.cycle).mapToObj(arcs::get).toList();
    List<Lot> lots = graph.mayStandTogether(cycle) ? filling.fill(cycle, Long.MAX_VALUE) : List.of();
    if (lots.isEmpty()) {
      width[found.cycle[0]] = 0;
      return 0;
    }
    for (Lot lot : lots) {
      offerLeft[lot.arc().offer()] -= lot.quantity();
      needLeft[lot.arc().need()] -= lot.quantity();
    }
    for (int leg : found.cycle) {
      int giver = arcs.get(leg).giver();
      for (int arc = firstOut[giver]; arc < firstOut[giver + 1]; arc++) {
        width[arc] = width[arc] == 0 ? 0 : left(arc);
      }
      for (int arc : into[head[leg]]) {
        width[arc] = width[arc] == 0 ? 0 : left(arc);
      }
    }
    return lots.size() * lots.stream().mapToDouble(Lot::referenceCents).min().orElse(0);
  }

  private double left(int arc) {
    GraphArc each = arcs.get(arc);
    long steps = Math.min(offerLeft[each.offer()], needLeft[each.need()]) / each.step();
    return steps * each.step() * (double) each.referenceCents();
  }

  private Found best(int root) {
    for (int arc : into[root]) {
      int tail = arcs.get(arc).giver();
      if (width[arc] > closing[tail]) {
        closing[tail] = width[arc];
        closingArc[tail] = arc;
      }
    }
    double best = 0;
    int[] cycle = null;
    for (int arc = firstOut[root]; arc < firstOut[root + 1]; arc++) {
      int next = head[arc];
      double two = 2 * Math.min(width[arc], closing[next]);
      if (two > best) {
        best = two;
        cycle = new int[] {arc, closingArc[next]};
      }
      for (int to = firstOut[next]; length >= 3 && 3 * width[arc] > best && to < firstOut[next + 1]; to++) {
        double three = 3 * Math.min(Math.min(width[arc], width[to]), closing[head[to]]);
        if (three > best && head[to] != root) {
          best = three;
          cycle = new int[] {arc, to, closingArc[head[to]]};
        }
      }
    }
    for (int arc : into[root]) {
      closing[arcs.get(arc).giver()] = 0;
    }
    return cycle == null ? null : new Found(best, root, cycle);
  }
}
