-- Companies that had their first cycle without a plan; the key lets each have it once.
CREATE TABLE plan_free_cycle (
  company_id BINARY(16)  NOT NULL PRIMARY KEY,
  cycle_id   BINARY(16)  NOT NULL,
  used_at    DATETIME(6) NOT NULL,
  CONSTRAINT plan_free_cycle_company FOREIGN KEY (company_id) REFERENCES company (company_id)
);
