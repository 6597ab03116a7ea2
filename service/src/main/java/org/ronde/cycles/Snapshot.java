package org.ronde.cycles;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ronde.listings.Listing;
import org.ronde.matching.Market;

/**
 * The market a clearing works on, with the revisions its listings had. Revisions are read before
 * the market: a listing edited in between then looks outdated, never fresh.
 */
record Snapshot(Market market, Map<String, Integer> revisions) {
  Snapshot {
    revisions = Map.copyOf(revisions);
  }

  static Snapshot take(Neighbours neighbours) {
    var revisions = revisions(neighbours.listings().tradable());
    return new Snapshot(neighbours.preferences().market(), revisions);
  }

  private static Map<String, Integer> revisions(List<Listing> listings) {
    var revisions = new HashMap<String, Integer>();
    listings.forEach(listing -> revisions.put(listing.id().toString(), listing.revision()));
    return revisions;
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
                        company.premium(),
                        sorted(company.excludedCompanyIds()))));
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
