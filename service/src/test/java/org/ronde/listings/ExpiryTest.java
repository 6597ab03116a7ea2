package org.ronde.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.listings.Market.anOffer;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;

@Tag("database")
class ExpiryTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Market market = new Market(database);
  private final Market.Ear ear = new Market.Ear();
  private final Actor vidal = market.trader("Atelier Vidal");

  private void moveTo(Listing listing, int daysBeforeTheEnd) {
    database.clock().moveTo(Market.atNoon(listing.lastDay().minusDays(daysBeforeTheEnd)));
  }

  @Test
  void endsAListingTheDayAfterItsLastAndTellsOnce() {
    Listing listing = market.published(vidal, anOffer().forDays(5));
    market.listings.listen(ear);

    moveTo(listing, 0);
    assertThat(market.expiry.expireDue()).isZero();
    moveTo(listing, -1);
    assertThat(market.expiry.expireDue()).isEqualTo(1);
    assertThat(market.expiry.expireDue()).isZero();

    assertThat(ear.heard).containsExactly("changed " + listing.id(), "expired " + listing.id());
  }

  @Test
  void keepsWhatIsPromisedWhenAListingEnds() {
    Listing listing = market.published(vidal, anOffer().forDays(5));
    market.listings.hold(List.of(new Hold(listing.id(), 1, 4)));

    moveTo(listing, -1);
    market.expiry.expireDue();
    market.listings.deliver(List.of(new Hold(listing.id(), 1, 4)));

    assertThat(market.listings.listing(listing.id()).delivered()).isEqualTo(4);
  }

  @Test
  void remindsOnceForEachNumberOfDays() {
    Listing listing = market.published(vidal, anOffer().forDays(60));
    market.listings.listen(ear);

    moveTo(listing, 15);
    assertThat(market.expiry.remind()).isZero();
    moveTo(listing, 14);
    assertThat(market.expiry.remind()).isEqualTo(1);
    moveTo(listing, 13);
    assertThat(market.expiry.remind()).isZero();
    moveTo(listing, 3);
    assertThat(market.expiry.remind()).isEqualTo(1);
    assertThat(market.expiry.remind()).isZero();

    assertThat(ear.heard)
        .containsExactly("expires in 14 " + listing.id(), "expires in 3 " + listing.id());
  }

  @Test
  void makesUpForMissedRunsByTheNearestReminderAlone() {
    Listing listing = market.published(vidal, anOffer().forDays(60));
    market.listings.listen(ear);

    moveTo(listing, 2);
    market.expiry.remind();
    market.expiry.remind();

    assertThat(ear.heard).containsExactly("expires in 2 " + listing.id());
  }

  @Test
  void remindsAgainAfterARenewal() {
    Listing listing = market.published(vidal, anOffer().forDays(60));
    moveTo(listing, 3);
    market.expiry.remind();
    Listing renewed = market.listings.renew(vidal, listing.id());
    market.listings.listen(ear);

    assertThat(market.expiry.remind()).isZero();
    moveTo(renewed, 3);
    assertThat(market.expiry.remind()).isEqualTo(1);
  }

  @Test
  void doesNotRemindOfATimeThatWasShortFromTheStart() {
    Listing listing = market.published(vidal, anOffer().forDays(10));

    assertThat(market.expiry.expiringSoon(14)).isEmpty();
    moveTo(listing, 3);
    assertThat(market.expiry.expiringSoon(3)).extracting(Listing::id).containsExactly(listing.id());
  }
}
