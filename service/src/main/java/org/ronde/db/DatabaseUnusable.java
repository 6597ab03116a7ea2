package org.ronde.db;

import org.jspecify.annotations.Nullable;

/** The database cannot be opened as it is set up; the message says what the operator can do. */
public final class DatabaseUnusable extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  DatabaseUnusable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
