-- What a member says of themselves, and who may see which part of their page.
CREATE TABLE profile (
  member_id  BINARY(16)   NOT NULL PRIMARY KEY,
  about      VARCHAR(500) NOT NULL,
  hidden     BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'officers hid the words',
  practices  VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  challenges VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  gallery    VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  points     VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  CONSTRAINT profile_audiences CHECK (
    practices IN ('PRIVATE', 'MEMBERS', 'PUBLIC') AND challenges IN ('PRIVATE', 'MEMBERS', 'PUBLIC')
    AND gallery IN ('PRIVATE', 'MEMBERS', 'PUBLIC') AND points IN ('PRIVATE', 'MEMBERS', 'PUBLIC'))
);
