-- What people in pictures said and when: it outlives the picture and the mark.
CREATE TABLE evidence_answer (
  answer_id   BINARY(16)  NOT NULL PRIMARY KEY,
  person_id   BINARY(16)  NOT NULL,
  item_id     BINARY(16)  NOT NULL,
  answer      VARCHAR(6)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  answered_at DATETIME(6) NOT NULL,
  KEY evidence_answer_of (person_id, answered_at)
) COMMENT = 'append-only: consent given and withdrawn';
