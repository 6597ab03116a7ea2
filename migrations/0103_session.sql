-- Browsers that are signed in. The cookie's secret is not here, only its hash.
CREATE TABLE session (
  session_id     BINARY(16)  NOT NULL PRIMARY KEY,
  session_hash   CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  member_id      BINARY(16)  NOT NULL,
  company_id     BINARY(16)  NULL,
  device         VARCHAR(80) NOT NULL,
  created_at     DATETIME(6) NOT NULL,
  seen_at        DATETIME(6) NOT NULL,
  absolute_until DATETIME(6) NOT NULL,
  revoked_at     DATETIME(6) NULL,
  UNIQUE KEY session_by_hash (session_hash),
  KEY session_by_member (member_id, created_at),
  KEY session_by_end (absolute_until),
  CONSTRAINT session_member FOREIGN KEY (member_id) REFERENCES member (member_id),
  CONSTRAINT session_company FOREIGN KEY (company_id) REFERENCES company (company_id)
);
