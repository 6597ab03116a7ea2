-- What happened to an exchange, who did it and when; kept beside the state for whoever must judge.
CREATE TABLE exchange_event (
  event_id    BINARY(16)  NOT NULL PRIMARY KEY,
  exchange_id BINARY(16)  NOT NULL,
  leg_id      BINARY(16)  NULL,
  kind        VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  member_id   BINARY(16)  NULL COMMENT 'null when no member did it',
  happened_at DATETIME(6) NOT NULL,
  CONSTRAINT exchange_event_of FOREIGN KEY (exchange_id) REFERENCES exchange (exchange_id),
  KEY exchange_event_story (exchange_id, happened_at)
) COMMENT = 'append-only: the story of an exchange';
