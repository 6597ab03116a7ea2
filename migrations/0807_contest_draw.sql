-- Each draw with all that repeats it: the first, then a fresh one for every prize that came back.
CREATE TABLE contest_draw (
  contest_id BINARY(16)  NOT NULL,
  number     INT         NOT NULL,
  source     VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  round      BIGINT      NOT NULL,
  randomness VARCHAR(96) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  root       CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seed       CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  excluded   MEDIUMTEXT  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'pseudonyms, a comma between',
  prizes     VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'places, a comma between',
  drawn_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (contest_id, number),
  CONSTRAINT contest_draw_source CHECK (source IN ('drand', 'commitment')),
  CONSTRAINT contest_draw_fresh UNIQUE (contest_id, source, round),
  CONSTRAINT contest_draw_of FOREIGN KEY (contest_id) REFERENCES contest (contest_id)
) COMMENT = 'append-only: draws';
