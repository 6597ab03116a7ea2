package org.ronde.matching.graph;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.ronde.matching.Need;
import org.ronde.matching.Offer;

/**
 * What a unit of something counts, learned from what others ask for the like.
 *
 * <p>The reference for an offer is the lower median of the unit values that <em>other</em>
 * companies ask in the same category and unit. A company's own price is never part of its own
 * reference, so no price it could ask makes its own listing count for more.
 */
final class References {
  private final Map<Kind, List<Offer>> offersByKind;

  /** What makes two listings comparable. */
  record Kind(String category, String unit) {
    static Kind of(Offer offer) {
      return new Kind(offer.category(), offer.unit());
    }

    static Kind of(Need need) {
      return new Kind(need.category(), need.unit());
    }
  }

  /** Learns from offers that still run. */
  References(List<Offer> offers) {
    offersByKind = offers.stream().collect(groupingBy(Kind::of));
  }

  /** The median that others ask; empty when nobody else offers the like. */
  OptionalLong median(Offer offer) {
    long[] others =
        offersByKind.getOrDefault(Kind.of(offer), List.of()).stream()
            .filter(other -> !other.companyId().equals(offer.companyId()))
            .mapToLong(Offer::unitValueCents)
            .sorted()
            .toArray();
    return others.length == 0
        ? OptionalLong.empty()
        : OptionalLong.of(others[(others.length - 1) / 2]);
  }
}
