package org.ronde.cycles;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronde.ids.ListingId;
import org.ronde.listings.Listing;
import org.ronde.matching.Market;
import org.ronde.matching.Need;
import org.ronde.matching.Offer;
import org.ronde.matching.Verdict;
import org.ronde.matching.Want;

/**
 * The market a clearing works on, in which each company has its history, with the revisions its
 * listings had. Revisions are read before the market: a listing edited in between then looks
 * outdated, never fresh.
 */
record Snapshot(Market market, Map<String, Integer> revisions) {
  Snapshot {
    revisions = Map.copyOf(revisions);
  }

  static Snapshot take(Neighbours neighbours, Histories histories) {
    var revisions = revisions(neighbours.listings().tradable());
    return new Snapshot(histories.told(neighbours.preferences().market()), revisions);
  }

  private static Map<String, Integer> revisions(List<Listing> listings) {
    var revisions = new HashMap<String, Integer>();
    listings.forEach(listing -> revisions.put(listing.id().toString(), listing.revision()));
    return revisions;
  }

  /**
   * The same market without what companies turned down: what one would have received in a cycle
   * that fell because of it. Without this the engine would choose the same cycle again, and the
   * others in it would never hear of another. An edit of any of its listings lifts the ban.
   */
  Snapshot without(List<Cycle> fallen) {
    var present =
        Stream.concat(
                market.offers().stream().map(Offer::id), market.needs().stream().map(Need::id))
            .collect(Collectors.toSet());
    var wants = new LinkedHashMap<List<String>, Want>();
    market.wants().forEach(want -> put(wants, want));
    fallen.stream()
        .filter(cycle -> cycle.legs().stream().allMatch(leg -> current(leg, present)))
        .flatMap(cycle -> cycle.legs().stream().filter(leg -> cycle.fellBecauseOf(leg.receiver())))
        .forEach(leg -> put(wants, never(leg)));
    return new Snapshot(
        new Market(
            market.day(),
            market.companies(),
            market.offers(),
            market.needs(),
            List.copyOf(wants.values())),
        revisions);
  }

  private static void put(Map<List<String>, Want> wants, Want want) {
    wants.put(List.of(want.needId(), want.offerId()), want);
  }

  private static Want never(Cycle.Leg leg) {
    return new Want(leg.needId().toString(), leg.offerId().toString(), Verdict.NEVER);
  }

  private boolean current(Cycle.Leg leg, Set<String> present) {
    return current(leg.offerId(), leg.offerRevision(), present)
        && current(leg.needId(), leg.needRevision(), present);
  }

  private boolean current(ListingId id, int revision, Set<String> present) {
    return present.contains(id.toString())
        && Integer.valueOf(revision).equals(revisions.get(id.toString()));
  }

  /** SHA-256 of the market in one canonical form: equal markets have equal hashes. */
  String hash() {
    var lines = new ArrayList<String>();
    lines.add("day " + market.day());
    market
        .companies()
        .forEach(
            company ->
                lines.add(
                    line(
                        "company",
                        company.id(),
                        company.cycleLengthMax(),
                        company.tolerancePercent(),
                        company.topUpPayMaxCents(),
                        company.topUpTakeMaxCents(),
                        company.openCyclesMax(),
                        company.premium(),
                        sorted(company.excludedCompanyIds()),
                        company.history())));
    market.offers().forEach(offer -> lines.add("offer " + offer));
    market.needs().forEach(need -> lines.add("need " + need));
    market.wants().forEach(want -> lines.add("want " + want));
    lines.sort(null);
    return CycleKey.hash(lines);
  }

  private static String line(Object... parts) {
    return List.of(parts).toString();
  }

  private static List<String> sorted(Collection<String> texts) {
    return texts.stream().sorted().toList();
  }
}
