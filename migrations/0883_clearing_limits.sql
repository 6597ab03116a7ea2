-- A run has the limits it was asked for from the beginning on; those from before, the defaults of that time.
UPDATE clearing
SET seed = COALESCE(seed, 1), cycle_length_max = COALESCE(cycle_length_max, 4), steps_max = COALESCE(steps_max, 2000),
  solve_millis_max = COALESCE(solve_millis_max, 60000);
ALTER TABLE clearing
  MODIFY seed BIGINT NOT NULL,
  MODIFY cycle_length_max INT NOT NULL,
  MODIFY steps_max BIGINT NOT NULL,
  MODIFY solve_millis_max BIGINT NOT NULL;
