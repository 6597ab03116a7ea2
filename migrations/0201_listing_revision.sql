-- All terms of each revision of a listing: an agreed leg names the revision it was agreed on.
CREATE TABLE listing_revision (
  listing_id       BINARY(16)   NOT NULL,
  revision         INT          NOT NULL,
  member_id        BINARY(16)   NOT NULL,
  title            VARCHAR(100) NOT NULL,
  description      TEXT         NOT NULL,
  language         CHAR(2)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  category         VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  unit             VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  quantity         BIGINT       NOT NULL,
  quantity_step    BIGINT       NOT NULL,
  unit_value_cents BIGINT       NOT NULL,
  vat_permille     INT          NOT NULL,
  departement      VARCHAR(3)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reach            VARCHAR(11)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  last_day         DATE         NOT NULL,
  one_of_group     VARCHAR(60)  NULL,
  created_at       DATETIME(6)  NOT NULL,
  PRIMARY KEY (listing_id, revision),
  CONSTRAINT listing_revision_of FOREIGN KEY (listing_id) REFERENCES listing (listing_id),
  CONSTRAINT listing_revision_steps
    CHECK (quantity > 0 AND quantity_step > 0 AND quantity % quantity_step = 0),
  CONSTRAINT listing_revision_value CHECK (unit_value_cents > 0),
  CONSTRAINT listing_revision_vat CHECK (vat_permille >= 0 AND vat_permille <= 300)
) COMMENT='append-only: what was promised once is never rewritten';
