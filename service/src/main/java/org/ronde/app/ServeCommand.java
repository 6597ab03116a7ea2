package org.ronde.app;

import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import net.sourceforge.argparse4j.inf.Namespace;

/**
 * The framework's {@code server}, which says what is wrong with a setting in a line, not a trace.
 */
final class ServeCommand extends ServerCommand<RondeConfiguration> {
  ServeCommand(Application<RondeConfiguration> application) {
    super(application);
  }

  @Override
  public void onError(Cli cli, Namespace arguments, Throwable failure) {
    CommandErrors.print(cli.getStdErr(), failure);
  }
}
