-- What members sent as proof of what they did; pictures, films and tracks are items beside it.
CREATE TABLE evidence (
  evidence_id  BINARY(16)    NOT NULL PRIMARY KEY,
  subject_kind VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the room that asked for it',
  subject_id   BINARY(16)    NOT NULL,
  owner_id     BINARY(16)    NOT NULL,
  words        VARCHAR(4000) NOT NULL,
  measure      DECIMAL(18,3) NULL,
  place        VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  taken_at     DATETIME(6)   NOT NULL COMMENT 'by the owner''s word',
  sent_at      DATETIME(6)   NOT NULL,
  audience     VARCHAR(8)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'PARTIES',
  hidden_at    DATETIME(6)   NULL COMMENT 'when a report was upheld',
  forgotten_at DATETIME(6)   NULL COMMENT 'when its owner asked to be forgotten',
  CONSTRAINT evidence_audience CHECK (audience IN ('PARTIES', 'MEMBERS', 'PUBLIC')),
  CONSTRAINT evidence_forgotten CHECK (forgotten_at IS NULL OR (words = '' AND place = '' AND audience = 'PARTIES')),
  KEY evidence_of_subject (subject_kind, subject_id, sent_at),
  KEY evidence_of_owner (owner_id, sent_at)
);
