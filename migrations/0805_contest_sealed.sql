-- The sealed list: final points, place and tickets by pseudonym, under the contest's root.
CREATE TABLE contest_sealed (
  contest_id BINARY(16)  NOT NULL,
  pseudonym  CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  place      INT         NOT NULL COMMENT 'in the total order, from 1',
  standing   INT         NOT NULL COMMENT '1 + those with more points: shared by those who have the same',
  points     BIGINT      NOT NULL,
  level      TINYINT     NOT NULL,
  activities INT         NOT NULL,
  reached_at DATETIME(6) NULL,
  tickets    INT         NOT NULL,
  PRIMARY KEY (contest_id, pseudonym),
  CONSTRAINT contest_sealed_place UNIQUE (contest_id, place),
  CONSTRAINT contest_sealed_of FOREIGN KEY (contest_id) REFERENCES contest (contest_id),
  CONSTRAINT contest_sealed_values CHECK (place >= 1 AND standing >= 1 AND standing <= place AND tickets >= 0)
) COMMENT = 'append-only: sealed lists';
