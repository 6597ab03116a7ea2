-- Bytes of files in pieces of 256 KiB, so that a range can be read without the rest.
CREATE TABLE stored_piece (
  file_id  BINARY(16) NOT NULL,
  position INT        NOT NULL COMMENT 'from 0',
  bytes    MEDIUMBLOB NOT NULL,
  PRIMARY KEY (file_id, position),
  CONSTRAINT stored_piece_of FOREIGN KEY (file_id) REFERENCES stored_file (file_id) ON DELETE CASCADE,
  CONSTRAINT stored_piece_position CHECK (position >= 0)
);
