-- Challenges that are being written: what was typed, field by field, seen by nobody but its author.
CREATE TABLE challenge_draft (
  draft_id  BINARY(16)  NOT NULL PRIMARY KEY,
  author_id BINARY(16)  NOT NULL,
  kind      VARCHAR(6)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  fields    MEDIUMTEXT  NOT NULL COMMENT 'JSON: texts by the names of the form',
  kept_at   DATETIME(6) NOT NULL,
  CONSTRAINT challenge_draft_kind CHECK (
    kind IN ('DUEL', 'OPEN', 'GROUP', 'STREAK', 'CHAIN', 'SELF')),
  KEY challenge_draft_by_author (author_id, kept_at)
);
