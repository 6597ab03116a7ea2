-- Words the safety gate stopped and a member asks about; what an operator allows passes for that member.
CREATE TABLE safety_question (
  question_id BINARY(16)    NOT NULL PRIMARY KEY,
  member_id   BINARY(16)    NOT NULL,
  words       VARCHAR(1000) NOT NULL,
  words_hash  BINARY(32)    NOT NULL,
  danger      VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state       VARCHAR(7)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'OPEN',
  answer      VARCHAR(500)  NULL,
  asked_at    DATETIME(6)   NOT NULL,
  answered_by BINARY(16)    NULL,
  answered_at DATETIME(6)   NULL,
  CONSTRAINT safety_question_state CHECK (state IN ('OPEN', 'ALLOWED', 'REFUSED')),
  CONSTRAINT safety_question_answered CHECK ((state = 'OPEN') = (answered_at IS NULL)),
  CONSTRAINT safety_question_once UNIQUE (member_id, words_hash),
  INDEX safety_question_queue (state, asked_at)
);
