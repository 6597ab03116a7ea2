package org.ronde.db;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.ConnectionException;

/** What a failure of the database means, however deep it is wrapped. */
public final class SqlFailures {
  private static final int DUPLICATE_KEY = 1062;

  /** Deadlock, lock wait, snapshot conflict. */
  private static final Set<Integer> PASSING = Set.of(1213, 1205, 1020);

  private static final String CONNECTION_STATE = "08";

  private SqlFailures() {}

  /** A unique key said no: another node or another click was quicker. */
  public static boolean duplicateKey(Throwable failure) {
    return anyCause(failure, cause -> code(cause) == DUPLICATE_KEY);
  }

  /** The database cannot be reached, or has no connection left. */
  public static boolean outOfReach(Throwable failure) {
    return anyCause(
        failure,
        cause ->
            cause instanceof ConnectionException
                || (cause instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).startsWith(CONNECTION_STATE)));
  }

  /** The same work may well succeed when it is done again from its beginning. */
  static boolean passing(Throwable failure) {
    return anyCause(failure, cause -> PASSING.contains(code(cause)));
  }

  private static boolean anyCause(Throwable failure, Predicate<Throwable> test) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (test.test(cause)) {
        return true;
      }
    }
    return false;
  }

  private static int code(Throwable cause) {
    return cause instanceof SQLException sql ? sql.getErrorCode() : 0;
  }
}
