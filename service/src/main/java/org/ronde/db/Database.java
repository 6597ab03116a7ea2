package org.ronde.db;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.lifecycle.Managed;
import java.util.List;
import java.util.UUID;
import org.apache.tomcat.jdbc.pool.DataSourceProxy;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.internal.OnDemandExtensions;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open database: the pool, jdbi on it, and the embedded server when there is one.
 *
 * <p>Opening an embedded database migrates it; any other is migrated by the command {@code migrate}
 * alone, because a node must not change a schema that other nodes use.
 */
public final class Database implements Managed, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final long LOG_MIN = 96L << 20;
  private static final String ACCOUNT = "'[A-Za-z0-9_-]+'@'[A-Za-z0-9_.:%-]+'";

  private final @Nullable EmbeddedDatabase embedded;
  private final ManagedDataSource pool;
  private final Jdbi jdbi;
  private final Transactions transactions;
  private final Migrations migrations;

  private Database(
      @Nullable EmbeddedDatabase embedded, ManagedDataSource pool, Migrations migrations) {
    this.embedded = embedded;
    this.pool = pool;
    this.migrations = migrations;
    this.jdbi = teach(Jdbi.create(pool));
    this.transactions = new Transactions(jdbi);
  }

  /** Opens what the configuration names, and starts the embedded server when it names that. */
  public static Database open(DatabaseConfiguration configuration, MetricRegistry metrics) {
    if (!configuration.isEmbedded()) {
      return new Database(null, pool(configuration, metrics), migrations(configuration));
    }
    EmbeddedDatabase server = startEmbedded(configuration);
    try {
      String url = server.url(EmbeddedDatabase.NAME);
      Migrations migrations = new Migrations(url, EmbeddedDatabase.OWNER, server.ownerPassword());
      LOG.info("Embedded database ready, {} migrations applied", migrations.apply());
      migrations.grantService(EmbeddedDatabase.SERVICE_ACCOUNT);
      configuration.pointAt(url, EmbeddedDatabase.SERVICE, server.servicePassword());
      return new Database(server, pool(configuration, metrics), migrations);
    } catch (RuntimeException e) {
      // A server left running would keep the process alive and the folder locked.
      server.close();
      throw e;
    }
  }

  /**
   * Brings the database that the configuration names up to date, and says how many migrations that
   * took. With an account, gives it what the service needs on each table and no more.
   *
   * @param account as SQL writes it: {@code 'name'@'host'}
   */
  public static int migrate(DatabaseConfiguration configuration, @Nullable String account) {
    if (configuration.isEmbedded()) {
      throw new IllegalArgumentException(
          "The embedded database is migrated at each start. Set RONDE_DB_URL to migrate another.");
    }
    if (account != null && !account.matches(ACCOUNT)) {
      throw new IllegalArgumentException(
          "The account %s is not written as 'name'@'host'.".formatted(account));
    }
    Migrations migrations = migrations(configuration);
    int applied = migrations.apply();
    if (account != null) {
      migrations.grantService(account);
    }
    return applied;
  }

  /** Asks the database for an answer; throws when there is none. */
  public void ping() {
    jdbi.useHandle(handle -> handle.execute("SELECT 1"));
  }

  /** Jdbi with Ronde's column types; each Dao is {@code jdbi().onDemand(SomeDao.class)}. */
  public Jdbi jdbi() {
    return jdbi;
  }

  public Transactions transactions() {
    return transactions;
  }

  public Migrations migrations() {
    return migrations;
  }

  /**
   * Lets only a database pass that has the tables this version of Ronde was built for.
   *
   * @throws DatabaseUnusable when migrations are missing; the message says how they get there
   */
  public void requireMigrated() {
    int pending = migrations.pending();
    if (pending > 0) {
      throw new DatabaseUnusable(
          "Migrations are missing: %d. Run first: java -jar ronde.jar migrate config.yml"
              .formatted(pending),
          null);
    }
  }

  /** What asks the data for contradictions. */
  public Verification verification() {
    return new Verification(jdbi, Jdbi.create(migrations.connections()));
  }

  public ManagedDataSource pool() {
    return pool;
  }

  @Override
  public void start() {
    if (embedded != null) {
      embedded.leaveToItsUser();
    }
  }

  @Override
  public void stop() {
    close();
  }

  @Override
  public void close() {
    try {
      pool.stop();
    } catch (Exception e) {
      // Dropwizard's signature; a pool that does not close must not keep the server running.
      LOG.warn("The connection pool did not close cleanly", e);
    } finally {
      if (embedded != null) {
        embedded.close();
      }
    }
  }

  static Jdbi teach(Jdbi jdbi) {
    return jdbi.installPlugin(new SqlObjectPlugin())
        .registerArgument(new ColumnTypes.IdArguments())
        .registerArgument(new ColumnTypes.UuidArguments())
        .registerColumnMapper(UUID.class, new ColumnTypes.UuidColumn())
        .registerColumnMapper(new ColumnTypes.IdColumns())
        .registerRowMapper(new ColumnTypes.RecordRows())
        .configure(OnDemandExtensions.class, daos -> daos.setFactory(new Daos()));
  }

  private static ManagedDataSource pool(
      DatabaseConfiguration configuration, MetricRegistry metrics) {
    ManagedDataSource pool = configuration.build(metrics, "database");
    if (pool instanceof DataSourceProxy tomcat) {
      // It would call each setter of a statement by reflection, for callers that use a statement
      // after closing it; jdbi does not.
      tomcat.setUseStatementFacade(false);
    }
    return pool;
  }

  private static Migrations migrations(DatabaseConfiguration configuration) {
    return new Migrations(
        configuration.getUrl(),
        String.valueOf(configuration.getUser()),
        String.valueOf(configuration.getPassword()));
  }

  private static EmbeddedDatabase startEmbedded(DatabaseConfiguration configuration) {
    long memory = configuration.getMemory().toBytes();
    try {
      return EmbeddedDatabase.start(
          configuration.folderPath(),
          List.of(
              "--innodb-buffer-pool-size=" + memory,
              "--innodb-log-file-size=" + Math.max(LOG_MIN, memory / 4)));
    } catch (NoClassDefFoundError e) {
      throw new DatabaseUnusable(
          "database.url is 'embedded' but the embedded database is not part of this installation."
              + " Set RONDE_DB_URL to a MySQL or MariaDB server, or start with `make run`.",
          e);
    }
  }
}
