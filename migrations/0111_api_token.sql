-- Tokens for programs. Each acts for one member, and for the company chosen when it was made.
CREATE TABLE api_token (
  token_id     BINARY(16)  NOT NULL PRIMARY KEY,
  token_hash   CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  prefix       CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  member_id    BINARY(16)  NOT NULL,
  company_id   BINARY(16)  NULL,
  name         VARCHAR(80) NOT NULL,
  created_at   DATETIME(6) NOT NULL,
  expires_at   DATETIME(6) NOT NULL,
  used_at      DATETIME(6) NULL,
  revoked_at   DATETIME(6) NULL,
  UNIQUE KEY api_token_by_hash (token_hash),
  UNIQUE KEY api_token_by_name (member_id, name),
  CONSTRAINT api_token_member FOREIGN KEY (member_id) REFERENCES member (member_id),
  CONSTRAINT api_token_company FOREIGN KEY (company_id) REFERENCES company (company_id)
);
