-- What a run was asked to do, and what its packing counts: trials propose nothing, and runs are compared by their gap.
ALTER TABLE clearing
  ADD COLUMN trial BOOLEAN NOT NULL DEFAULT FALSE AFTER cause,
  ADD COLUMN counted_cents BIGINT NOT NULL DEFAULT 0 COMMENT 'what the score counts of the value' AFTER value_cents,
  ADD COLUMN counted_bound_cents BIGINT NULL COMMENT 'no packing counts more' AFTER counted_cents;
-- Runs from before the columns were filled when asked for: the defaults of that time.
UPDATE clearing
SET seed = COALESCE(seed, 1), cycle_length_max = COALESCE(cycle_length_max, 4), steps_max = COALESCE(steps_max, 2000),
  solve_millis_max = COALESCE(solve_millis_max, 60000);
ALTER TABLE clearing
  MODIFY seed BIGINT NOT NULL,
  MODIFY cycle_length_max INT NOT NULL,
  MODIFY steps_max BIGINT NOT NULL,
  MODIFY solve_millis_max BIGINT NOT NULL;
