-- What a run saw and a seal on what it made of it, for whoever repeats it. The latest are kept.
CREATE TABLE clearing_record (
  clearing_id BINARY(16) NOT NULL PRIMARY KEY,
  market      MEDIUMBLOB NOT NULL COMMENT 'JSON, packed by gzip',
  manifest    TEXT       NOT NULL COMMENT 'JSON',
  CONSTRAINT clearing_record_of FOREIGN KEY (clearing_id) REFERENCES clearing (clearing_id)
);
