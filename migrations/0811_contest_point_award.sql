-- Ties and corrected rules are decided by whole awards: which award an entry is about, by which rules, and who vouched.
ALTER TABLE contest_point
  ADD COLUMN award_id      BIGINT     NOT NULL DEFAULT 0 COMMENT 'the entry itself, or the one it corrects or takes back' AFTER entrant_id,
  ADD COLUMN rules_version INT        NOT NULL DEFAULT 1 AFTER points,
  ADD COLUMN voucher_id    BINARY(16) NULL AFTER activity_id,
  DROP COLUMN reverses;
