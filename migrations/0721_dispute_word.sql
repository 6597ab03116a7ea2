-- What the parties and the officers said about a dispute.
CREATE TABLE dispute_word (
  word_id    BINARY(16)    NOT NULL PRIMARY KEY,
  dispute_id BINARY(16)    NOT NULL,
  member_id  BINARY(16)    NOT NULL,
  words      VARCHAR(4000) NOT NULL,
  said_at    DATETIME(6)   NOT NULL,
  CONSTRAINT dispute_word_of FOREIGN KEY (dispute_id) REFERENCES dispute (dispute_id),
  KEY dispute_word_order (dispute_id, word_id)
) COMMENT='append-only: what was said stays said';
