-- Whom a doer named to say that they were there.
CREATE TABLE challenge_witness (
  attempt_id BINARY(16)  NOT NULL,
  member_id  BINARY(16)  NOT NULL,
  named_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (attempt_id, member_id),
  KEY challenge_witness_by_member (member_id),
  CONSTRAINT challenge_witness_of FOREIGN KEY (attempt_id)
    REFERENCES challenge_attempt (attempt_id)
);
