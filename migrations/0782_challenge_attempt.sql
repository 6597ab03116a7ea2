-- One member's part in a challenge, from the invitation to the last word, with its own clocks.
CREATE TABLE challenge_attempt (
  attempt_id       BINARY(16)    NOT NULL PRIMARY KEY,
  challenge_id     BINARY(16)    NOT NULL,
  member_id        BINARY(16)    NOT NULL,
  company_id       BINARY(16)    NULL COMMENT 'the one the member acted for when accepting',
  invited_by       BINARY(16)    NULL,
  passed_by        BINARY(16)    NULL COMMENT 'the attempt that handed the chain on',
  state            VARCHAR(9)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  terms_version    INT           NOT NULL,
  counter_version  INT           NULL,
  created_at       DATETIME(6)   NOT NULL,
  answer_by        DATETIME(6)   NULL,
  accepted_at      DATETIME(6)   NULL,
  starts_at        DATETIME(6)   NULL,
  ends_at          DATETIME(6)   NULL,
  submit_by        DATETIME(6)   NULL,
  reminded_at      DATETIME(6)   NULL,
  round            INT           NOT NULL DEFAULT 0,
  measure          DECIMAL(18,3) NULL,
  acted_at         DATETIME(6)   NULL,
  submitted_at     DATETIME(6)   NULL,
  doubtful         BOOLEAN       NOT NULL DEFAULT FALSE,
  validate_by      DATETIME(6)   NULL,
  nudged_at        DATETIME(6)   NULL,
  officer_asked_at DATETIME(6)   NULL,
  level            VARCHAR(9)    CHARACTER SET ascii COLLATE ascii_bin NULL,
  validated_at     DATETIME(6)   NULL,
  rejected_by      BINARY(16)    NULL,
  reason           VARCHAR(500)  NULL,
  window_until     DATETIME(6)   NULL,
  dispute_from     VARCHAR(9)    CHARACTER SET ascii COLLATE ascii_bin NULL,
  CONSTRAINT challenge_attempt_once UNIQUE (challenge_id, member_id),
  CONSTRAINT challenge_attempt_of FOREIGN KEY (challenge_id) REFERENCES challenge (challenge_id),
  CONSTRAINT challenge_attempt_terms FOREIGN KEY (challenge_id, terms_version)
    REFERENCES challenge_terms (challenge_id, version),
  CONSTRAINT challenge_attempt_state CHECK (
    state IN ('INVITED', 'COUNTERED', 'REFUSED', 'LAPSED', 'ACCEPTED', 'ACTIVE', 'SUBMITTED',
      'VALIDATED', 'REJECTED', 'DISPUTED', 'FINAL', 'EXPIRED', 'WITHDRAWN', 'REVOKED')),
  CONSTRAINT challenge_attempt_window CHECK (starts_at < ends_at AND ends_at <= submit_by),
  CONSTRAINT challenge_attempt_proved CHECK (
    state NOT IN ('SUBMITTED', 'VALIDATED', 'REJECTED', 'DISPUTED', 'FINAL')
    OR (submitted_at IS NOT NULL AND acted_at IS NOT NULL)),
  CONSTRAINT challenge_attempt_in_time CHECK (
    acted_at IS NULL OR (starts_at <= acted_at AND acted_at < ends_at)),
  CONSTRAINT challenge_attempt_validated CHECK (
    state NOT IN ('VALIDATED', 'FINAL') OR (level IS NOT NULL AND validated_at IS NOT NULL)),
  CONSTRAINT challenge_attempt_countered CHECK (
    (state <> 'COUNTERED') OR counter_version IS NOT NULL),
  KEY challenge_attempt_by_member (member_id, state),
  KEY challenge_attempt_answer (state, answer_by),
  KEY challenge_attempt_start (state, starts_at),
  KEY challenge_attempt_end (state, ends_at),
  KEY challenge_attempt_late (state, submit_by),
  KEY challenge_attempt_silence (state, validate_by),
  KEY challenge_attempt_settled (state, window_until)
);
