-- What happened to a contest, who did it and when; published, but for the member's id.
CREATE TABLE contest_event (
  event_id    BINARY(16)    NOT NULL PRIMARY KEY,
  contest_id  BINARY(16)    NOT NULL,
  kind        VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  detail      VARCHAR(1000) NOT NULL,
  member_id   BINARY(16)    NULL COMMENT 'null when the clock did it',
  happened_at DATETIME(6)   NOT NULL,
  CONSTRAINT contest_event_of FOREIGN KEY (contest_id) REFERENCES contest (contest_id),
  KEY contest_event_story (contest_id, happened_at)
) COMMENT = 'append-only: the story of a contest';
