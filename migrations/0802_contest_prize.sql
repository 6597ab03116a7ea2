-- What can be won: a quantity of a listing, held while the contest runs, or a lot of the operator.
CREATE TABLE contest_prize (
  contest_id       BINARY(16)   NOT NULL,
  place            INT          NOT NULL,
  title            VARCHAR(200) NOT NULL,
  value_cents      BIGINT       NOT NULL COMMENT 'commercial value, VAT included',
  listing_id       BINARY(16)   NULL,
  listing_revision INT          NULL,
  quantity         BIGINT       NULL,
  company_id       BINARY(16)   NULL COMMENT 'who gives it; null for a lot of the operator',
  state            VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'PLANNED',
  agreed_by        BINARY(16)   NULL,
  agreed_at        DATETIME(6)  NULL,
  substitute       VARCHAR(200) NULL,
  substitute_cents BIGINT       NULL,
  guardian         VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  handed_over_at   DATETIME(6)  NULL,
  PRIMARY KEY (contest_id, place),
  CONSTRAINT contest_prize_of FOREIGN KEY (contest_id) REFERENCES contest (contest_id),
  CONSTRAINT contest_prize_place CHECK (place >= 1),
  CONSTRAINT contest_prize_value CHECK (value_cents > 0),
  CONSTRAINT contest_prize_listing CHECK (
    (listing_id IS NULL) = (quantity IS NULL) AND (listing_id IS NULL) = (listing_revision IS NULL)
    AND (listing_id IS NULL) = (company_id IS NULL)),
  CONSTRAINT contest_prize_state CHECK (
    state IN ('PLANNED', 'HELD', 'RELEASED', 'HANDED_OVER', 'CARRIED_OVER')),
  CONSTRAINT contest_prize_agreed CHECK ((agreed_by IS NULL) = (agreed_at IS NULL)),
  CONSTRAINT contest_prize_substitute CHECK (
    (substitute IS NULL) = (substitute_cents IS NULL) AND (substitute_cents IS NULL OR substitute_cents >= value_cents)),
  CONSTRAINT contest_prize_guardian CHECK (guardian IS NULL OR guardian IN ('OF_AGE', 'CONSENT_KEPT')),
  CONSTRAINT contest_prize_handed_over CHECK (
    (state = 'HANDED_OVER') = (handed_over_at IS NOT NULL) AND (state <> 'HANDED_OVER' OR guardian IS NOT NULL)),
  KEY contest_prize_by_listing (listing_id)
);
