-- How many members of a board have exactly these points: ranks are sums over it.
CREATE TABLE board_hist (
  board_id BIGINT NOT NULL,
  points   BIGINT NOT NULL,
  n        BIGINT NOT NULL,
  PRIMARY KEY (board_id, points)
);
