-- Why an award was taken back, in somebody's words: beside the ledger, because words may have to be erased.
CREATE TABLE points_reason (
  entry_id BIGINT       NOT NULL PRIMARY KEY,
  reason   VARCHAR(500) NOT NULL
);
