package org.ronde.matching.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.ronde.matching.Offer;

/**
 * What a unit of something counts, learned from what others ask for the like.
 *
 * <p>The reference for an offer is the lower median of the unit values that <em>other</em>
 * companies ask in the same category and unit. A company's own price is never part of its own
 * reference, so no price it could ask makes its own listing count for more.
 */
final class References {
  private final Map<Kind, List<Offer>> offersByKind = new HashMap<>();

  /** What makes two listings comparable. */
  record Kind(String category, String unit) {}

  References(Map<Kind, List<Offer>> offersByKind) {
    this.offersByKind.putAll(offersByKind);
  }

  /** The median that others ask; empty when nobody else offers the like. */
  OptionalLong findOthersMedian(Offer offer) {
    long[] others =
        offersByKind.getOrDefault(new Kind(offer.category(), offer.unit()), List.of()).stream()
            .filter(other -> !other.companyId().equals(offer.companyId()))
            .mapToLong(Offer::unitValueCents)
            .toArray();
    if (others.length == 0) {
      return OptionalLong.empty();
    }
    Arrays.sort(others);
    return OptionalLong.of(others[(others.length - 1) / 2]);
  }
}
