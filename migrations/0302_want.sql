-- A company's word on an offer for its need, and the offer's revision it was given on. No row: ask.
CREATE TABLE want (
  need_id        BINARY(16)  NOT NULL,
  offer_id       BINARY(16)  NOT NULL,
  verdict        VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  offer_revision INT         NOT NULL,
  decided_by     BINARY(16)  NOT NULL,
  decided_at     DATETIME(6) NOT NULL,
  PRIMARY KEY (need_id, offer_id),
  CONSTRAINT want_verdict CHECK (verdict IN ('WOULD_TAKE', 'NEVER')),
  CONSTRAINT want_of_another_listing CHECK (need_id <> offer_id)
);
