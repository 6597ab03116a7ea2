-- Invitations by mail, for people who may have no account yet; only the secret's hash is kept.
CREATE TABLE challenge_letter (
  letter_id    BINARY(16)   NOT NULL PRIMARY KEY,
  challenge_id BINARY(16)   NOT NULL,
  email        VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  invited_by   BINARY(16)   NOT NULL,
  passed_by    BINARY(16)   NULL,
  secret_hash  CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sent_at      DATETIME(6)  NOT NULL,
  expires_at   DATETIME(6)  NOT NULL,
  claimed_by   BINARY(16)   NULL,
  claimed_at   DATETIME(6)  NULL,
  CONSTRAINT challenge_letter_once UNIQUE (challenge_id, email),
  CONSTRAINT challenge_letter_secret UNIQUE (secret_hash),
  CONSTRAINT challenge_letter_of FOREIGN KEY (challenge_id) REFERENCES challenge (challenge_id),
  KEY challenge_letter_by_author (invited_by, sent_at),
  KEY challenge_letter_by_address (email, sent_at)
);
