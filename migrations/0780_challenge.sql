-- What a member dares others to do; title and end are those of the newest terms, for lists.
CREATE TABLE challenge (
  challenge_id   BINARY(16)   NOT NULL PRIMARY KEY,
  author_id      BINARY(16)   NOT NULL,
  company_id     BINARY(16)   NULL COMMENT 'the one the author acted for at launch',
  activity_id    BINARY(16)   NOT NULL,
  kind           VARCHAR(6)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  audience       VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state          VARCHAR(9)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  suspended_from VARCHAR(9)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  version        INT          NOT NULL,
  title          VARCHAR(120) NOT NULL,
  ends_at        DATETIME(6)  NOT NULL,
  place          VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  latitude       DECIMAL(8,5) NULL,
  longitude      DECIMAL(8,5) NULL,
  launched_at    DATETIME(6)  NOT NULL,
  ended_at       DATETIME(6)  NULL,
  KEY challenge_by_author (author_id, launched_at),
  KEY challenge_open (state, audience, ends_at),
  KEY challenge_by_activity (activity_id, state),
  CONSTRAINT challenge_kind CHECK (kind IN ('DUEL', 'OPEN', 'GROUP', 'STREAK', 'CHAIN', 'SELF')),
  CONSTRAINT challenge_audience CHECK (
    audience IN ('INVITED', 'FRIENDS', 'COLLEAGUES', 'EVERYBODY')),
  CONSTRAINT challenge_state CHECK (
    state IN ('INVITED', 'OPEN', 'RUNNING', 'SUSPENDED', 'ENDED', 'CANCELLED')),
  CONSTRAINT challenge_suspended CHECK ((state = 'SUSPENDED') = (suspended_from IS NOT NULL)),
  CONSTRAINT challenge_ended CHECK (
    state IN ('SUSPENDED') OR (state IN ('ENDED', 'CANCELLED')) = (ended_at IS NOT NULL)),
  CONSTRAINT challenge_placed CHECK (
    (place = '') = (latitude IS NULL) AND (place = '') = (longitude IS NULL))
);
