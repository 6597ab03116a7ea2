-- The chain: each entry has one place and a hash over itself and the one before.
CREATE TABLE points_seal (
  seq       BIGINT     NOT NULL PRIMARY KEY,
  entry_id  BIGINT     NOT NULL,
  prev_hash BINARY(32) NOT NULL,
  hash      BINARY(32) NOT NULL,
  UNIQUE KEY points_seal_of_entry (entry_id)
) COMMENT = 'append-only: the hash chain over the ledger of points';
