package org.ronde.cycles;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ListingId;
import org.ronde.listings.Listing;
import org.ronde.preferences.Limits;

/** Whether what was found, or proposed, can still be: values in, an answer out. */
final class Recheck {
  private Recheck() {}

  /** Why a cycle that was proposed can no longer be agreed. */
  static Optional<Cycle.Cause> findCause(Cycle cycle, List<Listing> now) {
    var byId = now.stream().collect(Collectors.toMap(Listing::id, Function.identity()));
    var causes =
        cycle.legs().stream()
            .flatMap(
                leg ->
                    Stream.of(
                        findCause(leg.offerId(), leg.offerRevision(), leg.quantity(), byId),
                        findCause(leg.needId(), leg.needRevision(), leg.quantity(), byId)))
            .flatMap(Optional::stream)
            .toList();
    return causes.contains(Cycle.Cause.LISTING_CHANGED)
        ? Optional.of(Cycle.Cause.LISTING_CHANGED)
        : causes.stream().findFirst();
  }

  private static Optional<Cycle.Cause> findCause(
      ListingId id, int revision, long quantity, Map<ListingId, Listing> now) {
    var listing = now.get(id);
    if (listing == null
        || listing.state() != Listing.State.PUBLISHED
        || listing.revision() != revision) {
      return Optional.of(Cycle.Cause.LISTING_CHANGED);
    }
    return listing.available() < quantity
        ? Optional.of(Cycle.Cause.QUANTITY_GONE)
        : Optional.empty();
  }

  /** Whether every company's limits, as they are now, allow this cycle. */
  static boolean withinLimits(
      List<Cycle.Leg> legs, List<Cycle.TopUp> topUps, Map<CompanyId, Limits> limits) {
    var companies = legs.stream().map(Cycle.Leg::giver).toList();
    for (int i = 0; i < legs.size(); i++) {
      var given = legs.get(i);
      var received = legs.get((i + legs.size() - 1) % legs.size());
      var own = limits.get(given.giver());
      if (own == null
          || legs.size() > own.cycleLengthMax()
          || companies.stream().anyMatch(own.excluded()::contains)
          || !balanced(given, received, topUps, own)) {
        return false;
      }
    }
    return true;
  }

  private static boolean balanced(
      Cycle.Leg given, Cycle.Leg received, List<Cycle.TopUp> topUps, Limits limits) {
    var company = given.giver();
    if (topUps.isEmpty()) {
      long gap = Math.abs(received.valueCents() - given.valueCents());
      return gap * 100 <= given.valueCents() * limits.tolerancePercent();
    }
    return topUps.stream()
        .allMatch(
            topUp ->
                (!topUp.payer().equals(company) || topUp.amountCents() <= limits.topUpPayMaxCents())
                    && (!topUp.payee().equals(company)
                        || topUp.amountCents() <= limits.topUpTakeMaxCents()));
  }
}
