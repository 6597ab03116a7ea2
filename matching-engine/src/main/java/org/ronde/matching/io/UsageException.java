package org.ronde.matching.io;

/** A command line that nobody can carry out. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String reason) {
    super(reason);
  }
}
