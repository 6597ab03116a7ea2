-- Orders of the premium plan, each with the price of its day. The plan a company has today is read
-- from here; no second column could disagree with it.
CREATE TABLE plan_order (
  order_id    BINARY(16)  NOT NULL PRIMARY KEY,
  company_id  BINARY(16)  NOT NULL,
  cycle_id    BINARY(16)  NULL,
  ordered_by  BINARY(16)  NOT NULL,
  state       VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  price_cents BIGINT      NOT NULL,
  vat_permille INT       NOT NULL,
  days        INT         NOT NULL,
  from_day    DATE        NULL,
  until_day   DATE        NULL,
  ordered_at  DATETIME(6) NOT NULL,
  closed_at   DATETIME(6) NULL,
  closed_by   BINARY(16)  NULL,
  UNIQUE KEY plan_order_once_a_cycle (company_id, cycle_id),
  KEY plan_order_by_state (state, ordered_at),
  KEY plan_order_by_cycle (cycle_id),
  CONSTRAINT plan_order_state_known CHECK (state IN ('CONDITIONAL', 'DUE', 'PAID', 'VOID')),
  CONSTRAINT plan_order_condition_is_a_cycle CHECK (state <> 'CONDITIONAL' OR cycle_id IS NOT NULL),
  CONSTRAINT plan_order_runs_when_due CHECK (
    state NOT IN ('DUE', 'PAID') OR (from_day IS NOT NULL AND until_day >= from_day)),
  CONSTRAINT plan_order_price CHECK (price_cents >= 0 AND vat_permille >= 0 AND days > 0),
  CONSTRAINT plan_order_company FOREIGN KEY (company_id) REFERENCES company (company_id),
  CONSTRAINT plan_order_member FOREIGN KEY (ordered_by) REFERENCES member (member_id)
);
