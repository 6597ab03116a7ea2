-- What happened around a challenge, for the stream. No points here: they may be veiled.
CREATE TABLE happening (
  happening_id  BINARY(16)   NOT NULL PRIMARY KEY,
  kind          VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  member_id     BINARY(16)   NOT NULL,
  challenge_id  BINARY(16)   NOT NULL,
  activity_id   BINARY(16)   NOT NULL,
  title         VARCHAR(200) NOT NULL,
  open_to_all   BOOLEAN      NOT NULL,
  hidden        BOOLEAN      NOT NULL DEFAULT FALSE,
  happened_at   DATETIME(6)  NOT NULL,
  CONSTRAINT happening_kind CHECK (kind IN ('LAUNCHED', 'ACCEPTED', 'VALIDATED')),
  KEY happening_of_member (member_id, happening_id),
  KEY happening_of_challenge (challenge_id, kind),
  KEY happening_open (open_to_all, hidden, happening_id)
);
