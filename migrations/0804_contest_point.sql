-- The ledger's entries that a contest counted, by entrant: what is sealed is reckoned from them.
CREATE TABLE contest_point (
  contest_id   BINARY(16)  NOT NULL,
  entry_id     BIGINT      NOT NULL,
  entrant_id   BINARY(16)  NOT NULL,
  points       INT         NOT NULL,
  level        TINYINT     NOT NULL,
  activity_id  BINARY(16)  NULL,
  effective_at DATETIME(6) NOT NULL,
  recorded_at  DATETIME(6) NOT NULL,
  reverses     BIGINT      NULL,
  late         BOOLEAN     NOT NULL COMMENT 'told after the list was sealed: beside the contest',
  PRIMARY KEY (contest_id, entry_id),
  CONSTRAINT contest_point_by FOREIGN KEY (entrant_id) REFERENCES contest_entrant (entrant_id),
  KEY contest_point_of (contest_id, entrant_id),
  KEY contest_point_entry (entry_id)
) COMMENT = 'append-only: what a contest counted';
