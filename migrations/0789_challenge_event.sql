-- What happened in a challenge, who did it, when and in which words: the talk under its picture.
CREATE TABLE challenge_event (
  event_id     BINARY(16)   NOT NULL PRIMARY KEY,
  challenge_id BINARY(16)   NOT NULL,
  attempt_id   BINARY(16)   NULL,
  kind         VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  member_id    BINARY(16)   NULL COMMENT 'null when no member did it',
  words        VARCHAR(500) NOT NULL DEFAULT '',
  happened_at  DATETIME(6)  NOT NULL,
  CONSTRAINT challenge_event_of FOREIGN KEY (challenge_id) REFERENCES challenge (challenge_id),
  KEY challenge_event_story (challenge_id, happened_at)
) COMMENT = 'append-only: the story of a challenge';
