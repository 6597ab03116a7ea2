-- Who acts for which company, and as what.
CREATE TABLE membership (
  company_id BINARY(16)  NOT NULL,
  member_id  BINARY(16)  NOT NULL,
  role       VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  since      DATETIME(6) NOT NULL,
  PRIMARY KEY (company_id, member_id),
  KEY membership_by_member (member_id, since),
  CONSTRAINT membership_role_known CHECK (role IN ('OWNER', 'TRADER')),
  CONSTRAINT membership_company FOREIGN KEY (company_id) REFERENCES company (company_id),
  CONSTRAINT membership_member FOREIGN KEY (member_id) REFERENCES member (member_id)
);
