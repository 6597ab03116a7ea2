-- What a company accepts of any cycle; a company without a row has the limits of the configuration.
CREATE TABLE company_limits (
  company_id            BINARY(16)  NOT NULL PRIMARY KEY,
  cycle_length_max      SMALLINT    NOT NULL,
  tolerance_percent     SMALLINT    NOT NULL,
  top_up_pay_max_cents  BIGINT      NOT NULL,
  top_up_take_max_cents BIGINT      NOT NULL,
  changed_by            BINARY(16)  NOT NULL,
  changed_at            DATETIME(6) NOT NULL,
  CONSTRAINT company_limits_cycle_length CHECK (cycle_length_max BETWEEN 2 AND 6),
  CONSTRAINT company_limits_tolerance CHECK (tolerance_percent BETWEEN 0 AND 100),
  CONSTRAINT company_limits_top_up_pay CHECK (top_up_pay_max_cents >= 0),
  CONSTRAINT company_limits_top_up_take CHECK (top_up_take_max_cents >= 0)
);
