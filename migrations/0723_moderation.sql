-- What members reported, and what became of it: one line for each thing reported.
CREATE TABLE moderation (
  subject_kind VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_id   BINARY(16)    NOT NULL,
  title        VARCHAR(200)  NOT NULL,
  path         VARCHAR(200)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  author_id    BINARY(16)    NOT NULL,
  state        VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  looks        TINYINT       NOT NULL DEFAULT 0 COMMENT 'decisions made',
  waiting_since DATETIME(6)  NULL,
  officer_id   BINARY(16)    NULL,
  reason       VARCHAR(1000) NULL COMMENT 'of the newest decision, for the author',
  plea         VARCHAR(1000) NULL COMMENT 'why the author asks for a second look',
  decided_at   DATETIME(6)   NULL,
  PRIMARY KEY (subject_kind, subject_id),
  CONSTRAINT moderation_state CHECK (state IN ('WAITING', 'LEFT', 'HIDDEN', 'SECOND_LOOK')),
  CONSTRAINT moderation_waiting CHECK ((waiting_since IS NOT NULL) = (state IN ('WAITING', 'SECOND_LOOK'))),
  CONSTRAINT moderation_decided CHECK ((looks > 0) = (decided_at IS NOT NULL)),
  CONSTRAINT moderation_path CHECK (path LIKE '/%' AND path NOT LIKE '//%'),
  KEY moderation_queue (state, waiting_since)
);
