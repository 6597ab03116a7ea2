-- Weekdays on which a company is closed: deadlines of its cycles do not count them. 1 is Monday.
CREATE TABLE company_closing_weekday (
  company_id BINARY(16) NOT NULL,
  weekday    TINYINT    NOT NULL,
  PRIMARY KEY (company_id, weekday),
  CONSTRAINT company_closing_weekday_range CHECK (weekday BETWEEN 1 AND 5)
);
