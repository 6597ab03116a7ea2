-- What a run was asked to do, and what its packing counts: trials propose nothing, and runs are compared by their gap.
ALTER TABLE clearing
  ADD COLUMN trial BOOLEAN NOT NULL DEFAULT FALSE AFTER cause,
  ADD COLUMN counted_cents BIGINT NOT NULL DEFAULT 0 COMMENT 'what the score counts of the value' AFTER value_cents,
  ADD COLUMN counted_bound_cents BIGINT NULL COMMENT 'no packing counts more' AFTER counted_cents;
