-- People to be seen in a picture or film, as its owner marked them, and what they say to it now.
CREATE TABLE evidence_person (
  person_id   BINARY(16)   NOT NULL PRIMARY KEY,
  item_id     BINARY(16)   NOT NULL,
  member_id   BINARY(16)   NULL,
  name        VARCHAR(120) NOT NULL,
  minor       BOOLEAN      NOT NULL,
  box_x       SMALLINT     NULL COMMENT 'thousandths of the picture; null in a film',
  box_y       SMALLINT     NULL,
  box_width   SMALLINT     NULL,
  box_height  SMALLINT     NULL,
  answer      VARCHAR(6)   CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'null while unanswered',
  link_hash   CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of the secret in the mail to who is no member',
  marked_at   DATETIME(6)  NOT NULL,
  answered_at DATETIME(6)  NULL,
  CONSTRAINT evidence_person_answer CHECK (answer IN ('YES', 'BLUR', 'REMOVE')),
  CONSTRAINT evidence_person_answered CHECK ((answer IS NULL) = (answered_at IS NULL)),
  CONSTRAINT evidence_person_box CHECK ((box_x IS NULL) = (box_height IS NULL)),
  CONSTRAINT evidence_person_in FOREIGN KEY (item_id) REFERENCES evidence_item (item_id),
  UNIQUE KEY evidence_person_by_link (link_hash),
  KEY evidence_person_of_item (item_id),
  KEY evidence_person_of_member (member_id)
);
