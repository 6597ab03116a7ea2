package org.ronde.db;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.validation.MinDataSize;
import jakarta.validation.constraints.NotEmpty;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the database is and how Ronde talks to it: Dropwizard's own keys, with defaults that suit
 * MySQL and MariaDB, and the folder of the embedded one.
 */
public class DatabaseConfiguration extends DataSourceFactory {
  /** The URL that stands for the embedded database. */
  public static final String EMBEDDED = "embedded";

  private static final String SESSION =
      "SET time_zone = '+00:00', sql_mode ="
          + " 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_DATE,NO_ZERO_IN_DATE,"
          + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'";

  @NotEmpty private String folder = "data";

  @MinDataSize(value = 64, unit = DataSizeUnit.MEBIBYTES)
  private DataSize memory = DataSize.mebibytes(128);

  public DatabaseConfiguration() {
    setDriverClass("com.mysql.cj.jdbc.Driver");
    setUrl(EMBEDDED);
    setMaxSize(16);
    setMinSize(2);
    setInitialSize(2);
    setMaxWaitForConnection(io.dropwizard.util.Duration.seconds(2));
    setDefaultTransactionIsolation(TransactionIsolation.READ_COMMITTED);
    setInitializationQuery(SESSION);
    setValidationQuery("SELECT 1");
    setRollbackOnReturn(true);
    setCheckConnectionWhileIdle(true);
    setCheckConnectionOnBorrow(true);
    // Whoever opens a pool asks the database by a query of its own, which says more when it fails.
    setIgnoreExceptionOnPreLoad(true);
    Map<String, String> driver = new HashMap<>();
    driver.put("connectionTimeZone", "UTC");
    driver.put("forceConnectionTimeZoneToSession", "true");
    driver.put("characterEncoding", "UTF-8");
    driver.put("connectTimeout", "2000");
    // A database that hangs must not hang its callers.
    driver.put("socketTimeout", "15000");
    driver.put("tcpKeepAlive", "true");
    driver.put("cachePrepStmts", "true");
    // The driver keeps 25 statements of at most 256 characters otherwise: hardly any of ours.
    driver.put("prepStmtCacheSize", "250");
    driver.put("prepStmtCacheSqlLimit", "8192");
    // Many rows of one statement travel together.
    driver.put("rewriteBatchedStatements", "true");
    // The driver knows the isolation and autocommit it set itself: asking the server before each
    // change would double the round trips of a short transaction.
    driver.put("useLocalSessionState", "true");
    setProperties(driver);
  }

  /** Folder of the embedded database and of whatever else Ronde keeps on disk. */
  @JsonProperty
  public String getFolder() {
    return folder;
  }

  @JsonProperty
  public void setFolder(String folder) {
    this.folder = folder;
  }

  /** How much of its data the embedded database keeps in memory. */
  @JsonProperty
  public DataSize getMemory() {
    return memory;
  }

  @JsonProperty
  public void setMemory(DataSize memory) {
    this.memory = memory;
  }

  @JsonIgnore
  public boolean isEmbedded() {
    return EMBEDDED.equals(getUrl());
  }

  @JsonIgnore
  public Path folderPath() {
    return Path.of(folder).toAbsolutePath().normalize();
  }

  /** The same settings, pointed at a running embedded database. */
  void pointAt(String url, String user, String password) {
    setUrl(url);
    setUser(user);
    setPassword(password);
  }

  @Override
  public String toString() {
    return "database %s, user %s, password [REDACTED], folder %s"
        .formatted(getUrl(), getUser(), folder);
  }
}
