package org.ronde.app;

import com.codahale.metrics.health.HealthCheck;
import io.dropwizard.db.TimeBoundHealthCheck;
import io.dropwizard.util.Duration;
import java.util.concurrent.ExecutorService;
import org.ronde.db.Database;
import org.ronde.db.DatabaseUnusable;

/** Whether the database answers and has the tables that this version of Ronde was built for. */
final class HealthOfDatabase extends HealthCheck {
  // A database that hangs answers nobody for the driver's 15 seconds; probes cannot wait so long.
  private static final Duration ANSWER_MAX = Duration.seconds(3);

  private final Database database;
  private final TimeBoundHealthCheck bounded;
  // Never turns back: no migration is taken away while we run.
  private volatile boolean migrated;

  HealthOfDatabase(Database database, ExecutorService probes) {
    this.database = database;
    this.bounded = new TimeBoundHealthCheck(probes, ANSWER_MAX);
  }

  @Override
  protected Result check() {
    return bounded.check(this::answer);
  }

  private Result answer() {
    database.ping();
    if (!migrated) {
      try {
        database.requireMigrated();
      } catch (DatabaseUnusable e) {
        return Result.unhealthy(e.getMessage());
      }
      migrated = true;
    }
    return Result.healthy();
  }
}
