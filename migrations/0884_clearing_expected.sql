-- Runs are compared by what can be expected, now that companies may say no: before, all were taken to say yes, and both were one.
ALTER TABLE clearing
  CHANGE COLUMN counted_cents expected_cents BIGINT NOT NULL DEFAULT 0 COMMENT 'what the score counts of the value, weighed by the chances of a yes',
  CHANGE COLUMN counted_bound_cents expected_bound_cents BIGINT NULL COMMENT 'of no packing more can be expected';
