package org.ronde.points;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.util.DataSize;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jdbi.v3.core.Jdbi;
import org.ronde.db.Database;
import org.ronde.db.DatabaseConfiguration;
import org.ronde.db.Transactions;
import org.ronde.ids.ActivityId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;

/**
 * Measures what {@code make bench-points} promises, on an embedded database of its own in the
 * folder named by the first argument: awards a second with boards at most two seconds late and no
 * drift afterwards, and the rank of one among five million.
 */
final class PointsBench {
  /** With the four that follow and watch, as many as the service keeps connections. */
  private static final int CLIENTS = 12;

  private static final int MEMBERS = 50_000;
  private static final int ACTIVITIES = 536;
  private static final int TOGETHER = 50;
  private static final long LOOK_MILLIS = 50;

  /** Clients hold back while boards are later than this, so that what is measured can last. */
  private static final long LATE_ENOUGH_MILLIS = 750;

  private final Jdbi jdbi;
  private final Transactions transactions;
  private final Points points;
  private final Scorekeeper keeper;
  private final Boards boards;
  private final Verifier verifier;
  private final Instant now = Instant.now();
  private final Duration length;
  private final AtomicLong lateNow = new AtomicLong();

  private PointsBench(Database database, Duration length) {
    this.jdbi = database.jdbi();
    this.transactions = database.transactions();
    this.points = new Points(jdbi, database.transactions(), Scoring.V1);
    this.keeper = new Scorekeeper(jdbi, database.transactions(), Contesting.NONE);
    this.boards = new Boards(jdbi, keeper);
    this.verifier =
        new Verifier(
            jdbi,
            database.transactions(),
            database.verification(),
            findings -> {},
            List.of("points"));
    this.length = length;
  }

  public static void main(String[] arguments) throws Exception {
    DatabaseConfiguration configuration = new DatabaseConfiguration();
    configuration.setFolder(Path.of(arguments[0]).toString());
    configuration.setMemory(DataSize.gibibytes(2));
    configuration.setMaxSize(CLIENTS + 4);
    // Counting five million takes longer than a page may.
    configuration.getProperties().put("socketTimeout", "300000");
    Duration length =
        Duration.ofSeconds(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20);
    try (Database database = Database.open(configuration, new MetricRegistry())) {
      PointsBench bench = new PointsBench(database, length);
      bench.warmUp();
      bench.awards("one award a transaction", 1);
      bench.awards("%d awards a transaction".formatted(TOGETHER), TOGETHER);
      bench.attached();
      bench.drift();
      if (arguments.length < 3) {
        new RanksBench(bench.jdbi, bench.boards).run();
      }
    }
  }

  private void warmUp() throws Exception {
    run(length, 1, points::awardAll, new AtomicLong());
    keeper.keepUp();
    run(length.dividedBy(4), TOGETHER, points::awardAll, new AtomicLong());
    keeper.keepUp();
  }

  private void awards(String what, int together) throws Exception {
    AtomicBoolean going = new AtomicBoolean(true);
    AtomicLong late = new AtomicLong();
    Thread follows = new Thread(() -> follow(going));
    follows.start();
    Thread watches = new Thread(() -> watch(going, late));
    watches.start();
    AtomicLong written = new AtomicLong();
    Busy busy = Busy.now();
    long start = System.nanoTime();
    run(length, together, points::awardAll, written);
    double seconds = (System.nanoTime() - start) / 1e9;
    going.set(false);
    follows.join();
    watches.join();
    Busy spent = Busy.now().since(busy);
    System.out.printf(
        Locale.ROOT,
        "%-28s %8.0f awards/s, boards at most %4d ms late, all boards done %4.0f ms after the last;"
            + " processor time an award %4.0f µs here, %4.0f µs in the database%n",
        what,
        written.get() / seconds,
        late.get(),
        (System.nanoTime() - start) / 1e6 - seconds * 1e3,
        spent.here().toNanos() / 1e3 / written.get(),
        spent.database().toNanos() / 1e3 / written.get());
  }

  /** Awards and their boards in one transaction, so that no board is ever late. */
  private void attached() throws Exception {
    lateNow.set(0);
    AtomicLong written = new AtomicLong();
    Busy busy = Busy.now();
    long start = System.nanoTime();
    run(length, TOGETHER, this::awardWithBoards, written);
    double seconds = (System.nanoTime() - start) / 1e9;
    Busy spent = Busy.now().since(busy);
    System.out.printf(
        Locale.ROOT,
        "%-28s %8.0f awards/s, boards in the same transaction; processor time an award %4.0f µs"
            + " here, %4.0f µs in the database%n",
        "%d awards and their boards".formatted(TOGETHER),
        written.get() / seconds,
        spent.here().toNanos() / 1e3 / written.get(),
        spent.database().toNanos() / 1e3 / written.get());
  }

  private void awardWithBoards(List<Award> awards) {
    transactions.run(
        () -> {
          points.awardAll(awards);
          boards.catchUp();
        });
  }

  /** Processor time of this process and of the database it started. */
  private record Busy(Duration here, Duration database) {
    static Busy now() {
      return new Busy(
          busy(ProcessHandle.current()),
          ProcessHandle.current()
              .descendants()
              .map(Busy::busy)
              .reduce(Duration.ZERO, Duration::plus));
    }

    private static Duration busy(ProcessHandle process) {
      return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    Busy since(Busy before) {
      return new Busy(here.minus(before.here), database.minus(before.database));
    }
  }

  private void run(Duration duration, int together, Consumer<List<Award>> write, AtomicLong written)
      throws Exception {
    long end = System.nanoTime() + duration.toNanos();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        RandomGenerator random = RandomGeneratorFactory.getDefault().create(i + System.nanoTime());
        Callable<Void> client =
            () -> {
              while (System.nanoTime() < end) {
                if (lateNow.get() > LATE_ENOUGH_MILLIS) {
                  pause(LOOK_MILLIS);
                } else {
                  List<Award> some = new ArrayList<>();
                  for (int n = 0; n < together; n++) {
                    some.add(award(random));
                  }
                  write.accept(some);
                  written.addAndGet(together);
                }
              }
              return null;
            };
        all.add(clients.submit(client));
      }
      for (Future<Void> one : all) {
        one.get();
      }
    } finally {
      clients.shutdown();
    }
  }

  /** Keeps up as the server does. */
  private void follow(AtomicBoolean going) {
    while (going.get()) {
      keeper.keepUp();
      pause(PointsSettings.standard().boardsPauseMillis());
    }
    keeper.keepUp();
  }

  /** Notes how long the entry that waits longest has been waiting. */
  private void watch(AtomicBoolean going, AtomicLong late) {
    while (going.get()) {
      List<Instant> oldest =
          jdbi.withHandle(
              handle ->
                  handle
                      .createQuery(
                          """
                          SELECT e.recorded_at FROM points_pending p
                          JOIN points_entry e ON e.entry_id = p.entry_id
                          ORDER BY p.entry_id LIMIT 1
                          """)
                      .mapTo(Instant.class)
                      .list());
      lateNow.set(
          oldest.stream()
              .mapToLong(at -> Duration.between(at, Instant.now()).toMillis())
              .max()
              .orElse(0));
      late.accumulateAndGet(lateNow.get(), Math::max);
      pause(LOOK_MILLIS);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Award award(RandomGenerator random) {
    int member = random.nextInt(MEMBERS);
    int difficulty = 1 + random.nextInt(5);
    return new Award(
        new Cause("attempt-award", new UUID(random.nextLong(), random.nextLong())),
        new MemberId(new UUID(7, member)),
        new Effort(difficulty, false, random.nextInt(3) == 0, false, random.nextInt(6)),
        ValidationLevel.OPPONENT,
        new MemberId(new UUID(8, random.nextInt(MEMBERS))),
        now.minus(Duration.ofMinutes(random.nextInt(60 * 24 * 90))),
        ZoneId.of("Europe/Paris"),
        new ActivityId(new UUID(9, random.nextInt(ACTIVITIES))),
        new CompanyId(new UUID(10, member / 20)),
        "%02d".formatted(1 + member % 95),
        true);
  }

  private void drift() {
    List<String> findings = verifier.verify();
    long entries =
        jdbi.withHandle(
            handle ->
                handle.createQuery("SELECT COUNT(*) FROM points_seal").mapTo(long.class).one());
    System.out.printf(
        Locale.ROOT, "%-28s %8d findings in %d entries%n", "drift", findings.size(), entries);
    findings.forEach(System.out::println);
  }
}
