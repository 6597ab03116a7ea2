package org.ronde.app;

import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.cli.Cli;
import java.net.BindException;
import java.util.Optional;
import org.ronde.db.DatabaseUnusable;
import org.ronde.http.Refusal;

/** What an operator reads when a command fails: a sentence when it is theirs to mend. */
final class CommandErrors {
  private CommandErrors() {}

  static void print(Cli cli, Throwable failure) {
    Optional<BindException> taken = findTaken(failure);
    if (taken.isPresent()) {
      cli.getStdErr()
          .println(
              "A port is taken by another program (%s). Set RONDE_PORT or RONDE_ADMIN_PORT."
                  .formatted(failure.getMessage()));
    } else if (failure instanceof ConfigurationException
        || failure instanceof DatabaseUnusable
        || failure instanceof RoomsCommand.Failure
        || failure instanceof Refusal) {
      cli.getStdErr().println(failure.getMessage());
    } else {
      failure.printStackTrace(cli.getStdErr());
    }
  }

  private static Optional<BindException> findTaken(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException bind) {
        return Optional.of(bind);
      }
    }
    return Optional.empty();
  }
}
