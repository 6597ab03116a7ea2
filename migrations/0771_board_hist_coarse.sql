-- The same for 256 values at a time, so that a rank stays cheap on boards with very many totals.
CREATE TABLE board_hist_coarse (
  board_id BIGINT NOT NULL,
  bucket   BIGINT NOT NULL COMMENT 'points divided by 256, rounded down',
  n        BIGINT NOT NULL,
  PRIMARY KEY (board_id, bucket)
);
