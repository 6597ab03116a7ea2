package org.ronde.db;

import com.codahale.metrics.MetricRegistry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real database for tests: one for the whole run, migrated once, emptied before each test.
 *
 * <p>The embedded MariaDB, or the server that {@code RONDE_TEST_DB_URL}, {@code RONDE_TEST_DB_USER}
 * and {@code RONDE_TEST_DB_PASSWORD} name. Use it as {@code @RegisterExtension static final
 * TestDatabase database = new TestDatabase();} in a test class tagged {@code database}.
 */
public final class TestDatabase implements BeforeEachCallback {
  private static final Map<String, Shared> SHARED = new HashMap<>();
  private static @Nullable EmbeddedDatabase server;

  private final String name;

  private record Shared(DatabaseConfiguration configuration, Database database, TestClock clock) {}

  public Database open() {
    return shared().database();
  }

  public Jdbi jdbi() {
    return open().jdbi();
  }

  public Transactions transactions() {
    return open().transactions();
  }

  public TestClock clock() {
    return shared().clock();
  }

  /** The database of tests that look at one room. */
  public TestDatabase() {
    this("ronde_test");
  }

  /** A database of this name, for an application whose jobs must not meddle with other tests. */
  public TestDatabase(String name) {
    this.name = name;
  }

  /** The address and account of the database, for an application under test to open it itself. */
  public DatabaseConfiguration configuration() {
    return shared().configuration();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    clock().reset();
    empty();
  }

  /** Removes every row but the record of migrations and the timetable of a running application. */
  public void empty() {
    jdbi()
        .useHandle(
            handle -> {
              handle.execute("SET FOREIGN_KEY_CHECKS = 0");
              tables(handle).forEach(table -> handle.execute("DELETE FROM `" + table + "`"));
              handle.execute("SET FOREIGN_KEY_CHECKS = 1");
            });
  }

  private static List<String> tables(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT table_name AS name
            FROM information_schema.tables
            WHERE table_schema = DATABASE()
              AND table_type = 'BASE TABLE'
              AND table_name NOT IN ('flyway_schema_history', 'scheduled_tasks')
            """)
        .mapTo(String.class)
        .list();
  }

  private Shared shared() {
    synchronized (SHARED) {
      return SHARED.computeIfAbsent(name, TestDatabase::start);
    }
  }

  private static Shared start(String name) {
    DatabaseConfiguration configuration = new DatabaseConfiguration();
    String url = System.getenv("RONDE_TEST_DB_URL");
    if (url == null) {
      EmbeddedDatabase embedded = server();
      renew(embedded, name);
      configuration.pointAt(embedded.url(name), EmbeddedDatabase.OWNER, embedded.ownerPassword());
    } else {
      configuration.pointAt(
          url.replaceFirst("/\\w+\\?", "/" + name + "?createDatabaseIfNotExist=true&"),
          System.getenv("RONDE_TEST_DB_USER"),
          System.getenv("RONDE_TEST_DB_PASSWORD"));
    }
    Database database = Database.open(configuration, new MetricRegistry());
    TestClock clock = new TestClock();
    database.jdbi().installPlugin(clock);
    database.migrations().apply();
    return new Shared(configuration, database, clock);
  }

  private static EmbeddedDatabase server() {
    EmbeddedDatabase running = server;
    if (running == null) {
      running =
          EmbeddedDatabase.start(
              Path.of("target", "test-database"),
              // Tests lose nothing when the machine does.
              List.of("--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=128M"));
      Runtime.getRuntime().addShutdownHook(new Thread(running::close));
      server = running;
    }
    return running;
  }

  /** The folder outlives the run; the schema of an earlier run must not. */
  private static void renew(EmbeddedDatabase embedded, String name) {
    Jdbi.create(
            embedded.url(EmbeddedDatabase.NAME), EmbeddedDatabase.OWNER, embedded.ownerPassword())
        .useHandle(
            handle -> {
              handle.execute("DROP DATABASE IF EXISTS " + name);
              handle.execute(
                  "CREATE DATABASE %s CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci"
                      .formatted(name));
            });
  }
}
