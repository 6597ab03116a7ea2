-- Companies a company will not deal with. Never disclosed to anybody else, the excluded least of all.
CREATE TABLE exclusion (
  company_id  BINARY(16)  NOT NULL,
  excluded_id BINARY(16)  NOT NULL,
  decided_by  BINARY(16)  NOT NULL,
  decided_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (company_id, excluded_id),
  CONSTRAINT exclusion_of_another CHECK (company_id <> excluded_id)
);
