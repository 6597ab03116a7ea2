-- Where the chain ends. Whoever holds the lock of its only row is the one writer of chain and boards.
CREATE TABLE points_chain (
  chain TINYINT    NOT NULL PRIMARY KEY,
  seq   BIGINT     NOT NULL,
  hash  BINARY(32) NOT NULL,
  CONSTRAINT points_chain_is_one CHECK (chain = 1)
);
