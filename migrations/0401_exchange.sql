-- What companies agreed on, born from one cycle and closed by the last receipt.
CREATE TABLE exchange (
  exchange_id BINARY(16)  NOT NULL PRIMARY KEY,
  cycle_id    BINARY(16)  NOT NULL,
  state       VARCHAR(6)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'OPEN',
  opened_at   DATETIME(6) NOT NULL,
  closed_at   DATETIME(6) NULL,
  CONSTRAINT exchange_once_per_cycle UNIQUE (cycle_id),
  CONSTRAINT exchange_state CHECK (state IN ('OPEN', 'CLOSED')),
  CONSTRAINT exchange_closed CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL))
);
