-- Who has how many points on a board. Written by one hand, together with the histogram.
CREATE TABLE board_score (
  board_id  BIGINT     NOT NULL,
  member_id BINARY(16) NOT NULL,
  points    BIGINT     NOT NULL,
  tie       BINARY(13) NOT NULL COMMENT 'among equals the smaller is listed first',
  PRIMARY KEY (board_id, member_id),
  KEY board_score_order (board_id, points DESC, tie),
  KEY board_score_of_member (member_id),
  CONSTRAINT board_score_is_won CHECK (points > 0)
);
