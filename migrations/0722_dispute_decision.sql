-- The decisions on a dispute: the first, and the one on appeal.
CREATE TABLE dispute_decision (
  dispute_id BINARY(16)    NOT NULL,
  instance   TINYINT       NOT NULL COMMENT '1 first, 2 on appeal',
  officer_id BINARY(16)    NOT NULL,
  upheld     BOOLEAN       NOT NULL,
  reason     VARCHAR(4000) NOT NULL,
  decided_at DATETIME(6)   NOT NULL,
  PRIMARY KEY (dispute_id, instance),
  CONSTRAINT dispute_decision_of FOREIGN KEY (dispute_id) REFERENCES dispute (dispute_id),
  CONSTRAINT dispute_decision_instance CHECK (instance IN (1, 2))
) COMMENT='append-only: a decision is changed by the one on appeal, never in place';
