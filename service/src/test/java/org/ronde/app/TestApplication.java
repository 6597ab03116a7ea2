package org.ronde.app;

import io.dropwizard.core.setup.Environment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Database;
import org.ronde.db.TestClock;
import org.ronde.db.TestDatabase;

/** Ronde with a clock that tests move, and its rooms within their reach. */
public final class TestApplication extends RondeApplication {
  /** Of its own: its jobs run all the time and must not meddle with other tests. */
  public static final TestDatabase DATABASE = new TestDatabase("ronde_journeys");

  private static final TestClock CLOCK = DATABASE.clock();

  private @Nullable Rooms rooms;
  private @Nullable Environment environment;

  public TestApplication() {
    super(CLOCK);
  }

  @Override
  Rooms open(RondeConfiguration configuration, Environment environment, Database database) {
    database.jdbi().installPlugin(CLOCK);
    Rooms opened = super.open(configuration, environment, database);
    rooms = opened;
    this.environment = environment;
    return opened;
  }

  public Rooms rooms() {
    if (rooms == null) {
      throw new IllegalStateException("The application has not started.");
    }
    return rooms;
  }

  /** Fills the emptied instance with the demo world. */
  public void seedDemo() {
    // Read at the start, and emptied since with all other tables.
    rooms().play().activities().catalogue().load();
    DemoWorld.seed(rooms());
  }

  /** Every class that answers requests, and whatever else is plugged into Jersey. */
  public List<Class<?>> plugged() {
    if (environment == null) {
      throw new IllegalStateException("The application has not started.");
    }
    var jersey = environment.jersey().getResourceConfig();
    List<Class<?>> plugged = new ArrayList<>(jersey.getClasses());
    jersey.getInstances().forEach(one -> plugged.add(one.getClass()));
    return plugged;
  }
}
