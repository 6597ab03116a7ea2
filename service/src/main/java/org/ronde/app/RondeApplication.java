package org.ronde.app;

import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import java.time.InstantSource;
import org.ronde.db.Database;
import org.ronde.http.Assets;
import org.ronde.http.OnceHandlers;
import org.ronde.points.ScorekeeperLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ronde as a Dropwizard application: {@code java -jar ronde.jar server config.yml}. */
public class RondeApplication extends Application<RondeConfiguration> {
  private static final Logger LOG = LoggerFactory.getLogger(RondeApplication.class);

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
  protected void addDefaultCommands(Bootstrap<RondeConfiguration> bootstrap) {
    bootstrap.addCommand(new ServeCommand(this));
    bootstrap.addCommand(new CheckCommand(System.out));
    bootstrap.addCommand(new MigrateCommand(System.out));
    bootstrap.addCommand(new VerifyCommand(System.out));
    bootstrap.addCommand(new SeedDemoCommand(System.out));
    bootstrap.addCommand(new CreateOperatorCommand(System.out));
    bootstrap.addCommand(new RunClearingCommand(System.out));
  }

  @Override
  public void run(RondeConfiguration configuration, Environment environment) {
    Database database = Database.open(configuration.database(), environment.metrics());
    environment.lifecycle().manage(database);
    database.requireMigrated();
    Rooms rooms = open(configuration, environment, database);
    OnceHandlers once = new Web(configuration, rooms).plugInto(environment);
    Operations.plugInto(environment, configuration, rooms);
    if (configuration.halves().challenges()) {
      rooms.play().activities().catalogue().load();
      environment
          .lifecycle()
          .manage(new ScorekeeperLoop(rooms.play().points().keeper(), configuration.points()));
      environment.lifecycle().manage(rooms.play().points().live());
    }
    if (configuration.demo()) {
      LOG.info(DemoWorld.seed(rooms));
    }
    environment.lifecycle().manage(Timetable.of(rooms, configuration, once));
    environment
        .lifecycle()
        .addServerLifecycleListener(
            new Greeting(rooms, configuration.baseUrl(), configuration.demo(), System.out));
  }

  /** Builds the rooms on an open database; tests look in here. */
  Rooms open(RondeConfiguration configuration, Environment environment, Database database) {
    return Rooms.build(configuration, database, clock);
  }
}
