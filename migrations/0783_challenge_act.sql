-- Each proof of an attempt: one of most kinds, one a day or week of a streak, many of a group.
CREATE TABLE challenge_act (
  act_id      BINARY(16)    NOT NULL PRIMARY KEY,
  attempt_id  BINARY(16)    NOT NULL,
  round       INT           NOT NULL,
  slot        INT           NOT NULL,
  evidence_id BINARY(16)    NOT NULL,
  measure     DECIMAL(18,3) NULL,
  acted_at    DATETIME(6)   NOT NULL,
  sent_at     DATETIME(6)   NOT NULL,
  CONSTRAINT challenge_act_once UNIQUE (attempt_id, round, slot),
  CONSTRAINT challenge_act_of FOREIGN KEY (attempt_id) REFERENCES challenge_attempt (attempt_id),
  CONSTRAINT challenge_act_before_receipt CHECK (acted_at <= sent_at),
  CONSTRAINT challenge_act_measure CHECK (measure >= 0)
) COMMENT = 'append-only: what was proved, and when it arrived';
