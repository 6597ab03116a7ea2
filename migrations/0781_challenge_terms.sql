-- Every version of a challenge's terms as it was read and accepted: canonical JSON and its SHA-256.
CREATE TABLE challenge_terms (
  challenge_id BINARY(16)  NOT NULL,
  version      INT         NOT NULL,
  proposed_by  BINARY(16)  NOT NULL,
  canonical    TEXT        NOT NULL,
  hash         CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  written_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (challenge_id, version),
  CONSTRAINT challenge_terms_of FOREIGN KEY (challenge_id) REFERENCES challenge (challenge_id)
) COMMENT = 'append-only: what was accepted stays as it was read';
