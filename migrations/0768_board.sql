-- The boards. The version grows with every change, for those who watch.
CREATE TABLE board (
  board_id BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind     VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id       VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version  BIGINT      NOT NULL DEFAULT 0,
  UNIQUE KEY board_by_key (kind, id)
);
