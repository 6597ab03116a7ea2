-- Requests that were done, and what was answered, so that a repeated one does nothing twice.
CREATE TABLE idempotency (
  actor      VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  key_hash   CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  body_hash  CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status     SMALLINT    NOT NULL,
  location   VARCHAR(400) NULL,
  flash      VARCHAR(100) NULL,
  body       MEDIUMTEXT  NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (actor, key_hash),
  KEY idempotency_by_age (created_at)
);
