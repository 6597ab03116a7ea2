package org.ronde.mail;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The mails: to send, being sent, sent, given up, or kept to be read. */
interface OutboxDao {
  /** A mail with its texts, as it waits. */
  record Draft(
      MailId id,
      String address,
      String name,
      String language,
      String template,
      String subject,
      String plain,
      String html,
      boolean toSend) {}

  @SqlUpdate(
      """
      INSERT INTO mail_outbox
        (mail_id, address, name, language, template, subject, plain, html, created_at, due_at)
      VALUES
        (:id, :address, :name, :language, :template, :subject, :plain, :html,
         UTC_TIMESTAMP(6), IF(:toSend, UTC_TIMESTAMP(6), NULL))
      """)
  void put(@BindMethods Draft draft);

  /** What is due and nobody is trying; locked, and passing over what another node has locked. */
  @SqlQuery(
      """
      SELECT mail_id
      FROM mail_outbox
      WHERE due_at <= UTC_TIMESTAMP(6)
        AND (claimed_until IS NULL OR claimed_until < UTC_TIMESTAMP(6))
      ORDER BY due_at
      LIMIT :limit
      FOR UPDATE SKIP LOCKED
      """)
  List<MailId> lockDue(int limit);

  @SqlUpdate(
      """
      UPDATE mail_outbox
      SET claimed_until = UTC_TIMESTAMP(6) + INTERVAL :seconds SECOND, attempts = attempts + 1
      WHERE mail_id IN (<ids>)
      """)
  void claim(@BindList List<MailId> ids, int seconds);

  @SqlQuery(
      """
      SELECT mail_id AS id, address, name, language, template, subject, plain, html, attempts
      FROM mail_outbox
      WHERE mail_id IN (<ids>) AND plain IS NOT NULL AND html IS NOT NULL
      ORDER BY created_at, mail_id
      """)
  List<Mail> mails(@BindList List<MailId> ids);

  @SqlUpdate(
      """
      UPDATE mail_outbox
      SET sent_at = UTC_TIMESTAMP(6), due_at = NULL, claimed_until = NULL, failure = NULL,
        plain = NULL, html = NULL
      WHERE mail_id = :id AND sent_at IS NULL
      """)
  int markSent(MailId id);

  @SqlUpdate(
      """
      UPDATE mail_outbox
      SET due_at = UTC_TIMESTAMP(6) + INTERVAL :minutes MINUTE, claimed_until = NULL,
        failure = :failure
      WHERE mail_id = :id AND sent_at IS NULL
      """)
  int putOff(MailId id, long minutes, String failure);

  @SqlUpdate(
      """
      UPDATE mail_outbox
      SET due_at = NULL, claimed_until = NULL, failure = :failure
      WHERE mail_id = :id AND sent_at IS NULL
      """)
  int giveUp(MailId id, String failure);

  @SqlUpdate(
      """
      UPDATE mail_outbox
      SET due_at = UTC_TIMESTAMP(6), attempts = 0
      WHERE mail_id = :id AND sent_at IS NULL AND due_at IS NULL
      """)
  int takeUpAgain(MailId id);

  @SqlUpdate(
      """
      DELETE FROM mail_outbox
      WHERE created_at < UTC_TIMESTAMP(6) - INTERVAL :days DAY
      LIMIT 5000
      """)
  int forget(int days);

  @SqlUpdate("DELETE FROM mail_outbox WHERE address = :address")
  void forgetTo(String address);

  @SqlQuery(
      """
      SELECT mail_id AS id, address, name, subject, created_at, due_at, attempts, sent_at, failure
      FROM mail_outbox
      ORDER BY created_at DESC, mail_id DESC
      LIMIT :limit OFFSET :offset
      """)
  List<MailSummary> page(int limit, int offset);

  @SqlQuery("SELECT COUNT(*) FROM mail_outbox")
  int count();

  @SqlQuery(
      """
      SELECT mail_id AS id, address, name, subject, created_at, due_at, attempts, sent_at, failure
      FROM mail_outbox
      WHERE mail_id = :id
      """)
  Optional<MailSummary> findSummary(MailId id);
}
