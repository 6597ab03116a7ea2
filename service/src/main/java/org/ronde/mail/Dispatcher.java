package org.ronde.mail;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Transactions;
import org.simplejavamail.MailException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the outbox, on as many nodes as like to: each mail is tried by one node at a
 * time, again and again with growing pauses, and given up after a day.
 *
 * <p>At least once: a node that dies between sending and writing it down leaves a mail that another
 * sends again, with the same Message-ID.
 */
public final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  /** How long after the first, second … failed try the next one is. */
  private static final List<Long> PAUSES_MINUTES = List.of(1L, 5L, 30L, 120L, 720L);

  private static final int BATCH = 10;
  private static final int BATCHES_MAX = 100;

  /** Longer than a whole batch can take when the server answers nothing. */
  private static final int CLAIM_SECONDS = 600;

  private static final int FAILURE_MAX = 300;

  private final OutboxDao dao;
  private final Transactions transactions;
  private final MailSettings settings;
  private final @Nullable Smtp smtp;

  private Dispatcher(
      OutboxDao dao, Transactions transactions, MailSettings settings, @Nullable Smtp smtp) {
    this.dao = dao;
    this.transactions = transactions;
    this.settings = settings;
    this.smtp = smtp;
  }

  public static Dispatcher of(Jdbi jdbi, Transactions transactions, MailSettings settings) {
    return new Dispatcher(
        jdbi.onDemand(OutboxDao.class),
        transactions,
        settings,
        settings.sends() ? new Smtp(settings) : null);
  }

  /** Tries all that is due; a job calls this every few seconds. Without a mail server, nothing. */
  public void sendDue() {
    if (smtp == null) {
      return;
    }
    for (int batch = 0; batch < BATCHES_MAX; batch++) {
      List<Mail> claimed = transactions.in(this::claim);
      for (Mail mail : claimed) {
        attempt(smtp, mail);
      }
      if (claimed.isEmpty()) {
        return;
      }
    }
  }

  /** Forgets mails older than the settings keep them; a daily job calls this. */
  public int forgetOld() {
    return dao.forget(settings.keptDays());
  }

  private List<Mail> claim() {
    List<MailId> due = dao.lockDue(BATCH);
    if (due.isEmpty()) {
      return List.of();
    }
    dao.claim(due, CLAIM_SECONDS);
    return dao.mails(due);
  }

  private void attempt(Smtp smtp, Mail mail) {
    try {
      smtp.send(mail);
    } catch (MailException e) {
      fail(mail, e);
      return;
    }
    dao.markSent(mail.id());
  }

  private void fail(Mail mail, MailException failure) {
    String reason = reason(failure);
    if (mail.attempts() > PAUSES_MINUTES.size()) {
      LOG.warn("Mail {} given up after {} tries: {}", mail.id(), mail.attempts(), reason);
      dao.giveUp(mail.id(), reason);
      return;
    }
    LOG.info("Mail {} not sent at try {}: {}", mail.id(), mail.attempts(), reason);
    dao.putOff(mail.id(), PAUSES_MINUTES.get(mail.attempts() - 1), reason);
  }

  /** What the server said, which the library wraps in words of its own. */
  private static String reason(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return Outbox.oneLine(
        deepest.getClass().getSimpleName() + ": " + deepest.getMessage(), FAILURE_MAX);
  }
}
