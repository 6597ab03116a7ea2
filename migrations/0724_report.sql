-- A member's word that something should not be shown.
CREATE TABLE report (
  report_id    BINARY(16)    NOT NULL PRIMARY KEY,
  subject_kind VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_id   BINARY(16)    NOT NULL,
  reporter_id  BINARY(16)    NOT NULL,
  reason       VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  words        VARCHAR(1000) NOT NULL,
  reported_at  DATETIME(6)   NOT NULL,
  CONSTRAINT report_of FOREIGN KEY (subject_kind, subject_id) REFERENCES moderation (subject_kind, subject_id),
  UNIQUE KEY report_once (subject_kind, subject_id, reporter_id)
);
