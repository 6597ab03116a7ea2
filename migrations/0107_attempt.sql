-- How often somebody tried to get in, or had mails sent, within the running window of time.
CREATE TABLE attempt (
  scope        VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  tries        INT         NOT NULL,
  window_ends  DATETIME(6) NOT NULL,
  PRIMARY KEY (scope, subject_hash),
  KEY attempt_by_end (window_ends)
);
