-- A complaint between two members about one thing, from the first word to the last decision.
CREATE TABLE dispute (
  dispute_id   BINARY(16)   NOT NULL PRIMARY KEY,
  subject_kind VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_id   BINARY(16)   NOT NULL,
  title        VARCHAR(200) NOT NULL,
  path         VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  opener_id    BINARY(16)   NOT NULL,
  other_id     BINARY(16)   NOT NULL,
  state        VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'TALK',
  open_mark    TINYINT      NULL DEFAULT 1 COMMENT 'null once over: the unique key below then lets it be',
  opened_at    DATETIME(6)  NOT NULL,
  appeal_until DATETIME(6)  NULL,
  appealer_id  BINARY(16)   NULL,
  closed_at    DATETIME(6)  NULL,
  CONSTRAINT dispute_state CHECK (state IN ('TALK', 'DECIDED', 'APPEALED', 'SETTLED', 'CLOSED')),
  CONSTRAINT dispute_over CHECK (
    (open_mark IS NULL) = (closed_at IS NOT NULL)
    AND (closed_at IS NOT NULL) = (state IN ('SETTLED', 'CLOSED'))),
  CONSTRAINT dispute_appeal CHECK (state <> 'APPEALED' OR appealer_id IS NOT NULL),
  CONSTRAINT dispute_path CHECK (path LIKE '/%' AND path NOT LIKE '//%'),
  UNIQUE KEY dispute_one_open (subject_kind, subject_id, open_mark),
  KEY dispute_of_opener (opener_id, opened_at),
  KEY dispute_of_other (other_id, opened_at),
  KEY dispute_by_state (state, appeal_until)
);
