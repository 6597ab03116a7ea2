package org.ronde.app;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.time.InstantSource;
import net.sourceforge.argparse4j.inf.Namespace;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Database;

/**
 * A command that works in the rooms without a web server: opens the database, does its work, closes
 * it. Its result goes to standard output, all else to standard error.
 *
 * <p>On the embedded database a server and a command cannot run at the same time: one of them holds
 * the data folder.
 */
abstract class RoomsCommand extends ConfiguredCommand<RondeConfiguration> {
  RoomsCommand(String name, String description) {
    super(name, description);
  }

  /** Ends the command with exit code 1 and this message, without a trace. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(@Nullable String message) {
      super(message, null, false, false);
    }
  }

  abstract void work(Rooms rooms, Namespace arguments);

  @Override
  protected void run(
      @Nullable Bootstrap<RondeConfiguration> bootstrap,
      Namespace arguments,
      RondeConfiguration configuration) {
    try (Database database = Database.open(configuration.database(), new MetricRegistry())) {
      database.requireMigrated();
      work(Rooms.build(configuration, database, InstantSource.system()), arguments);
    }
  }

  @Override
  public void onError(Cli cli, Namespace arguments, Throwable failure) {
    CommandErrors.print(cli.getStdErr(), failure);
  }
}
