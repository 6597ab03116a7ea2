-- Forms filled in to join. They become a member and a company when their mail is answered, so nobody
-- can take another's address, or block another's company, by typing it.
CREATE TABLE sign_up (
  sign_up_id    BINARY(16)   NOT NULL PRIMARY KEY,
  email         VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name          VARCHAR(120) NOT NULL,
  language      CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  password_hash VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL,
  company_name  VARCHAR(160) NULL,
  country       CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NULL,
  siren         CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NULL,
  vat_number    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
  departement   VARCHAR(3) CHARACTER SET ascii COLLATE ascii_bin NULL,
  city          VARCHAR(120) NULL,
  created_at    DATETIME(6)  NOT NULL,
  KEY sign_up_by_age (created_at)
);
