-- Mails to send, written in the transaction that gives the reason. The texts go once it is sent.
CREATE TABLE mail_outbox (
  mail_id     BINARY(16)   NOT NULL PRIMARY KEY,
  address     VARCHAR(254) NOT NULL,
  name        VARCHAR(200) NOT NULL,
  language    CHAR(2) CHARACTER SET ascii NOT NULL,
  template    VARCHAR(60) CHARACTER SET ascii NOT NULL,
  subject     VARCHAR(300) NOT NULL,
  plain       MEDIUMTEXT   NULL,
  html        MEDIUMTEXT   NULL,
  created_at  DATETIME(6)  NOT NULL,
  due_at      DATETIME(6)  NOT NULL,
  attempts    INT          NOT NULL DEFAULT 0,
  sent_at     DATETIME(6)  NULL,
  failure     VARCHAR(300) NULL,
  KEY mail_outbox_due (sent_at, due_at)
);
