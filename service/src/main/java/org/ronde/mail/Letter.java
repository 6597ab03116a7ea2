package org.ronde.mail;

import java.util.Locale;
import java.util.Map;

/**
 * A mail to write: to whom, in which language, by which template below {@code mails/}, and what it
 * says. The template draws the HTML; {@code <template>.txt.ftl} draws the text; the subject is the
 * message {@code mail.<template>.subject}.
 */
public record Letter(
    String address, String name, Locale locale, String template, Map<String, Object> model) {
  public Letter {
    model = Map.copyOf(model);
  }
}
