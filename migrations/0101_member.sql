-- The people. Born when a mail to their address is answered, so every address here was once proven.
CREATE TABLE member (
  member_id     BINARY(16)   NOT NULL PRIMARY KEY,
  email         VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name          VARCHAR(120) NOT NULL,
  language      CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  password_hash VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL,
  operator      BOOLEAN      NOT NULL DEFAULT FALSE,
  created_at    DATETIME(6)  NOT NULL,
  UNIQUE KEY member_by_email (email),
  CONSTRAINT member_email_is_lower_case CHECK (email = LOWER(email))
);
