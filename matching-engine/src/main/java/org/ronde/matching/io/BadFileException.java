package org.ronde.matching.io;

/** A file that does not follow its format; the message is the reason alone. */
public final class BadFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  public BadFileException(int line, String reason) {
    super(reason);
    this.line = line;
  }

  /** Where reading stopped, from 1. */
  public int line() {
    return line;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
