-- Who gives what to whom until when, on the terms of the agreement: titles and unit are copies.
CREATE TABLE exchange_leg (
  leg_id         BINARY(16)   NOT NULL PRIMARY KEY,
  exchange_id    BINARY(16)   NOT NULL,
  position       INT          NOT NULL,
  offer_id       BINARY(16)   NOT NULL,
  offer_revision INT          NOT NULL,
  offer_title    VARCHAR(200) NOT NULL,
  need_id        BINARY(16)   NOT NULL,
  need_revision  INT          NOT NULL,
  need_title     VARCHAR(200) NOT NULL,
  unit           VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  giver_id       BINARY(16)   NOT NULL,
  receiver_id    BINARY(16)   NOT NULL,
  quantity       BIGINT       NOT NULL,
  value_cents    BIGINT       NOT NULL,
  due_on         DATE         NOT NULL,
  state          VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'AGREED',
  reminded_at    DATETIME(6)  NULL,
  sent_at        DATETIME(6)  NULL,
  sent_by        BINARY(16)   NULL,
  sent_note      VARCHAR(500) NULL,
  received_at    DATETIME(6)  NULL,
  received_by    BINARY(16)   NULL,
  CONSTRAINT exchange_leg_of FOREIGN KEY (exchange_id) REFERENCES exchange (exchange_id),
  CONSTRAINT exchange_leg_place UNIQUE (exchange_id, position),
  CONSTRAINT exchange_leg_gives_once UNIQUE (exchange_id, giver_id),
  CONSTRAINT exchange_leg_receives_once UNIQUE (exchange_id, receiver_id),
  CONSTRAINT exchange_leg_of_two CHECK (giver_id <> receiver_id),
  CONSTRAINT exchange_leg_amounts CHECK (quantity > 0 AND value_cents > 0),
  CONSTRAINT exchange_leg_state CHECK (state IN ('AGREED', 'SENT', 'RECEIVED')),
  CONSTRAINT exchange_leg_sent CHECK (
    (sent_at IS NULL) = (sent_by IS NULL) AND (state <> 'SENT' OR sent_at IS NOT NULL)
    AND (state <> 'AGREED' OR sent_at IS NULL)),
  CONSTRAINT exchange_leg_received CHECK (
    (received_at IS NULL) = (received_by IS NULL)
    AND (state = 'RECEIVED') = (received_at IS NOT NULL)),
  KEY exchange_leg_by_giver (giver_id),
  KEY exchange_leg_by_receiver (receiver_id),
  KEY exchange_leg_due (state, due_on)
);
