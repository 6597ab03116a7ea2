package org.ronde.app;

import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import java.time.InstantSource;
import org.ronde.db.Database;
import org.ronde.http.Assets;

/** Ronde as a Dropwizard application: {@code java -jar ronde.jar server config.yml}. */
public class RondeApplication extends Application<RondeConfiguration> {
  private final InstantSource clock;

  public RondeApplication() {
    this(InstantSource.system());
  }

  /** With a clock of the caller's, for tests that move time. */
  RondeApplication(InstantSource clock) {
    this.clock = clock;
  }

  /** Starts the command named by the first argument. */
  public static void main(String[] arguments) throws Exception {
    new RondeApplication().run(arguments);
  }

  @Override
  public String getName() {
    return "ronde";
  }

  @Override
  public void initialize(Bootstrap<RondeConfiguration> bootstrap) {
    bootstrap.setConfigurationSourceProvider(
        new SubstitutingSourceProvider(
            bootstrap.getConfigurationSourceProvider(), Secrets.substitutor(System.getenv())));
    Assets.serve(bootstrap);
  }

  @Override
  public void run(RondeConfiguration configuration, Environment environment) {
    Database database = Database.open(configuration.getDatabase(), environment.metrics());
    environment.lifecycle().manage(database);
    Rooms rooms = open(configuration, environment, database);
    new Web(configuration, rooms).plugInto(environment);
  }

  /** Builds the rooms on an open database; tests look in here. */
  Rooms open(RondeConfiguration configuration, Environment environment, Database database) {
    return Rooms.build(configuration, database, clock);
  }
}
