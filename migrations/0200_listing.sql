-- An offer or a need as it stands: its state, its current revision, how much of it is promised or gone.
CREATE TABLE listing (
  listing_id   BINARY(16)  NOT NULL PRIMARY KEY,
  company_id   BINARY(16)  NOT NULL,
  side         VARCHAR(5)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state        VARCHAR(9)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  revision     INT         NOT NULL,
  quantity     BIGINT      NOT NULL,
  held         BIGINT      NOT NULL DEFAULT 0,
  delivered    BIGINT      NOT NULL DEFAULT 0,
  last_day     DATE        NOT NULL,
  one_of_group VARCHAR(60) NULL,
  created_at   DATETIME(6) NOT NULL,
  published_at DATETIME(6) NULL,
  updated_at   DATETIME(6) NOT NULL,
  KEY listing_by_company (company_id, one_of_group),
  KEY listing_by_state (state, last_day),
  CONSTRAINT listing_side_known CHECK (side IN ('OFFER', 'NEED')),
  CONSTRAINT listing_state_known
    CHECK (state IN ('DRAFT', 'PUBLISHED', 'PAUSED', 'WITHDRAWN', 'EXPIRED')),
  CONSTRAINT listing_never_over_used
    CHECK (quantity > 0 AND held >= 0 AND delivered >= 0 AND held + delivered <= quantity),
  CONSTRAINT listing_group_of_needs CHECK (one_of_group IS NULL OR side = 'NEED')
);
