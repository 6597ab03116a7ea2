package org.ronde.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * How mails leave.
 *
 * @param host the SMTP server's name; empty (the default): nothing is sent and the operator reads
 *     the mails in the mailbox page
 * @param port of the SMTP server, 587 by default
 * @param user the account there; empty (the default): none
 * @param password of that account
 * @param from the address mails come from, whose domain also ends their Message-IDs; {@code
 *     ronde@localhost} by default
 * @param encryption STARTTLS by default, which refuses a server that offers none
 * @param keptDays after how many days a mail is forgotten, sent or not; 30 by default
 */
public record MailSettings(
    @NotNull String host,
    @Min(1) @Max(65535) int port,
    @NotNull String user,
    @NotNull String password,
    @NotNull @Pattern(regexp = "[^@\\s]+@[^@\\s]+") String from,
    @NotNull Encryption encryption,
    @Min(1) @Max(3650) int keptDays) {

  /** How the way to the SMTP server is protected. */
  public enum Encryption {
    /** Not, unless the server offers it. For a server on this machine. */
    PLAIN,
    STARTTLS,
    /** From the first byte, usually on port 465. */
    TLS
  }

  /** No server: mails stay in the mailbox. */
  public static MailSettings unsent() {
    return new MailSettings("", 587, "", "", "ronde@localhost", Encryption.STARTTLS, 30);
  }

  public boolean sends() {
    return !host.isEmpty();
  }

  /** The domain that mails come from. */
  String domain() {
    return from.substring(from.indexOf('@') + 1);
  }

  @Override
  public String toString() {
    return "MailSettings[host=%s, port=%d, user=%s, password=[REDACTED], from=%s, encryption=%s, keptDays=%d]"
        .formatted(host, port, user, from, encryption, keptDays);
  }
}
