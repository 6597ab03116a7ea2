-- The course of a run tells what can be expected too.
ALTER TABLE clearing_moment
  RENAME COLUMN counted_cents TO expected_cents,
  RENAME COLUMN counted_bound_cents TO expected_bound_cents;
