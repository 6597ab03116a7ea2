package org.ronde.preferences;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ronde.http.Form;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;

/** Reads numbers as people type them, and gathers what is none. */
final class TypedNumbers {
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
  private static final Pattern EUROS = Pattern.compile("(\\d{1,9})(?:[.,](\\d{1,2}))?");
  private static final Pattern DECORATION = Pattern.compile("[\\s\\u00a0\\u202f€%]");

  private final Form form;
  private final List<Fault> faults = new ArrayList<>();

  TypedNumbers(Form form) {
    this.form = form;
  }

  /** The field as a whole number; 0, and a fault, when it is none. */
  int whole(String field) {
    String text = text(field);
    if (!WHOLE.matcher(text).matches()) {
      faults.add(Fault.of(field, "preferences.fault.number"));
      return 0;
    }
    return Integer.parseInt(text);
  }

  /** The field as a whole number; empty when nothing was typed, or, with a fault, no number. */
  Optional<Integer> findWhole(String field) {
    if (text(field).isEmpty()) {
      return Optional.empty();
    }
    int faultsBefore = faults.size();
    int number = whole(field);
    return faults.size() == faultsBefore ? Optional.of(number) : Optional.empty();
  }

  /**
   * The field in cents, typed in euros with a point or a comma; 0, and a fault, when it is none.
   */
  long cents(String field) {
    var euros = EUROS.matcher(text(field));
    if (!euros.matches()) {
      faults.add(Fault.of(field, "preferences.fault.euros"));
      return 0;
    }
    String cents = euros.group(2) == null ? "" : euros.group(2);
    return Long.parseLong(euros.group(1)) * 100 + Long.parseLong((cents + "00").substring(0, 2));
  }

  /**
   * Goes on when everything was a number.
   *
   * @throws Refusal INVALID, with a fault for each field that is none
   */
  void check() {
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }

  /** Cents as a person would type them into such a field. */
  static String euros(long cents, Locale locale) {
    if (cents % 100 == 0) {
      return String.valueOf(cents / 100);
    }
    String comma = locale.getLanguage().equals("fr") ? "," : ".";
    return "%d%s%02d".formatted(cents / 100, comma, cents % 100);
  }

  private String text(String field) {
    return DECORATION.matcher(form.value(field)).replaceAll("");
  }
}
