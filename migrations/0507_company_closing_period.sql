-- Days in a row on which a company is closed: deadlines of its cycles do not count them.
CREATE TABLE company_closing_period (
  period_id  BINARY(16) NOT NULL PRIMARY KEY,
  company_id BINARY(16) NOT NULL,
  first_day  DATE       NOT NULL,
  last_day   DATE       NOT NULL,
  KEY company_closing_period_of (company_id, last_day),
  CONSTRAINT company_closing_period_order CHECK (first_day <= last_day)
);
