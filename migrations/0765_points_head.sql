-- The end of the chain as published each day: nobody can rewrite what was before without being seen.
CREATE TABLE points_head (
  day          DATE        NOT NULL PRIMARY KEY,
  seq          BIGINT      NOT NULL,
  hash         BINARY(32)  NOT NULL,
  published_at DATETIME(6) NOT NULL
) COMMENT = 'append-only: the daily heads of the chain of points';
