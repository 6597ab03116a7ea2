-- How a run came along: value and bound over time, a row where something changed, at most one a second.
CREATE TABLE clearing_moment (
  clearing_id         BINARY(16)  NOT NULL,
  millis              BIGINT      NOT NULL COMMENT 'since the run started',
  phase               VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  value_cents         BIGINT      NOT NULL,
  counted_cents       BIGINT      NOT NULL,
  counted_bound_cents BIGINT      NULL,
  PRIMARY KEY (clearing_id, millis),
  CONSTRAINT clearing_moment_of FOREIGN KEY (clearing_id) REFERENCES clearing (clearing_id)
) COMMENT='append-only: how a run came along is not rewritten';
