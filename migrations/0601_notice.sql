-- What members were told: the facts, from which the text is drawn in the reader's language.
CREATE TABLE notice (
  notice_id    BINARY(16)   NOT NULL PRIMARY KEY,
  member_id    BINARY(16)   NOT NULL,
  company_id   BINARY(16)   NULL COMMENT 'the company on whose behalf; null when told to a person',
  company_name VARCHAR(200) NULL,
  event        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  facts        JSON         NOT NULL,
  path         VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at   DATETIME(6)  NOT NULL,
  read_at      DATETIME(6)  NULL,
  CONSTRAINT notice_company CHECK ((company_id IS NULL) = (company_name IS NULL)),
  CONSTRAINT notice_path CHECK (path LIKE '/%' AND path NOT LIKE '//%'),
  KEY notice_of_member (member_id, read_at),
  KEY notice_by_age (created_at)
);
