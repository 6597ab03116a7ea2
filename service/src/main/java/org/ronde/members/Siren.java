package org.ronde.members;

import java.util.Optional;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/**
 * The number of a French company: nine digits, the last one a check digit by Luhn. Its VAT number
 * follows from it, so nobody has to type both: 901821074 gives FR53901821074.
 */
record Siren(String digits) {
  Siren {
    if (!valid(digits)) {
      throw new IllegalArgumentException("'%s' is no SIREN.".formatted(digits));
    }
  }

  /** Reads what somebody typed, with or without spaces; empty when it can be no SIREN. */
  static Optional<Siren> find(String typed) {
    String digits = typed.replaceAll("[\\s.\\u00a0\\u202f-]", "");
    return valid(digits) ? Optional.of(new Siren(digits)) : Optional.empty();
  }

  private static boolean valid(String digits) {
    return digits.matches("[0-9]{9}") && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits);
  }

  String vatNumber() {
    int key = (12 + 3 * (Integer.parseInt(digits) % 97)) % 97;
    return "FR%02d%s".formatted(key, digits);
  }
}
