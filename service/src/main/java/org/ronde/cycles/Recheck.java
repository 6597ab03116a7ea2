package org.ronde.cycles;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** Why a cycle can no longer be agreed, and the companies whose listings are the reason. */
  record Withdrawal(Cycle.Cause cause, Set<CompanyId> companies) {
    Withdrawal {
      companies = Set.copyOf(companies);
    }

    /** Because of one listing, which changed. */
    static Withdrawal changed(Cycle cycle, ListingId id) {
      var companies =
          cycle.legs().stream()
              .flatMap(
                  leg ->
                      Stream.concat(
                          leg.offerId().equals(id) ? Stream.of(leg.giver()) : Stream.empty(),
                          leg.needId().equals(id) ? Stream.of(leg.receiver()) : Stream.empty()))
              .collect(Collectors.toSet());
      return new Withdrawal(Cycle.Cause.LISTING_CHANGED, companies);
    }
  }

  /** Why a cycle that was proposed can no longer be agreed. */
  static Optional<Withdrawal> findWithdrawal(Cycle cycle, List<Listing> now) {
    var byId = now.stream().collect(Collectors.toMap(Listing::id, Function.identity()));
    var causes = EnumSet.noneOf(Cycle.Cause.class);
    var companies = new HashSet<CompanyId>();
    for (var leg : cycle.legs()) {
      var offer = findCause(leg.offerId(), leg.offerRevision(), leg.quantity(), byId);
      var need = findCause(leg.needId(), leg.needRevision(), leg.quantity(), byId);
      offer.ifPresent(cause -> companies.add(leg.giver()));
      need.ifPresent(cause -> companies.add(leg.receiver()));
      Stream.of(offer, need).flatMap(Optional::stream).forEach(causes::add);
    }
    return causes.stream().findFirst().map(cause -> new Withdrawal(cause, companies));
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
