-- The companies that barter. One row a SIREN or VAT number: two sign-ups of one company end as one.
CREATE TABLE company (
  company_id     BINARY(16)    NOT NULL PRIMARY KEY,
  name           VARCHAR(160)  NOT NULL,
  country        CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  siren          CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NULL,
  vat_number     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  departement    VARCHAR(3) CHARACTER SET ascii COLLATE ascii_bin NULL,
  city           VARCHAR(120)  NOT NULL,
  about          VARCHAR(4000) NOT NULL,
  status         VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  refusal_reason VARCHAR(1000) NULL,
  submitted_at   DATETIME(6)   NOT NULL,
  created_at     DATETIME(6)   NOT NULL,
  UNIQUE KEY company_by_siren (siren),
  UNIQUE KEY company_by_vat_number (vat_number),
  KEY company_by_status (status, submitted_at),
  CONSTRAINT company_status_known CHECK (status IN ('PENDING', 'APPROVED', 'REFUSED')),
  CONSTRAINT company_refusal_has_reason CHECK ((status = 'REFUSED') = (refusal_reason IS NOT NULL)),
  CONSTRAINT company_french_has_siren CHECK ((country = 'FR') = (siren IS NOT NULL)),
  CONSTRAINT company_french_has_departement CHECK ((country = 'FR') = (departement IS NOT NULL))
);
