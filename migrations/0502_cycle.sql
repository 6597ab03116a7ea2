-- Cycles proposed to their companies. The same legs are proposed once at a time.
CREATE TABLE cycle (
  cycle_id    BINARY(16)  NOT NULL PRIMARY KEY,
  clearing_id BINARY(16)  NULL,
  state       VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  value_cents BIGINT      NOT NULL,
  cycle_key   CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at  DATETIME(6) NOT NULL,
  deadline    DATETIME(6) NOT NULL,
  reminded_at DATETIME(6) NULL,
  closed_at   DATETIME(6) NULL,
  closed_by   BINARY(16)  NULL,
  cause       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  exchange_id BINARY(16)  NULL,
  proposed TINYINT GENERATED ALWAYS AS (CASE WHEN state = 'PROPOSED' THEN 1 END) STORED,
  UNIQUE KEY cycle_proposed_once (cycle_key, proposed),
  UNIQUE KEY cycle_one_exchange (exchange_id),
  KEY cycle_due (state, deadline),
  KEY cycle_by_key (cycle_key, closed_at),
  KEY cycle_by_clearing (clearing_id),
  CONSTRAINT cycle_of_clearing FOREIGN KEY (clearing_id) REFERENCES clearing (clearing_id),
  CONSTRAINT cycle_state
    CHECK (state IN ('PROPOSED', 'ACCEPTED', 'REFUSED', 'EXPIRED', 'WITHDRAWN')),
  CONSTRAINT cycle_closed CHECK ((state = 'PROPOSED') = (closed_at IS NULL)),
  CONSTRAINT cycle_exchange CHECK ((state = 'ACCEPTED') = (exchange_id IS NOT NULL)),
  CONSTRAINT cycle_refused CHECK ((state = 'REFUSED') = (closed_by IS NOT NULL)),
  CONSTRAINT cycle_withdrawn CHECK ((state = 'WITHDRAWN') = (cause IS NOT NULL)),
  CONSTRAINT cycle_value CHECK (value_cents > 0)
);
