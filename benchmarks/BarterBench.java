import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.ronde.matching.Limits;
import org.ronde.matching.Market;
import org.ronde.matching.Packing;
import org.ronde.matching.Progress;
import org.ronde.matching.ScoreRule;
import org.ronde.matching.cycles.Candidate;
import org.ronde.matching.flows.FlowPacker;
import org.ronde.matching.graph.MarketGraph;
import org.ronde.matching.packing.PackingChecker;
import org.ronde.matching.planner.PlannerMatcher;

/**
 * Packs a generated market and says what it is worth, what it could be worth at most, and what a greedy packing is:
 * in whole steps beside what is packed, in fractions beside what could flow.
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
    Limits limits = new Limits(length, steps, Duration.ofSeconds(seconds), 1, 20_000);
    double greedy =
        compared(market, limits, length <= 3 && option(arguments, "greedy", 1) == 1, option(arguments, "flows", 1) == 1);
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

  /** Prints what the run is compared to; the better greedy packing in whole steps, in EUR. */
  private static double compared(Market market, Limits limits, boolean withGreedy, boolean withFlows) {
    long from = System.nanoTime();
    MarketGraph graph = MarketGraph.of(market);
    say("%,d arcs in %.1f s", graph.arcs().size(), (System.nanoTime() - from) / 1e9);
    double greedy = withGreedy ? greedy(graph, limits.cycleLengthMax(), false).better() : Double.NaN;
    if (withFlows) {
      flows(graph, limits, withGreedy);
    }
    return greedy;
  }

  /** What could flow in fractions, as a peer without steps and balance would tell. */
  private static void flows(MarketGraph graph, Limits limits, boolean withGreedy) {
    long from = System.nanoTime();
    FlowPacker.Outcome flows = FlowPacker.priced(graph, limits, List.of(), () -> false, new Deaf()).pack(List.of(), 0);
    say("flows in fractions: counted %,.0f EUR, bound %,.0f EUR, gap %.2f %%, %,d columns, %.1f s", flows.flowCents() / 100,
        flows.expectedBound() / 100, 100 * (1 - flows.flowCents() / flows.expectedBound()), flows.columns(),
        (System.nanoTime() - from) / 1e9);
    if (withGreedy) {
      Counted greedy = greedy(graph, limits.cycleLengthMax(), true);
      double euros = flows.flowCents() / 100;
      say("flows in fractions: greedy in fractions x %.3f, company by company x %.3f", euros / greedy.better(),
          euros / greedy.first);
    }
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

  /** What two greedy packings count, in EUR: company by company, and always the greatest cycle. */
  private record Counted(double first, double second) {
    double better() {
      return Math.max(first, second);
    }
  }

  private static Counted greedy(MarketGraph graph, int length, boolean inFractions) {
    double[] counted = new double[2];
    for (int which = 0; which < 2; which++) {
      long from = System.nanoTime();
      BarterGreedy greedy =
          inFractions ? BarterGreedy.inFractions(graph, length) : BarterGreedy.inSteps(graph, length);
      counted[which] = greedy.pack(which == 1) / 100.0;
      say("greedy in %s, %s: counted %,.0f EUR, %.1f s", inFractions ? "fractions" : "whole steps",
          which == 1 ? "greatest cycle first" : "company by company", counted[which], (System.nanoTime() - from) / 1e9);
    }
    return new Counted(counted[0], counted[1]);
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
