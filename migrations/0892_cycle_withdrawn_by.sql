-- The companies whose listings ended a cycle: for those among the others who had said yes, it is a missed one.
CREATE TABLE cycle_withdrawn_by (
  cycle_id   BINARY(16) NOT NULL,
  company_id BINARY(16) NOT NULL,
  PRIMARY KEY (cycle_id, company_id),
  CONSTRAINT cycle_withdrawn_by_of FOREIGN KEY (cycle_id) REFERENCES cycle (cycle_id)
) COMMENT='append-only: who let others down does not change afterwards';
