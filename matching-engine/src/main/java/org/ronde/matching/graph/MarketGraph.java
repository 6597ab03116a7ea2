package org.ronde.matching.graph;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ronde.matching.Arc;
import org.ronde.matching.ArcCounts;
import org.ronde.matching.ArcKind;
import org.ronde.matching.Company;
import org.ronde.matching.Market;
import org.ronde.matching.Need;
import org.ronde.matching.Offer;
import org.ronde.matching.Verdict;
import org.ronde.matching.Want;

/**
 * The market as a graph: companies are its points, arcs lead from giver to receiver.
 *
 * <p>An offer meets a need when category and unit are the same, the unit value is within the need's
 * maximum, each reaches the other's place, both still run on the market's day, the companies differ
 * and neither excludes the other, and some quantity suits both steps. Companies that exclude each
 * other stand in no cycle together, however far apart. Built once, then frozen.
 */
public final class MarketGraph {
  private static final Comparator<GraphArc> BY_GIVER_AND_RECEIVER =
      comparingInt(GraphArc::giver)
          .thenComparingInt(GraphArc::receiver)
          .thenComparingInt(GraphArc::offer)
          .thenComparingInt(GraphArc::need);

  private final List<Company> companies;
  private final List<Offer> offers;
  private final List<Need> needs;
  private final Exclusions exclusions;
  private final List<Arc> allArcs;
  private final List<GraphArc> arcs;
  private final Digraph digraph;

  private MarketGraph(
      List<Company> companies,
      List<Offer> offers,
      List<Need> needs,
      Exclusions exclusions,
      List<Arc> allArcs,
      List<GraphArc> arcs) {
    this.companies = companies;
    this.offers = offers;
    this.needs = needs;
    this.exclusions = exclusions;
    this.allArcs = List.copyOf(allArcs);
    this.arcs = List.copyOf(arcs);
    this.digraph =
        new Digraph(
            companies.size(),
            arcs.stream().map(arc -> new Digraph.Arrow(arc.giver(), arc.receiver())).toList());
  }

  /** Builds the graph; equal markets in any order give the same graph. */
  public static MarketGraph of(Market market) {
    var companies = market.companies().stream().sorted(comparing(Company::id)).toList();
    var offers = market.offers().stream().sorted(comparing(Offer::id)).toList();
    var needs = market.needs().stream().sorted(comparing(Need::id)).toList();
    var companyPlaces = places(companies, Company::id);
    var exclusions = new Exclusions(companies, companyPlaces);
    var verdicts = new HashMap<List<String>, Verdict>();
    for (Want want : market.wants()) {
      verdicts.put(List.of(want.needId(), want.offerId()), want.verdict());
    }
    var running =
        IntStream.range(0, offers.size())
            .mapToObj(place -> new Placed(place, offers.get(place)))
            .filter(placed -> runs(placed.offer().lastDay(), market.day()))
            .collect(groupingBy(placed -> References.Kind.of(placed.offer())));
    var references =
        new References(running.values().stream().flatMap(List::stream).map(Placed::offer).toList());

    var allArcs = new ArrayList<Arc>();
    var arcs = new ArrayList<GraphArc>();
    for (int n = 0; n < needs.size(); n++) {
      var need = needs.get(n);
      if (!runs(need.lastDay(), market.day())) {
        continue;
      }
      int receiver = companyPlaces.getOrDefault(need.companyId(), -1);
      for (var placed : running.getOrDefault(References.Kind.of(need), List.of())) {
        var offer = placed.offer();
        int giver = companyPlaces.getOrDefault(offer.companyId(), -1);
        long step = commonStep(offer, need);
        if (step == 0
            || giver == receiver
            || exclusions.between(giver, receiver)
            || !meets(offer, need)) {
          continue;
        }
        var kind = kind(verdicts.get(List.of(need.id(), offer.id())));
        allArcs.add(new Arc(offer.id(), need.id(), kind));
        if (kind != ArcKind.NEVER) {
          arcs.add(
              new GraphArc(
                  placed.place(),
                  n,
                  giver,
                  receiver,
                  kind == ArcKind.WOULD_TAKE,
                  step,
                  offer.unitValueCents(),
                  references.reference(offer, need)));
        }
      }
    }
    arcs.sort(BY_GIVER_AND_RECEIVER);
    return new MarketGraph(companies, offers, needs, exclusions, allArcs, arcs);
  }

  /** An offer and where it stands among all offers. */
  private record Placed(int place, Offer offer) {}

  private static <T> Map<String, Integer> places(List<T> things, Function<T, String> id) {
    var places = new HashMap<String, Integer>();
    things.forEach(thing -> places.put(id.apply(thing), places.size()));
    return places;
  }

  private static ArcKind kind(@Nullable Verdict verdict) {
    if (verdict == null) {
      return ArcKind.ASK;
    }
    return switch (verdict) {
      case WOULD_TAKE -> ArcKind.WOULD_TAKE;
      case NEVER -> ArcKind.NEVER;
    };
  }

  private static boolean runs(LocalDate lastDay, LocalDate day) {
    return !lastDay.isBefore(day);
  }

  private static boolean meets(Offer offer, Need need) {
    return offer.unitValueCents() <= need.unitValueMaxCents()
        && offer.reach().covers(offer.place(), need.place())
        && need.reach().covers(need.place(), offer.place());
  }

  /** The least common multiple of both steps, or 0 when no multiple fits both quantities. */
  private static long commonStep(Offer offer, Need need) {
    long quantity = Math.min(offer.quantity(), need.quantity());
    long divisor = gcd(offer.quantityStep(), need.quantityStep());
    long factor = offer.quantityStep() / divisor;
    return factor > quantity / need.quantityStep() ? 0 : factor * need.quantityStep();
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  public List<Company> companies() {
    return companies;
  }

  public List<Offer> offers() {
    return offers;
  }

  public List<Need> needs() {
    return needs;
  }

  /** Whether no two companies of this closed walk of arcs exclude each other. */
  public boolean mayStandTogether(List<GraphArc> cycle) {
    return !exclusions.within(cycle);
  }

  /** Arcs that cycles may use, ordered by giver, receiver, offer and need. */
  public List<GraphArc> arcs() {
    return arcs;
  }

  /** The same arcs as arrows between companies, numbered as in {@link #arcs}. */
  public Digraph digraph() {
    return digraph;
  }

  /** Every arc, those ruled out included, ordered by need and offer. */
  public List<Arc> allArcs() {
    return allArcs;
  }

  public ArcCounts counts() {
    var byKind = allArcs.stream().collect(groupingBy(Arc::kind, counting()));
    return new ArcCounts(
        byKind.getOrDefault(ArcKind.WOULD_TAKE, 0L),
        byKind.getOrDefault(ArcKind.ASK, 0L),
        byKind.getOrDefault(ArcKind.NEVER, 0L));
  }
}
