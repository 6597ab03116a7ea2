-- What is known of a stored file; its bytes are in pieces beside it.
CREATE TABLE stored_file (
  file_id    BINARY(16)  NOT NULL PRIMARY KEY,
  media_type VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  size       BIGINT      NOT NULL,
  sha256     CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  CONSTRAINT stored_file_size CHECK (size > 0)
);
