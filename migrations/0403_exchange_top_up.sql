-- Cash between two neighbours to even values; Ronde never holds it, the payee notes that it came.
CREATE TABLE exchange_top_up (
  exchange_id  BINARY(16)  NOT NULL,
  payer_id     BINARY(16)  NOT NULL,
  payee_id     BINARY(16)  NOT NULL,
  amount_cents BIGINT      NOT NULL,
  settled_at   DATETIME(6) NULL,
  settled_by   BINARY(16)  NULL,
  PRIMARY KEY (exchange_id, payer_id, payee_id),
  CONSTRAINT exchange_top_up_of FOREIGN KEY (exchange_id) REFERENCES exchange (exchange_id),
  CONSTRAINT exchange_top_up_of_two CHECK (payer_id <> payee_id),
  CONSTRAINT exchange_top_up_amount CHECK (amount_cents > 0),
  CONSTRAINT exchange_top_up_settled CHECK ((settled_at IS NULL) = (settled_by IS NULL))
);
