-- Who takes part. Erasing a member empties member_id and salt: the pseudonym stays and proves nothing about anybody.
CREATE TABLE contest_entrant (
  entrant_id    BINARY(16)  NOT NULL PRIMARY KEY,
  contest_id    BINARY(16)  NOT NULL,
  member_id     BINARY(16)  NULL,
  salt          CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NULL,
  pseudonym     CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  company_id    BINARY(16)  NULL COMMENT 'the company acted for when entering',
  zone          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  shown         BOOLEAN     NOT NULL COMMENT 'by name on the board',
  entered_at    DATETIME(6) NOT NULL,
  withdrawn_at  DATETIME(6) NULL,
  struck_at     DATETIME(6) NULL,
  struck_reason VARCHAR(1000) NULL,
  CONSTRAINT contest_entrant_of FOREIGN KEY (contest_id) REFERENCES contest (contest_id),
  CONSTRAINT contest_entrant_once UNIQUE (contest_id, member_id),
  CONSTRAINT contest_entrant_pseudonym UNIQUE (contest_id, pseudonym),
  CONSTRAINT contest_entrant_erased CHECK ((member_id IS NULL) = (salt IS NULL)),
  CONSTRAINT contest_entrant_struck CHECK ((struck_at IS NULL) = (struck_reason IS NULL)),
  KEY contest_entrant_by_member (member_id)
);
