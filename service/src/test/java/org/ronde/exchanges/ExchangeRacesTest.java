package org.ronde.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.ExchangeId;
import org.ronde.ids.ListingId;
import org.ronde.listings.Listing;

@Tag("database")
class ExchangeRacesTest {
  private static final int CLIENTS = 8;

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Square square = new Square(database);
  private final Actor anne = square.trader("Boulangerie Anne");
  private final Actor bruno = square.trader("Atelier Bruno");
  private final Actor chloe = square.trader("Studio Chloé");

  /** Runs all at once and returns what was refused. */
  private static List<ProblemType> race(List<Runnable> attempts) throws Exception {
    ConcurrentLinkedQueue<ProblemType> refused = new ConcurrentLinkedQueue<>();
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService clients = Executors.newFixedThreadPool(attempts.size());
    List<Future<Boolean>> done = new ArrayList<>();
    for (Runnable attempt : attempts) {
      Callable<Boolean> client =
          () -> {
            start.await();
            try {
              attempt.run();
            } catch (Refusal refusal) {
              refused.add(refusal.type());
            }
            return true;
          };
      done.add(clients.submit(client));
    }
    start.countDown();
    for (Future<Boolean> one : done) {
      assertThat(one.get()).isTrue();
    }
    clients.shutdown();
    return List.copyOf(refused);
  }

  private static List<Runnable> times(int count, Runnable attempt) {
    List<Runnable> attempts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      attempts.add(attempt);
    }
    return attempts;
  }

  @Test
  void receivesALegOnceHoweverManyClick() throws Exception {
    ExchangeId id = square.agreed(anne, bruno);

    List<ProblemType> refused = race(times(CLIENTS, () -> square.receive(bruno, id)));

    ListingId offer = square.received(bruno, id).offer();
    assertThat(refused).hasSize(CLIENTS - 1).containsOnly(ProblemType.LEG_STATE);
    assertThat(square.listings.listing(offer).delivered()).isEqualTo(4);
  }

  @Test
  void closesOnceWhenTheLastReceiptsComeTogether() throws Exception {
    List<Exchange> closed = new ArrayList<>();
    square.exchanges.listen(closed::add);
    ExchangeId id = square.agreed(anne, bruno, chloe);

    List<ProblemType> refused =
        race(
            List.of(
                () -> square.receive(anne, id),
                () -> square.receive(bruno, id),
                () -> square.receive(chloe, id),
                () -> square.receive(chloe, id)));

    assertThat(refused).containsExactly(ProblemType.LEG_STATE);
    assertThat(closed).hasSize(1);
    assertThat(square.exchanges.exchange(anne, id).closed()).isTrue();
  }

  @Test
  void neverPromisesMoreThanThereIs() throws Exception {
    Agreement first = square.agreement(anne, bruno);
    List<Runnable> attempts = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      Agreement again =
          new Agreement(new org.ronde.ids.CycleId(square.ids.next()), first.legs(), first.topUps());
      attempts.add(() -> square.exchanges.open(again));
    }

    List<ProblemType> refused = race(attempts);

    Listing offer = square.listings.listing(first.legs().get(0).offer());
    assertThat(refused).hasSize(CLIENTS - 2).containsOnly(ProblemType.QUANTITY_GONE);
    assertThat(offer.held()).isEqualTo(8);
    assertThat(square.exchanges.count()).isEqualTo(2);
  }

  @Test
  void remindsOnceFromTwoNodes() throws Exception {
    square.agreed(anne, bruno);
    database.clock().advance(java.time.Duration.ofDays(28));

    race(times(2, square.exchanges::remindDue));

    int reminders =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("SELECT COUNT(*) FROM exchange_leg WHERE reminded_at IS NULL")
                        .mapTo(Integer.class)
                        .one());
    assertThat(reminders).isZero();
    assertThat(square.told(anne)).hasSize(1);
    assertThat(square.told(bruno)).hasSize(1);
  }
}
