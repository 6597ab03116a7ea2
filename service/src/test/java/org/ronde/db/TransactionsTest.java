package org.ronde.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.ids.CycleId;

@Tag("database")
class TransactionsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final ShelfDao shelf = database.jdbi().onDemand(ShelfDao.class);
  private final Transactions transactions = database.transactions();

  interface ShelfDao {
    @SqlUpdate("INSERT INTO shelf (id, jars) VALUES (:id, :jars)")
    void put(CycleId id, int jars);

    @SqlUpdate("UPDATE shelf SET jars = jars - 1 WHERE id = :id")
    int take(CycleId id);

    @SqlQuery("SELECT jars FROM shelf WHERE id = :id")
    int jars(CycleId id);

    @SqlQuery("SELECT id FROM shelf")
    List<CycleId> ids();

    @SqlQuery("SELECT UTC_TIMESTAMP(6)")
    Instant now();

    @SqlQuery("SELECT @@transaction_isolation")
    String isolation();
  }

  @BeforeAll
  static void buildShelf() {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "CREATE TABLE IF NOT EXISTS shelf (id BINARY(16) PRIMARY KEY, jars INT)"));
  }

  @AfterAll
  static void removeShelf() {
    database.jdbi().useHandle(handle -> handle.execute("DROP TABLE shelf"));
  }

  private static CycleId id() {
    return new CycleId(UUID.randomUUID());
  }

  @Test
  void keepsAnIdAsItWas() {
    CycleId id = id();

    shelf.put(id, 3);

    assertThat(shelf.ids()).containsExactly(id);
  }

  @Test
  void doesWhatFollowsOnceAllIsCommitted() {
    CycleId id = id();
    List<String> seen = new ArrayList<>();

    transactions.run(
        () -> {
          transactions.run(() -> transactions.afterwards(() -> seen.add("jars " + shelf.jars(id))));
          shelf.put(id, 3);
          seen.add("put");
        });

    assertThat(seen).containsExactly("put", "jars 3");
  }

  @Test
  void doesNothingAfterWorkThatFailed() {
    List<String> seen = new ArrayList<>();

    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      transactions.afterwards(() -> seen.add("followed"));
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(seen).isEmpty();
  }

  @Test
  void standsWhenWhatFollowsFails() {
    CycleId id = id();

    transactions.run(
        () -> {
          shelf.put(id, 3);
          transactions.afterwards(
              () -> {
                throw new IllegalStateException("too late to matter");
              });
        });

    assertThat(shelf.jars(id)).isEqualTo(3);
  }

  @Test
  void undoesEverythingWhenTheWorkFails() {
    CycleId first = id();

    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      shelf.put(first, 1);
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(shelf.ids()).isEmpty();
  }

  @Test
  void joinsTheTransactionThatIsOpen() {
    CycleId inner = id();

    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      transactions.run(() -> shelf.put(inner, 1));
                      throw new IllegalStateException("outer fails");
                    }))
        .hasMessage("outer fails");

    assertThat(shelf.ids()).isEmpty();
  }

  @Test
  void undoesAPartThatFailsAndKeepsTheRest() {
    CycleId kept = id();
    CycleId undone = id();

    transactions.run(
        () -> {
          shelf.put(kept, 1);
          assertThatThrownBy(
                  () ->
                      transactions.part(
                          () -> {
                            shelf.put(undone, 1);
                            throw new IllegalStateException("part fails");
                          }))
              .hasMessage("part fails");
        });

    assertThat(shelf.ids()).containsExactly(kept);
  }

  @Test
  void knowsNoPartWithoutATransaction() {
    assertThatThrownBy(() -> transactions.part(() -> 1)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void readsWhatIsCommitted() {
    assertThat(transactions.in(shelf::isolation)).isEqualTo("READ-COMMITTED");
  }

  @Test
  void triesAgainAfterADeadlock() throws Exception {
    CycleId left = id();
    CycleId right = id();
    shelf.put(left, 10);
    shelf.put(right, 10);
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    AtomicInteger attempts = new AtomicInteger();

    ExecutorService two = Executors.newFixedThreadPool(2);
    Future<?> one = two.submit(() -> takeBoth(left, right, bothHoldOne, attempts));
    Future<?> other = two.submit(() -> takeBoth(right, left, bothHoldOne, attempts));
    one.get();
    other.get();
    two.shutdown();

    assertThat(attempts).hasValue(3);
    assertThat(shelf.jars(left)).isEqualTo(8);
    assertThat(shelf.jars(right)).isEqualTo(8);
  }

  private void takeBoth(
      CycleId first, CycleId second, CyclicBarrier bothHoldOne, AtomicInteger attempts) {
    transactions.run(
        () -> {
          boolean firstRound = attempts.incrementAndGet() <= 2;
          shelf.take(first);
          if (firstRound) {
            await(bothHoldOne);
          }
          shelf.take(second);
        });
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void tellsTheTimeOfTheDatabase() {
    Instant later = Instant.parse("2027-03-01T10:15:30.123456Z");

    database.clock().moveTo(later);

    assertThat(transactions.in(shelf::now)).isBetween(later, later.plus(5, ChronoUnit.SECONDS));
  }
}
