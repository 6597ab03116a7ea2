-- Objections to a provisional result: it becomes final when the time is over and each has its answer.
CREATE TABLE contest_objection (
  objection_id BINARY(16)    NOT NULL PRIMARY KEY,
  contest_id   BINARY(16)    NOT NULL,
  member_id    BINARY(16)    NULL COMMENT 'null when erased',
  text         VARCHAR(2000) NOT NULL,
  made_at      DATETIME(6)   NOT NULL,
  answer       VARCHAR(2000) NULL,
  answered_by  BINARY(16)    NULL,
  answered_at  DATETIME(6)   NULL,
  CONSTRAINT contest_objection_of FOREIGN KEY (contest_id) REFERENCES contest (contest_id),
  CONSTRAINT contest_objection_once UNIQUE (contest_id, member_id),
  CONSTRAINT contest_objection_answered CHECK (
    (answer IS NULL) = (answered_by IS NULL) AND (answer IS NULL) = (answered_at IS NULL))
);
