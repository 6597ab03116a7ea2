-- Mails to send, written in the transaction that gives the reason. The texts go once it is sent.
CREATE TABLE mail_outbox (
  mail_id       BINARY(16)   NOT NULL PRIMARY KEY,
  address       VARCHAR(254) NOT NULL,
  name          VARCHAR(200) NOT NULL,
  language      CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  template      VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject       VARCHAR(300) NOT NULL,
  plain         MEDIUMTEXT   NULL,
  html          MEDIUMTEXT   NULL,
  created_at    DATETIME(6)  NOT NULL,
  due_at        DATETIME(6)  NULL COMMENT 'the next try; null when there will be none',
  claimed_until DATETIME(6)  NULL COMMENT 'a node is trying until then',
  attempts      INT          NOT NULL DEFAULT 0,
  sent_at       DATETIME(6)  NULL,
  failure       VARCHAR(300) NULL COMMENT 'why the last try failed',
  CONSTRAINT mail_outbox_sent_once CHECK (sent_at IS NULL OR due_at IS NULL),
  CONSTRAINT mail_outbox_sent_erased CHECK (sent_at IS NULL OR (plain IS NULL AND html IS NULL)),
  CONSTRAINT mail_outbox_texts CHECK (sent_at IS NOT NULL OR (plain IS NOT NULL AND html IS NOT NULL)),
  KEY mail_outbox_due (due_at),
  KEY mail_outbox_by_age (created_at)
);
