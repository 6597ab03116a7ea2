package org.ronde.mail;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;

/**
 * What the operator sees of the outbox: what became of every mail. The texts hold sign-in links, so
 * they can be read only where nothing is sent, on an instance without a mail server.
 */
public final class Mailbox {
  private static final int PAGE_SIZE = 50;

  private final OutboxDao dao;
  private final MailSettings settings;

  /** One page of mails, newest first. */
  public record Page(List<MailSummary> mails, int current, int last) {
    public Page {
      mails = List.copyOf(mails);
    }
  }

  public Mailbox(Jdbi jdbi, MailSettings settings) {
    this.dao = jdbi.onDemand(OutboxDao.class);
    this.settings = settings;
  }

  /** Whether mails leave, so that their texts are not to be read here. */
  public boolean sends() {
    return settings.sends();
  }

  /** The mails of one page, counted from 1; a page too far shows the last. */
  public Page page(Actor actor, int number) {
    actor.requireOperator();
    int last = Math.max(1, (dao.count() + PAGE_SIZE - 1) / PAGE_SIZE);
    int current = Math.max(1, Math.min(number, last));
    return new Page(dao.page(PAGE_SIZE, (current - 1) * PAGE_SIZE), current, last);
  }

  /**
   * A mail with its texts.
   *
   * @throws Refusal NOT_FOUND for all but operators, and where mails are sent
   */
  public Mail mail(Actor actor, MailId id) {
    actor.requireOperator();
    if (settings.sends()) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    return dao.mails(List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  /**
   * Lets a mail that was given up be tried again, from the first pause on.
   *
   * @throws Refusal NOT_FOUND for all but operators, where nothing is sent, and for a mail that is
   *     not given up
   */
  public void takeUpAgain(Actor actor, MailId id) {
    actor.requireOperator();
    if (!settings.sends() || dao.takeUpAgain(id) == 0) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
  }
}
