package org.ronde.mail;

import java.util.Locale;
import java.util.Map;

/**
 * A mail to write: to whom, in which language, by which template below {@code mails/}, and what it
 * says. {@code <template>.ftlh} draws the HTML and {@code <template>.txt.ftl} the text; the subject
 * is the message {@code mail.<template>.subject} with the model's values as its arguments.
 *
 * <p>Templates also get {@code baseUrl}, without a slash at its end, and {@code name}.
 */
public record Letter(
    String address, String name, Locale locale, String template, Map<String, Object> model) {
  public Letter {
    // One line, one address: anything else could write headers or reach further people.
    if (!address.matches("[^\\s\\p{Cntrl},;<>\"@]+@[^\\s\\p{Cntrl},;<>\"@]+")
        || address.length() > 254) {
      throw new IllegalArgumentException("A letter cannot go to '%s'.".formatted(address));
    }
    model = Map.copyOf(model);
  }
}
