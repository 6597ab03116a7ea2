-- Who said of a proof that they believe it; the first of a pair counts, the second signs with them.
CREATE TABLE challenge_validation (
  attempt_id BINARY(16)  NOT NULL,
  round      INT         NOT NULL,
  member_id  BINARY(16)  NOT NULL,
  cosigned   BOOLEAN     NOT NULL COMMENT 'came when it was validated already',
  given_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (attempt_id, round, member_id),
  CONSTRAINT challenge_validation_of FOREIGN KEY (attempt_id)
    REFERENCES challenge_attempt (attempt_id)
) COMMENT = 'append-only: who vouched';
