package org.ronde.matching.graph;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
 * other stand in no cycle together, however far apart; those that stand in none have no arcs that
 * cycles use. Built once, then frozen.
 */
public final class MarketGraph {
  /** Company, offer and need share one number when arcs are sorted, 21 bits for each. */
  private static final int PLACE_BITS = 21;

  private static final long PLACE = (1L << PLACE_BITS) - 1;
  private static final long PAIR = (1L << (2 * PLACE_BITS)) - 1;

  /** Marks of idle arcs. */
  private static final long NEVER = PAIR + 1;

  private static final long WOULD_TAKE = 2 * NEVER;

  private final List<Company> companies;
  private final List<Offer> offers;
  private final List<Need> needs;
  private final Exclusions exclusions;
  private final List<GraphArc> arcs;

  /** Arcs that no cycle uses: ruled out, or of a company that stands in none. */
  private final long[] idleArcs;

  private final Digraph digraph;

  private MarketGraph(
      List<Company> companies,
      List<Offer> offers,
      List<Need> needs,
      Exclusions exclusions,
      ArcTable arcs,
      long[] idleArcs) {
    this.companies = companies;
    this.offers = offers;
    this.needs = needs;
    this.exclusions = exclusions;
    this.arcs = arcs;
    this.idleArcs = idleArcs;
    this.digraph = Digraph.of(companies.size(), arcs.tails(), arcs.heads());
  }

  /**
   * Builds the graph; equal markets in any order give the same graph.
   *
   * @throws IllegalArgumentException when there are more than two million of a kind
   */
  public static MarketGraph of(Market market) {
    var companies = market.companies().stream().sorted(comparing(Company::id)).toList();
    var offers = market.offers().stream().sorted(comparing(Offer::id)).toList();
    var needs = market.needs().stream().sorted(comparing(Need::id)).toList();
    int most = Math.max(companies.size(), Math.max(offers.size(), needs.size()));
    if (most >>> PLACE_BITS > 0) {
      throw new IllegalArgumentException(
          "%d of a kind, at most %d go into one graph".formatted(most, (1 << PLACE_BITS) - 1));
    }
    var companyPlaces = places(companies, Company::id);
    var companyOfOffer =
        offers.stream().mapToInt(offer -> companyPlaces.getOrDefault(offer.companyId(), -1));
    var companyOfNeed =
        needs.stream().mapToInt(need -> companyPlaces.getOrDefault(need.companyId(), -1));
    var building =
        new Building(
            market, companies, offers, needs, companyOfOffer.toArray(), companyOfNeed.toArray());
    return building.build(new Exclusions(companies, companyPlaces));
  }

  /** What is known while the arcs are being found. */
  @SuppressWarnings("ArrayRecordComponent") // lives only while building
  private record Building(
      Market market,
      List<Company> companies,
      List<Offer> offers,
      List<Need> needs,
      int[] companyOfOffer,
      int[] companyOfNeed) {

    MarketGraph build(Exclusions exclusions) {
      var verdicts = verdicts();
      var running =
          IntStream.range(0, needs.size())
              .filter(need -> runs(needs.get(need).lastDay(), market.day()))
              .boxed()
              .collect(groupingBy(need -> References.Kind.of(needs.get(need))));
      var arcs = new ArcTable(offers, needs, companyOfOffer, companyOfNeed, medians());
      var idle = LongStream.builder();
      int[][] offersOf = offersOfCompanies();
      for (int giver = 0; giver < companies.size(); giver++) {
        var keys = LongStream.builder();
        for (int offer : offersOf[giver]) {
          for (int need : running.getOrDefault(References.Kind.of(offers.get(offer)), List.of())) {
            int receiver = companyOfNeed[need];
            if (giver != receiver
                && meets(offers.get(offer), needs.get(need))
                && ArcTable.commonStep(offers.get(offer), needs.get(need)) > 0
                && !exclusions.between(giver, receiver)) {
              var kind = verdicts.getOrDefault(pair(offer, need), ArcKind.ASK);
              if (kind == ArcKind.NEVER || standsAside(giver) || standsAside(receiver)) {
                idle.add(idle(kind) | pair(offer, need));
              } else {
                keys.add(((long) receiver << (2 * PLACE_BITS)) | pair(offer, need));
              }
            }
          }
        }
        keys.build()
            .sorted()
            .forEach(
                key -> {
                  long pair = key & PAIR;
                  boolean yes = verdicts.get(pair) == ArcKind.WOULD_TAKE;
                  arcs.add((int) (pair >>> PLACE_BITS), (int) (pair & PLACE), yes);
                });
      }
      arcs.trim();
      return new MarketGraph(
          companies, offers, needs, exclusions, arcs, idle.build().sorted().toArray());
    }

    private boolean standsAside(int company) {
      return companies.get(company).openCyclesMax() == 0;
    }

    private Map<Long, ArcKind> verdicts() {
      var offerPlaces = places(offers, Offer::id);
      var needPlaces = places(needs, Need::id);
      var verdicts = new HashMap<Long, ArcKind>();
      for (Want want : market.wants()) {
        var offer = offerPlaces.get(want.offerId());
        var need = needPlaces.get(want.needId());
        if (offer != null && need != null) {
          verdicts.put(pair(offer, need), kind(want.verdict()));
        }
      }
      return verdicts;
    }

    private long[] medians() {
      var references =
          new References(
              offers.stream().filter(offer -> runs(offer.lastDay(), market.day())).toList());
      return offers.stream().mapToLong(offer -> references.median(offer).orElse(0)).toArray();
    }

    /** Running offers by company, ordered. */
    private int[][] offersOfCompanies() {
      var byCompany =
          IntStream.range(0, offers.size())
              .filter(offer -> runs(offers.get(offer).lastDay(), market.day()))
              .boxed()
              .collect(groupingBy(offer -> companyOfOffer[offer]));
      return IntStream.range(0, companies.size())
          .mapToObj(company -> byCompany.getOrDefault(company, List.of()))
          .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
          .toArray(int[][]::new);
    }
  }

  private static long pair(int offer, int need) {
    return ((long) offer << PLACE_BITS) | need;
  }

  private static <T> Map<String, Integer> places(List<T> things, Function<T, String> id) {
    var places = new HashMap<String, Integer>();
    things.forEach(thing -> places.put(id.apply(thing), places.size()));
    return places;
  }

  private static ArcKind kind(Verdict verdict) {
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

  /** Every arc, those that no cycle uses included, ordered by need and offer. */
  public List<Arc> allArcs() {
    var usable =
        arcs.stream()
            .map(
                arc ->
                    new NumberedArc(
                        arc.offer(),
                        arc.need(),
                        arc.wouldTake() ? ArcKind.WOULD_TAKE : ArcKind.ASK));
    var idle =
        Arrays.stream(idleArcs)
            .mapToObj(
                arc ->
                    new NumberedArc(
                        (int) (arc >>> PLACE_BITS & PLACE), (int) (arc & PLACE), kindOf(arc)));
    return Stream.concat(usable, idle)
        .sorted(comparingInt(NumberedArc::need).thenComparingInt(NumberedArc::offer))
        .map(arc -> new Arc(offers.get(arc.offer()).id(), needs.get(arc.need()).id(), arc.kind()))
        .toList();
  }

  private static long idle(ArcKind kind) {
    return switch (kind) {
      case NEVER -> NEVER;
      case WOULD_TAKE -> WOULD_TAKE;
      case ASK -> 0;
    };
  }

  private static ArcKind kindOf(long idleArc) {
    if ((idleArc & NEVER) != 0) {
      return ArcKind.NEVER;
    }
    return (idleArc & WOULD_TAKE) != 0 ? ArcKind.WOULD_TAKE : ArcKind.ASK;
  }

  private record NumberedArc(int offer, int need, ArcKind kind) {}

  /** What cycles may use, and what was ruled out. */
  public ArcCounts counts() {
    long never = Arrays.stream(idleArcs).filter(arc -> kindOf(arc) == ArcKind.NEVER).count();
    long wouldTake = arcs.stream().filter(GraphArc::wouldTake).count();
    return new ArcCounts(wouldTake, arcs.size() - wouldTake, never);
  }
}
