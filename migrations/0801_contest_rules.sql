-- The rules as they were published: what an entrant agreed to can be read and hashed again years later.
CREATE TABLE contest_rules (
  contest_id   BINARY(16)  NOT NULL,
  version      INT         NOT NULL,
  text_en      MEDIUMTEXT  NOT NULL,
  text_fr      MEDIUMTEXT  NOT NULL,
  sha256       CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason       VARCHAR(1000) NOT NULL COMMENT 'empty for the first version',
  published_at DATETIME(6) NOT NULL,
  PRIMARY KEY (contest_id, version),
  CONSTRAINT contest_rules_of FOREIGN KEY (contest_id) REFERENCES contest (contest_id)
) COMMENT = 'append-only: the versions of the rules';
