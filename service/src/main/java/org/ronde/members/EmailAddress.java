package org.ronde.members;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in the one form that is stored and compared: lower case, ASCII, the domain in
 * punycode.
 *
 * <p>Two addresses that only look alike are never the same here; mail always goes to the stored
 * one.
 */
record EmailAddress(String text) {
  private static final int LENGTH_MAX = 254;
  private static final int LOCAL_MAX = 64;
  private static final Pattern FORM =
      Pattern.compile(
          "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])");

  EmailAddress {
    if (!fits(text)) {
      throw new IllegalArgumentException("'%s' is no e-mail address.".formatted(text));
    }
  }

  /** Reads what somebody typed; empty when it can be no address. */
  static Optional<EmailAddress> find(String typed) {
    int at = typed.lastIndexOf('@');
    if (at < 1 || typed.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    try {
      String normal =
          (typed.substring(0, at) + '@' + IDN.toASCII(typed.substring(at + 1)))
              .toLowerCase(Locale.ROOT);
      return fits(normal) ? Optional.of(new EmailAddress(normal)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean fits(String text) {
    return text.length() <= LENGTH_MAX
        && text.indexOf('@') <= LOCAL_MAX
        && FORM.matcher(text).matches();
  }

  /** What stands before the @: no part of a password. */
  String local() {
    return text.substring(0, text.indexOf('@'));
  }

  String domain() {
    return text.substring(text.indexOf('@') + 1);
  }
}
