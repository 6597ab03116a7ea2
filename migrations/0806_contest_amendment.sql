-- Entries struck between seal and draw: published with the reason and the root of what remained.
CREATE TABLE contest_amendment (
  contest_id BINARY(16)    NOT NULL,
  number     INT           NOT NULL,
  pseudonym  CHAR(64)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason     VARCHAR(1000) NOT NULL,
  root       CHAR(64)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  made_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (contest_id, number),
  CONSTRAINT contest_amendment_once UNIQUE (contest_id, pseudonym),
  CONSTRAINT contest_amendment_of FOREIGN KEY (contest_id, pseudonym) REFERENCES contest_sealed (contest_id, pseudonym)
) COMMENT = 'append-only: amendments of sealed lists';
