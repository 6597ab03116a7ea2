-- The words a listing is found by, folded: kept apart so that locking a listing stays light.
CREATE TABLE listing_search (
  listing_id BINARY(16) NOT NULL PRIMARY KEY,
  words      TEXT       CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  CONSTRAINT listing_search_of FOREIGN KEY (listing_id) REFERENCES listing (listing_id)
);
