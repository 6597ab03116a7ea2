package org.ronde.mail;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.ronde.http.Actor;
import org.ronde.http.Paged;
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

  public Mailbox(Jdbi jdbi, MailSettings settings) {
    this.dao = jdbi.onDemand(OutboxDao.class);
    this.settings = settings;
  }

  /** Whether mails leave, so that their texts are not to be read here. */
  public boolean sends() {
    return settings.sends();
  }

  /** All mails, the newest first. */
  public Paged<MailSummary> page(Actor actor, int number) {
    actor.requireOperator();
    return Paged.of(number, PAGE_SIZE, dao.count(), dao::page);
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
