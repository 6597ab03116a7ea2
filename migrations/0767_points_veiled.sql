-- Sealed entries that stay out of all that others may read until their contest is revealed.
CREATE TABLE points_veiled (
  entry_id BIGINT NOT NULL PRIMARY KEY
);
