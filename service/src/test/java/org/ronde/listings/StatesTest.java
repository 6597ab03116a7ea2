package org.ronde.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.listings.Market.anOffer;
import static org.ronde.listings.Market.refused;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.ids.ListingId;
import org.ronde.listings.Listing.State;

/** Every action from every state: where it leads, or {@code -} when it is refused. */
@Tag("database")
class StatesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Market market = new Market(database);
  private final Actor vidal = market.trader("Atelier Vidal");

  private void bring(ListingId id, State to) {
    Listings listings = market.listings;
    switch (to) {
      case DRAFT -> {}
      case PUBLISHED -> listings.publish(vidal, id);
      case PAUSED -> {
        listings.publish(vidal, id);
        listings.pause(vidal, id);
      }
      case WITHDRAWN -> listings.withdraw(vidal, id);
      case EXPIRED -> {
        listings.publish(vidal, id);
        database.clock().moveTo(Market.atNoon(listings.listing(id).lastDay().plusDays(1)));
        market.expiry.expireDue();
      }
    }
  }

  private Listing act(ListingId id, String action) {
    Listings listings = market.listings;
    return switch (action) {
      case "publish" -> listings.publish(vidal, id);
      case "pause" -> listings.pause(vidal, id);
      case "withdraw" -> listings.withdraw(vidal, id);
      case "renew" -> listings.renew(vidal, id);
      default -> throw new IllegalArgumentException(action);
    };
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          DRAFT,     publish,  PUBLISHED
          DRAFT,     pause,    -
          DRAFT,     withdraw, WITHDRAWN
          DRAFT,     renew,    -
          PUBLISHED, publish,  -
          PUBLISHED, pause,    PAUSED
          PUBLISHED, withdraw, WITHDRAWN
          PUBLISHED, renew,    PUBLISHED
          PAUSED,    publish,  PUBLISHED
          PAUSED,    pause,    -
          PAUSED,    withdraw, WITHDRAWN
          PAUSED,    renew,    PAUSED
          EXPIRED,   pause,    -
          EXPIRED,   withdraw, WITHDRAWN
          EXPIRED,   renew,    PUBLISHED
          WITHDRAWN, publish,  -
          WITHDRAWN, pause,    -
          WITHDRAWN, withdraw, -
          WITHDRAWN, renew,    -
          """)
  void leadsWhereItSays(State from, String action, String to) {
    ListingId id = market.draft(vidal, anOffer()).id();
    bring(id, from);

    if (to.equals("-")) {
      assertThat(refused(() -> act(id, action))).isEqualTo(ProblemType.LISTING_STATE);
    } else {
      act(id, action);
    }

    assertThat(market.listings.listing(id).state())
        .isEqualTo(to.equals("-") ? from : State.valueOf(to));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          DRAFT,     -, y, -, y, -
          PUBLISHED, -, -, y, y, y
          PAUSED,    -, y, -, y, y
          WITHDRAWN, -, -, -, -, -
          EXPIRED,   -, y, -, y, -
          """)
  void allowsTheseMovesAndNoOthers(
      State from, String draft, String published, String paused, String withdrawn, String expired) {
    assertThat(from.mayBecome(State.DRAFT)).isEqualTo(draft.equals("y"));
    assertThat(from.mayBecome(State.PUBLISHED)).isEqualTo(published.equals("y"));
    assertThat(from.mayBecome(State.PAUSED)).isEqualTo(paused.equals("y"));
    assertThat(from.mayBecome(State.WITHDRAWN)).isEqualTo(withdrawn.equals("y"));
    assertThat(from.mayBecome(State.EXPIRED)).isEqualTo(expired.equals("y"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          DRAFT,     DRAFT
          PUBLISHED, EXPIRED
          PAUSED,    EXPIRED
          WITHDRAWN, WITHDRAWN
          """)
  void endsWhenTheLastDayHasPassed(State before, State after) {
    ListingId id = market.draft(vidal, anOffer().forDays(5)).id();
    bring(id, before);

    database.clock().moveTo(Market.atNoon(market.listings.listing(id).lastDay().plusDays(1)));
    int expired = market.expiry.expireDue();

    assertThat(market.listings.listing(id).state()).isEqualTo(after);
    assertThat(expired).isEqualTo(before == after ? 0 : 1);
  }
}
