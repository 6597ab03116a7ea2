-- A contest: where it is in its life, its terms as they stand, and the moments that its own clockwork needs.
CREATE TABLE contest (
  contest_id       BINARY(16)  NOT NULL PRIMARY KEY,
  kind             VARCHAR(5)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state            VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'DRAFT',
  suspended_from   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  terms            MEDIUMTEXT  NOT NULL COMMENT 'JSON; copies of its moments are columns',
  rules_version    INT         NOT NULL DEFAULT 0 COMMENT 'of contest_rules; 0 while a draft',
  opens_at         DATETIME(6) NOT NULL,
  freezes_at       DATETIME(6) NOT NULL,
  closes_at        DATETIME(6) NOT NULL,
  settles_at       DATETIME(6) NOT NULL,
  draws_at         DATETIME(6) NOT NULL,
  frozen_at        DATETIME(6) NULL,
  sealed_at        DATETIME(6) NULL,
  drawn_at         DATETIME(6) NULL,
  objections_until DATETIME(6) NULL,
  root             CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NULL,
  commitment       CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NULL,
  secret           CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'null when the operator keeps it',
  round            BIGINT      NULL COMMENT 'of the beacon, for the next draw',
  reason           VARCHAR(1000) NULL COMMENT 'why it is suspended or void',
  created_by       BINARY(16)  NOT NULL,
  created_at       DATETIME(6) NOT NULL,
  CONSTRAINT contest_kind CHECK (kind IN ('MERIT', 'DRAW')),
  CONSTRAINT contest_state CHECK (state IN (
    'DRAFT', 'RULES_PUBLISHED', 'OPEN', 'FROZEN', 'CLOSED', 'SETTLING', 'ENTRIES_SEALED', 'DRAWN', 'RANKED',
    'PROVISIONAL_RESULT', 'FINAL', 'PRIZES_AWARDED', 'ARCHIVED', 'SUSPENDED', 'VOID')),
  CONSTRAINT contest_suspended CHECK ((state = 'SUSPENDED') = (suspended_from IS NOT NULL)),
  CONSTRAINT contest_moments CHECK (
    opens_at < closes_at AND opens_at <= freezes_at AND freezes_at <= closes_at
    AND closes_at <= settles_at AND settles_at <= draws_at),
  CONSTRAINT contest_sealed_by CHECK ((sealed_at IS NULL) = (root IS NULL)),
  KEY contest_by_state (state)
);
