-- Who moved a listing from one state to another, and when; the clock has no member.
CREATE TABLE listing_event (
  event_id    BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  listing_id  BINARY(16)  NOT NULL,
  kind        VARCHAR(13) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  revision    INT         NOT NULL,
  last_day    DATE        NOT NULL,
  member_id   BINARY(16)  NULL,
  happened_at DATETIME(6) NOT NULL,
  KEY listing_event_by_listing (listing_id, event_id),
  CONSTRAINT listing_event_of FOREIGN KEY (listing_id) REFERENCES listing (listing_id),
  CONSTRAINT listing_event_kind_known CHECK (
    kind IN ('PUBLISHED', 'PAUSED', 'GROUP_PAUSED', 'WITHDRAWN', 'RENEWED', 'EXPIRED'))
) COMMENT='append-only: the story of a listing';
