-- Reminders that a listing ends soon, so that each is given once, however often the job runs.
CREATE TABLE listing_reminder (
  listing_id  BINARY(16)  NOT NULL,
  last_day    DATE        NOT NULL,
  days_before INT         NOT NULL,
  reminded_at DATETIME(6) NOT NULL,
  PRIMARY KEY (listing_id, last_day, days_before),
  CONSTRAINT listing_reminder_of FOREIGN KEY (listing_id) REFERENCES listing (listing_id)
) COMMENT='append-only: what was said is said';
