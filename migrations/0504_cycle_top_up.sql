-- Cash from the receiver of a leg to its giver that would even a proposed cycle, excluding VAT.
CREATE TABLE cycle_top_up (
  cycle_id     BINARY(16) NOT NULL,
  payer        BINARY(16) NOT NULL,
  payee        BINARY(16) NOT NULL,
  amount_cents BIGINT     NOT NULL,
  PRIMARY KEY (cycle_id, payer, payee),
  CONSTRAINT cycle_top_up_of FOREIGN KEY (cycle_id) REFERENCES cycle (cycle_id),
  CONSTRAINT cycle_top_up_amount CHECK (amount_cents > 0),
  CONSTRAINT cycle_top_up_ends CHECK (payer <> payee)
) COMMENT='append-only: the terms somebody is asked to sign do not move';
