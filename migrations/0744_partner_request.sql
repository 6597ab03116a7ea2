-- One member asks another to play; the answer closes it. A request open in "waiting" stands once for a pair and activity.
CREATE TABLE partner_request (
  request_id  BINARY(16)   NOT NULL PRIMARY KEY,
  asker_id    BINARY(16)   NOT NULL,
  asked_id    BINARY(16)   NOT NULL,
  activity_id BINARY(16)   NOT NULL,
  word        VARCHAR(500) NOT NULL,
  state       VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'WAITING',
  waiting     BOOLEAN      NULL DEFAULT TRUE,
  answer      VARCHAR(500) NULL,
  asked_at    DATETIME(6)  NOT NULL,
  answered_at DATETIME(6)  NULL,
  CONSTRAINT partner_request_state CHECK (state IN ('WAITING', 'ACCEPTED', 'DECLINED')),
  CONSTRAINT partner_request_waiting CHECK ((state = 'WAITING') = (waiting IS NOT NULL)),
  CONSTRAINT partner_request_answered CHECK ((state = 'WAITING') = (answered_at IS NULL)),
  CONSTRAINT partner_request_of_another CHECK (asker_id <> asked_id),
  CONSTRAINT partner_request_once UNIQUE (asker_id, asked_id, activity_id, waiting),
  CONSTRAINT partner_request_activity FOREIGN KEY (activity_id) REFERENCES activity (activity_id),
  INDEX partner_request_sent (asker_id, asked_at),
  INDEX partner_request_got (asked_id, asked_at)
);
