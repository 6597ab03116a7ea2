package org.ronde.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a mail, without its texts.
 *
 * @param dueAt the next try, or null when there will be none
 * @param failure why the last try failed
 */
public record MailSummary(
    MailId id,
    String address,
    String name,
    String subject,
    Instant createdAt,
    @Nullable Instant dueAt,
    int attempts,
    @Nullable Instant sentAt,
    @Nullable String failure) {

  /** Where a mail is in its life. */
  public enum State {
    /** Written while there was no mail server: to be read in the mailbox. */
    KEPT,
    WAITING,
    SENT,
    GIVEN_UP
  }

  public State state() {
    if (sentAt != null) {
      return State.SENT;
    }
    if (dueAt != null) {
      return State.WAITING;
    }
    return failure == null ? State.KEPT : State.GIVEN_UP;
  }
}
