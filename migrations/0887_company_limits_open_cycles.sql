-- In how many cycles a company would stand that wait for answers; without a number, in any.
ALTER TABLE company_limits
  ADD COLUMN open_cycles_max SMALLINT NULL,
  ADD CONSTRAINT company_limits_open_cycles CHECK (open_cycles_max BETWEEN 1 AND 100);
