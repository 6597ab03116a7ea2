package org.ronde.mail;

import java.util.UUID;
import org.ronde.ids.Id;

/** Identifies a mail in the outbox, and is the first half of its Message-ID. */
public record MailId(UUID value) implements Id {
  /**
   * Reads the 36-character form.
   *
   * @throws IllegalArgumentException when the text is no UUID
   */
  public static MailId fromString(String text) {
    return new MailId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
