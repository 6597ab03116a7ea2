package org.ronde.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ListingId;
import org.ronde.listings.Listing;
import org.ronde.money.Money;
import org.ronde.preferences.Limits;

class RecheckTest {
  private static final Limits USUAL = new Limits(4, 5, 50_000, 50_000, null, Set.of());

  private final Rings ring = Rings.three();

  @Test
  void findsNothingWrongWithListingsAsTheyWere() {
    assertThat(Recheck.findWithdrawal(ring.proposed(), listings())).isEmpty();
  }

  @Test
  void findsANewRevision() {
    assertThat(cause(listings(1, Listing.State.PUBLISHED, 2, 10, 0)))
        .contains(Cycle.Cause.LISTING_CHANGED);
  }

  @Test
  void findsAPausedListing() {
    assertThat(cause(listings(1, Listing.State.PAUSED, 1, 10, 0)))
        .contains(Cycle.Cause.LISTING_CHANGED);
  }

  @Test
  void findsAListingThatIsGone() {
    assertThat(cause(listings().subList(1, 6))).contains(Cycle.Cause.LISTING_CHANGED);
  }

  @Test
  void findsThatTooLittleIsLeft() {
    assertThat(cause(listings(1, Listing.State.PUBLISHED, 1, 19, 10)))
        .contains(Cycle.Cause.QUANTITY_GONE);
    assertThat(cause(listings(1, Listing.State.PUBLISHED, 1, 20, 10))).isEmpty();
  }

  private Optional<Cycle.Cause> cause(List<Listing> now) {
    return Recheck.findWithdrawal(ring.proposed(), now).map(Recheck.Withdrawal::cause);
  }

  @Test
  void namesTheCompaniesWhoseListingsAreTheReason() {
    var leg = ring.legs().get(1);
    var now =
        listings().stream()
            .filter(one -> !one.id().equals(leg.offerId()) && !one.id().equals(leg.needId()))
            .toList();

    assertThat(Recheck.findWithdrawal(ring.proposed(), now).orElseThrow().companies())
        .containsExactlyInAnyOrder(leg.giver(), leg.receiver());
  }

  @Test
  void tellsAChangeFromAQuantityThatIsGone() {
    var now = new ArrayList<>(listings(1, Listing.State.PUBLISHED, 1, 19, 10));
    now.remove(5);

    assertThat(cause(now)).contains(Cycle.Cause.LISTING_CHANGED);
  }

  @Test
  void namesTheCompanyOfAListingThatChanged() {
    var leg = ring.legs().get(1);

    assertThat(Recheck.Withdrawal.changed(ring.proposed(), leg.offerId()))
        .isEqualTo(new Recheck.Withdrawal(Cycle.Cause.LISTING_CHANGED, Set.of(leg.giver())));
    assertThat(Recheck.Withdrawal.changed(ring.proposed(), leg.needId()).companies())
        .containsExactly(leg.receiver());
  }

  @Test
  void allowsWhatLimitsAllow() {
    assertThat(allowed(ring, limits -> limits)).isTrue();
  }

  @Test
  void forbidsALongerCycleThanACompanyWants() {
    assertThat(allowed(ring, limits -> new Limits(2, 5, 0, 0, null, Set.of()))).isFalse();
  }

  @Test
  void forbidsACompanyThatAnotherExcludes() {
    assertThat(allowed(ring, limits -> new Limits(4, 5, 0, 0, null, Set.of(Rings.id("Vidal")))))
        .isFalse();
  }

  @Test
  void forbidsADifferenceBeyondTheTolerance() {
    var uneven =
        Rings.ring("Vidal gives Web for 106 to Sud", "Sud gives Brochures for 100 to Vidal");

    assertThat(allowed(uneven, limits -> limits)).isFalse();
    assertThat(allowed(uneven, limits -> new Limits(4, 6, 0, 0, null, Set.of()))).isTrue();
  }

  @Test
  void forbidsATopUpBeyondABound() {
    var topped =
        Rings.ring("Vidal gives Web for 106 to Sud", "Sud gives Brochures for 100 to Vidal")
            .topUp("Sud", "Vidal", 6);

    assertThat(allowed(topped, limits -> limits)).isTrue();
    assertThat(allowed(topped, limits -> new Limits(4, 5, 599, 50_000, null, Set.of()))).isFalse();
    assertThat(allowed(topped, limits -> new Limits(4, 5, 50_000, 599, null, Set.of()))).isFalse();
  }

  private static boolean allowed(Rings ring, UnaryOperator<Limits> change) {
    Map<CompanyId, Limits> limits = new HashMap<>();
    ring.companies().keySet().forEach(id -> limits.put(id, change.apply(USUAL)));
    return Recheck.withinLimits(ring.legs(), ring.proposed().topUps(), limits);
  }

  private List<Listing> listings() {
    return listings(0, Listing.State.PUBLISHED, 1, 10, 0);
  }

  /** All listings of the ring as they were, but for one. */
  private List<Listing> listings(
      int changed, Listing.State state, int revision, long quantity, long held) {
    var listings = new ArrayList<Listing>();
    for (var leg : ring.legs()) {
      for (var id : List.of(leg.offerId(), leg.needId())) {
        boolean other = listings.size() == changed;
        listings.add(
            other
                ? listing(id, state, revision, quantity, held)
                : listing(id, Listing.State.PUBLISHED, 1, 10, 0));
      }
    }
    return listings;
  }

  private static Listing listing(
      ListingId id, Listing.State state, int revision, long quantity, long held) {
    return new Listing(
        id,
        Rings.id("anybody"),
        Listing.Side.OFFER,
        revision,
        state,
        "Title",
        "",
        "en",
        "web",
        Listing.Unit.HOUR,
        quantity,
        1,
        held,
        0,
        Money.euros(1),
        200,
        "31",
        Listing.Reach.COUNTRY,
        LocalDate.of(2027, 1, 1),
        null,
        Instant.EPOCH);
  }
}
