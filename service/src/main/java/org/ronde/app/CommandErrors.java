package org.ronde.app;

import io.dropwizard.configuration.ConfigurationException;
import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.net.BindException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.ronde.db.DatabaseUnusable;
import org.ronde.http.Refusal;

/** What an operator reads when a command fails: a sentence when it is theirs to mend. */
final class CommandErrors {
  // 1044: the account may not use it; 1049: it is not there.
  private static final Set<Integer> NO_SUCH_DATABASE = Set.of(1044, 1049);

  private CommandErrors() {}

  static void print(PrintWriter err, Throwable failure) {
    Optional<BindException> taken = find(failure, BindException.class);
    Optional<SQLException> shutOut =
        find(failure, SQLException.class).filter(CommandErrors::letsNobodyIn);
    if (taken.isPresent()) {
      err.println(
          "A port is taken by another program (%s). Set RONDE_PORT or RONDE_ADMIN_PORT."
              .formatted(failure.getMessage()));
    } else if (shutOut.isPresent()) {
      err.println(
          "The database let nobody in (%s). Look at RONDE_DB_URL, RONDE_DB_USER, RONDE_DB_PASSWORD."
              .formatted(reason(shutOut.get())));
    } else if (failure instanceof ConfigurationException
        || failure instanceof FileNotFoundException
        || failure instanceof DatabaseUnusable
        || failure instanceof RoomsCommand.Failure
        || failure instanceof Refusal) {
      err.println(failure.getMessage());
    } else {
      failure.printStackTrace(err);
    }
  }

  private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return Optional.of(kind.cast(cause));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether it failed for want of a connection (08), an account (28), or a database of that name.
   */
  private static boolean letsNobodyIn(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return state.startsWith("08")
        || state.startsWith("28")
        || NO_SUCH_DATABASE.contains(failure.getErrorCode());
  }

  /** The first cause: what the server or the network said, without the driver's tale around it. */
  private static String reason(SQLException failure) {
    Throwable first = failure;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return String.valueOf(first.getMessage()).lines().findFirst().orElse("");
  }
}
