package org.ronde.app;

import io.dropwizard.core.setup.Environment;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Database;
import org.ronde.db.TestClock;
import org.ronde.db.TestDatabase;

/** Ronde with a clock that tests move, and its rooms within their reach. */
public final class TestApplication extends RondeApplication {
  private static final TestClock CLOCK = new TestDatabase().clock();

  private @Nullable Rooms rooms;

  public TestApplication() {
    super(CLOCK);
  }

  @Override
  Rooms open(RondeConfiguration configuration, Environment environment, Database database) {
    database.jdbi().installPlugin(CLOCK);
    Rooms opened = super.open(configuration, environment, database);
    rooms = opened;
    return opened;
  }

  public Rooms rooms() {
    if (rooms == null) {
      throw new IllegalStateException("The application has not started.");
    }
    return rooms;
  }
}
