package org.ronde.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The schema's story: brings a database up to the numbered files of the {@code migrations} module.
 *
 * <p>A table whose comment starts with {@code append-only} is a ledger: the service's own account
 * may read and insert there, never change or remove.
 */
public final class Migrations {
  private static final String APPEND_ONLY = "append-only";

  private final FluentConfiguration flyway;

  public Migrations(String url, String user, String password) {
    flyway =
        Flyway.configure()
            .dataSource(url, user, password)
            .locations("classpath:migrations")
            .sqlMigrationPrefix("")
            .sqlMigrationSeparator("_")
            .connectRetries(2)
            .validateMigrationNaming(true);
  }

  /** Applies what is missing and says how many files that were. */
  public int apply() {
    return flyway.load().migrate().migrationsExecuted;
  }

  /** How many files are not applied yet. */
  public int pending() {
    return flyway.load().info().pending().length;
  }

  /** Connections of the account that owns the schema. */
  DataSource connections() {
    return flyway.getDataSource();
  }

  /** Gives the service's account exactly what it needs on each table of the current database. */
  void grantService(String account) {
    try (Connection connection = flyway.getDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String grant : grants(statement, account)) {
        statement.execute(grant);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The service's account could not be given its rights.", e);
    }
  }

  private static List<String> grants(Statement statement, String account) throws SQLException {
    List<String> grants = new ArrayList<>();
    try (var tables =
        statement.executeQuery(
            """
            SELECT table_schema, table_name, table_comment
            FROM information_schema.tables
            WHERE table_schema = DATABASE()
            """)) {
      while (tables.next()) {
        String rights =
            tables.getString(3).startsWith(APPEND_ONLY)
                ? "SELECT, INSERT"
                : "SELECT, INSERT, UPDATE, DELETE";
        grants.add(
            "GRANT %s ON `%s`.`%s` TO %s"
                .formatted(rights, tables.getString(1), tables.getString(2), account));
      }
    }
    return grants;
  }
}
