-- Who said yes or no to a cycle, when, and why not. One answer a company.
CREATE TABLE decision (
  cycle_id     BINARY(16)   NOT NULL,
  company_id   BINARY(16)   NOT NULL,
  member_id    BINARY(16)   NOT NULL,
  answer       VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  reason_text  VARCHAR(500) NULL,
  plan_ordered BOOLEAN      NOT NULL,
  decided_at   DATETIME(6)  NOT NULL,
  PRIMARY KEY (cycle_id, company_id),
  CONSTRAINT decision_on FOREIGN KEY (cycle_id) REFERENCES cycle (cycle_id),
  CONSTRAINT decision_answer CHECK (answer IN ('ACCEPT', 'REFUSE')),
  CONSTRAINT decision_reason CHECK ((answer = 'REFUSE') = (reason IS NOT NULL)),
  CONSTRAINT decision_plan CHECK (answer = 'ACCEPT' OR NOT plan_ordered)
) COMMENT='append-only: a decision is a signature';
