-- Colleagues whom an owner asked to act for a company as well.
CREATE TABLE invitation (
  invitation_id BINARY(16)   NOT NULL PRIMARY KEY,
  company_id    BINARY(16)   NOT NULL,
  email         VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  role          VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  invited_by    BINARY(16)   NOT NULL,
  created_at    DATETIME(6)  NOT NULL,
  expires_at    DATETIME(6)  NOT NULL,
  closed_at     DATETIME(6)  NULL,
  KEY invitation_by_company (company_id, created_at),
  CONSTRAINT invitation_role_known CHECK (role IN ('OWNER', 'TRADER')),
  CONSTRAINT invitation_company FOREIGN KEY (company_id) REFERENCES company (company_id),
  CONSTRAINT invitation_author FOREIGN KEY (invited_by) REFERENCES member (member_id)
);
