-- Why a clearing chose as it did: each rule's part in the score, at the weights of that day.
CREATE TABLE clearing_score (
  clearing_id BINARY(16)  NOT NULL,
  position    INT         NOT NULL,
  rule        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  level       VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  weight      BIGINT      NOT NULL,
  times       BIGINT      NOT NULL,
  PRIMARY KEY (clearing_id, position),
  CONSTRAINT clearing_score_of FOREIGN KEY (clearing_id) REFERENCES clearing (clearing_id)
) COMMENT='append-only: what a run found is not rewritten';
