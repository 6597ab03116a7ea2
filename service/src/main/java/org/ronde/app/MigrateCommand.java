package org.ronde.app;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.PrintStream;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Database;

/**
 * {@code migrate}: brings a MySQL or MariaDB of yours up to date before the nodes that need it
 * start. Runs with an account that may change the schema; the service itself should not.
 */
final class MigrateCommand extends ConfiguredCommand<RondeConfiguration> {
  private static final String GRANT_TO = "grantTo";

  private final PrintStream out;

  MigrateCommand(PrintStream out) {
    super("migrate", "Applies the migrations that the database lacks and says how many");
    this.out = out;
  }

  @Override
  public void configure(Subparser arguments) {
    super.configure(arguments);
    arguments
        .addArgument("--grant-to")
        .dest(GRANT_TO)
        .metavar("'NAME'@'HOST'")
        .help("an account of the service, which is given what it needs on each table and no more");
  }

  @Override
  protected void run(
      @Nullable Bootstrap<RondeConfiguration> bootstrap,
      Namespace arguments,
      RondeConfiguration configuration) {
    try {
      int applied = Database.migrate(configuration.database(), arguments.getString(GRANT_TO));
      out.printf("%d migrations applied.%n", applied);
    } catch (IllegalArgumentException e) {
      throw new RoomsCommand.Failure(e.getMessage());
    }
  }

  @Override
  public void onError(Cli cli, Namespace arguments, Throwable failure) {
    CommandErrors.print(cli.getStdErr(), failure);
  }
}
