-- Entries that wait for their place in the chain. Ids commit out of order, so "greater than the last" would lose some.
CREATE TABLE points_pending (
  entry_id BIGINT NOT NULL PRIMARY KEY
);
