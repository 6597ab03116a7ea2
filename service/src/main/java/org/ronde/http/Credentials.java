package org.ronde.http;

/** What a request brings to say who is asking. */
public sealed interface Credentials {
  /** The secret of a browser's session cookie. */
  record Session(String secret) implements Credentials {
    @Override
    public String toString() {
      return "Session[REDACTED]";
    }
  }

  /** An API token, from {@code Authorization: Bearer}. */
  record ApiToken(String secret) implements Credentials {
    @Override
    public String toString() {
      return "ApiToken[REDACTED]";
    }
  }
}
