package org.ronde.app;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.health.HealthStatusChecker;
import org.ronde.db.Database;

/** Plugs in what is asked of a node by those who watch it: {@code /healthz} and {@code /readyz}. */
final class Health {
  private Health() {}

  static void plugInto(
      Environment environment, RondeConfiguration configuration, Database database) {
    environment
        .healthChecks()
        .register(
            "database",
            new HealthOfDatabase(
                database,
                environment
                    .lifecycle()
                    .executorService("probe-%d")
                    .minThreads(2)
                    .maxThreads(2)
                    .build()));
    environment
        .healthChecks()
        .register(
            "disk",
            new HealthOfDisk(configuration.database().folderPath(), HealthOfDisk.FREE_BYTES_MIN));
    environment.jersey().register(new HealthAlive());
    environment
        .jersey()
        .register(
            new HealthReady(
                () ->
                    configuration.getHealthFactory().isPresent()
                        ? scheduledChecks(environment).isHealthy("ready")
                        : checksNow(environment)));
  }

  /** The framework's manager of background checks answers both for their state and for a stop. */
  private static HealthStatusChecker scheduledChecks(Environment environment) {
    return (HealthStatusChecker) environment.health().healthStateAggregator();
  }

  private static boolean checksNow(Environment environment) {
    return environment.healthChecks().runHealthChecks().values().stream()
        .allMatch(com.codahale.metrics.health.HealthCheck.Result::isHealthy);
  }
}
