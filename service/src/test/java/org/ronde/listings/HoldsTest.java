package org.ronde.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ronde.listings.Market.aNeed;
import static org.ronde.listings.Market.anOffer;
import static org.ronde.listings.Market.refusal;
import static org.ronde.listings.Market.refused;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.Ids;
import org.ronde.ids.ListingId;

@Tag("database")
class HoldsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Market market = new Market(database);
  private final Listings listings = market.listings;
  private final Market.Ear ear = new Market.Ear();
  private final Actor vidal = market.trader("Atelier Vidal");

  private static Hold hold(Listing listing, long quantity) {
    return new Hold(listing.id(), listing.revision(), quantity);
  }

  @Test
  void takesAllHoldsOrNone() {
    Listing bread = market.published(vidal, anOffer().times(5));
    Listing honey = market.published(vidal, anOffer().times(2));

    Refusal refusal = refusal(() -> listings.hold(List.of(hold(bread, 5), hold(honey, 3))));

    assertThat(refusal.type()).isEqualTo(ProblemType.QUANTITY_GONE);
    assertThat(refusal.arguments()).containsEntry("left", 2L);
    assertThat(listings.listing(bread.id()).held()).isZero();
    listings.hold(List.of(hold(bread, 5), hold(honey, 2)));
    assertThat(listings.listing(bread.id()).available()).isZero();
    assertThat(listings.listing(honey.id()).held()).isEqualTo(2);
  }

  @Test
  void holdsNothingEvenWhenTheCallerGoesOnAfterARefusal() {
    Listing bread = market.published(vidal, anOffer().times(5));
    Listing honey = market.published(vidal, anOffer().times(2));

    database
        .transactions()
        .run(
            () ->
                assertThat(refused(() -> listings.hold(List.of(hold(bread, 5), hold(honey, 3)))))
                    .isEqualTo(ProblemType.QUANTITY_GONE));

    assertThat(listings.listing(bread.id()).held()).isZero();
  }

  @Test
  void addsUpTheQuantitiesOfOneListing() {
    Listing bread = market.published(vidal, anOffer().times(5));

    assertThat(refused(() -> listings.hold(List.of(hold(bread, 3), hold(bread, 3)))))
        .isEqualTo(ProblemType.QUANTITY_GONE);
    listings.hold(List.of(hold(bread, 3), hold(bread, 2)));

    assertThat(listings.listing(bread.id()).held()).isEqualTo(5);
  }

  @Test
  void refusesAListingThatIsNotWhatTheHoldWasFoundOn() {
    Listing paused = market.published(vidal, anOffer());
    listings.pause(vidal, paused.id());
    Listing edited = market.published(vidal, anOffer());
    listings.edit(vidal, edited.id(), 1, anOffer().worth(99_00).draft(listings.today()));
    Listing ended = market.published(vidal, anOffer().forDays(1));
    Hold unknown = new Hold(new ListingId(Ids.timeOrdered().next()), 1, 1);

    assertThat(refused(() -> listings.hold(List.of(hold(paused, 1)))))
        .isEqualTo(ProblemType.LISTING_CHANGED);
    assertThat(refused(() -> listings.hold(List.of(hold(edited, 1)))))
        .isEqualTo(ProblemType.LISTING_CHANGED);
    assertThat(refused(() -> listings.hold(List.of(unknown))))
        .isEqualTo(ProblemType.LISTING_CHANGED);
    database.clock().moveTo(Market.atNoon(ended.lastDay().plusDays(1)));
    assertThat(refused(() -> listings.hold(List.of(hold(ended, 1)))))
        .isEqualTo(ProblemType.LISTING_CHANGED);
  }

  @Test
  void givesBackAndDeliversWhatIsHeldWhateverBecameOfTheListing() {
    Listing bread = market.published(vidal, anOffer().times(9));
    listings.hold(List.of(hold(bread, 6)));
    listings.withdraw(vidal, bread.id());

    listings.release(List.of(hold(bread, 2)));
    listings.deliver(List.of(hold(bread, 3)));

    Listing now = listings.listing(bread.id());
    assertThat(now.held()).isEqualTo(1);
    assertThat(now.delivered()).isEqualTo(3);
    assertThat(now.available()).isEqualTo(5);
  }

  @Test
  void failsAtOnceWhenMoreIsGivenBackThanIsHeld() {
    Listing bread = market.published(vidal, anOffer());
    listings.hold(List.of(hold(bread, 2)));

    assertThatThrownBy(() -> listings.release(List.of(hold(bread, 3))))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> listings.deliver(List.of(hold(bread, 3))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(listings.listing(bread.id()).held()).isEqualTo(2);
  }

  @Test
  void pausesTheOtherNeedsOfAGroupWhenOneIsHeld() {
    Listing van = market.published(vidal, aNeed().oneOf("Transport"));
    Listing bike = market.published(vidal, aNeed().oneOf("transport"));
    Listing cake = market.published(vidal, aNeed().oneOf("Party"));
    Listing others = market.published(market.trader("Other"), aNeed().oneOf("Transport"));
    listings.listen(ear);

    listings.hold(List.of(hold(van, 1)));

    assertThat(listings.listing(bike.id()).state()).isEqualTo(Listing.State.PAUSED);
    assertThat(List.of(van, cake, others))
        .allSatisfy(
            need ->
                assertThat(listings.listing(need.id()).state()).isEqualTo(Listing.State.PUBLISHED));
    assertThat(ear.heard).containsExactly("changed " + bike.id(), "paused by group " + bike.id());
    assertThat(refused(() -> listings.hold(List.of(hold(bike, 1)))))
        .isEqualTo(ProblemType.LISTING_CHANGED);
  }

  @Test
  void tellsThatAGroupIsFreeAgainButPublishesNothingByItself() {
    Listing van = market.published(vidal, aNeed().times(5).oneOf("Transport"));
    Listing bike = market.published(vidal, aNeed().oneOf("Transport"));
    listings.hold(List.of(hold(van, 2)));
    listings.listen(ear);

    listings.release(List.of(hold(van, 1)));
    assertThat(ear.heard).isEmpty();
    listings.release(List.of(hold(van, 1)));

    assertThat(ear.heard).containsExactly("group free " + bike.id());
    assertThat(listings.listing(bike.id()).state()).isEqualTo(Listing.State.PAUSED);
  }

  @Test
  void refusesTwoNeedsOfOneGroupAtOnce() {
    Listing van = market.published(vidal, aNeed().oneOf("Transport"));
    Listing bike = market.published(vidal, aNeed().oneOf("Transport"));

    assertThat(refused(() -> listings.hold(List.of(hold(van, 1), hold(bike, 1)))))
        .isEqualTo(ProblemType.QUANTITY_GONE);
    assertThat(listings.listing(van.id()).held()).isZero();
  }

  @Test
  void neverOverHoldsWhenManyRace() throws Exception {
    List<Listing> five = new ArrayList<>();
    for (int count = 0; count < 5; count++) {
      five.add(market.published(vidal, anOffer().times(20)));
    }
    AtomicInteger taken = new AtomicInteger();
    AtomicLong units = new AtomicLong();

    race(
        16,
        thread -> {
          Random random = new Random(thread);
          for (int attempt = 0; attempt < 400; attempt++) {
            List<Listing> wanted = new ArrayList<>(five);
            Collections.shuffle(wanted, random);
            List<Hold> holds =
                wanted.subList(0, 2 + random.nextInt(2)).stream()
                    .map(listing -> hold(listing, 1))
                    .toList();
            try {
              listings.hold(holds);
              taken.incrementAndGet();
              units.addAndGet(holds.size());
              if (random.nextBoolean()) {
                listings.release(holds);
                units.addAndGet(-holds.size());
              }
            } catch (Refusal refusal) {
              assertThat(refusal.type()).isEqualTo(ProblemType.QUANTITY_GONE);
            }
          }
        });

    assertThat(taken).hasPositiveValue();
    List<Listing> now = listings.listings(five.stream().map(Listing::id).toList());
    assertThat(now).allSatisfy(listing -> assertThat(listing.held()).isBetween(0L, 20L));
    assertThat(now.stream().mapToLong(Listing::held).sum()).isEqualTo(units.get());
    assertThat(now.stream().filter(listing -> listing.available() == 0).count())
        .isGreaterThanOrEqualTo(4);
  }

  @Test
  void letsOneOfAGroupWinWhenTwoRace() throws Exception {
    for (int round = 0; round < 20; round++) {
      List<Listing> group =
          List.of(
              market.published(vidal, aNeed().oneOf("Round " + round)),
              market.published(vidal, aNeed().oneOf("Round " + round)));
      AtomicInteger won = new AtomicInteger();

      race(
          2,
          thread -> {
            try {
              listings.hold(List.of(hold(group.get(thread), 1)));
              won.incrementAndGet();
            } catch (Refusal refusal) {
              assertThat(refusal.type()).isEqualTo(ProblemType.LISTING_CHANGED);
            }
          });

      assertThat(won).hasValue(1);
    }
  }

  @Test
  void letsAHoldAndAnEditHaveOneOutcome() throws Exception {
    for (int round = 0; round < 30; round++) {
      Listing listing = market.published(vidal, anOffer().times(20));
      ListingDraft fewer = anOffer().times(10).draft(listings.today());
      AtomicInteger held = new AtomicInteger();
      AtomicInteger edited = new AtomicInteger();

      race(
          2,
          thread -> {
            try {
              if (thread == 0) {
                listings.hold(List.of(hold(listing, 15)));
                held.incrementAndGet();
              } else {
                listings.edit(vidal, listing.id(), 1, fewer);
                edited.incrementAndGet();
              }
            } catch (Refusal refusal) {
              assertThat(refusal.type())
                  .isIn(ProblemType.LISTING_CHANGED, ProblemType.LISTING_HELD);
            }
          });

      assertThat(held.get() + edited.get()).isEqualTo(1);
      Listing now = listings.listing(listing.id());
      assertThat(now.held()).isEqualTo(held.get() * 15L);
      assertThat(now.quantity()).isEqualTo(edited.get() == 1 ? 10 : 20);
    }
  }

  private interface Runner {
    void run(int thread) throws Exception;
  }

  private static void race(int threads, Runner runner) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Void>> all = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int number = thread;
        all.add(
            () -> {
              runner.run(number);
              return null;
            });
      }
      for (Future<Void> outcome : pool.invokeAll(all)) {
        outcome.get();
      }
    } finally {
      pool.shutdown();
    }
  }
}
