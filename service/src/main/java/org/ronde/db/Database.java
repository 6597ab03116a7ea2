package org.ronde.db;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.lifecycle.Managed;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
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
      Migrations migrations =
          new Migrations(
              configuration.getUrl(),
              String.valueOf(configuration.getUser()),
              String.valueOf(configuration.getPassword()));
      return new Database(null, configuration.build(metrics, "database"), migrations);
    }
    EmbeddedDatabase server = startEmbedded(configuration);
    try {
      String url = server.url(EmbeddedDatabase.NAME);
      Migrations migrations = new Migrations(url, EmbeddedDatabase.OWNER, server.ownerPassword());
      LOG.info("Embedded database ready, {} migrations applied", migrations.apply());
      migrations.grantService(EmbeddedDatabase.SERVICE_ACCOUNT);
      configuration.pointAt(url, EmbeddedDatabase.SERVICE, server.servicePassword());
      return new Database(server, configuration.build(metrics, "database"), migrations);
    } catch (RuntimeException e) {
      // A server left running would keep the process alive and the folder locked.
      server.close();
      throw e;
    }
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

  public ManagedDataSource pool() {
    return pool;
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
        .registerColumnMapper(new ColumnTypes.IdColumns())
        .registerRowMapper(new ColumnTypes.RecordRows());
  }

  private static EmbeddedDatabase startEmbedded(DatabaseConfiguration configuration) {
    try {
      return EmbeddedDatabase.start(
          configuration.folderPath(), List.of("--innodb-buffer-pool-size=128M"));
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(
          "database.url is 'embedded' but the embedded database is not part of this installation."
              + " Set RONDE_DB_URL to a MySQL or MariaDB server, or start with `make run`.",
          e);
    }
  }
}
