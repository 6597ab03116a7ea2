-- A member who leaves is erased and keeps the row: what others agreed with them still points at it.
ALTER TABLE member
  ADD COLUMN erased_at DATETIME(6) NULL,
  ADD CONSTRAINT member_erased_is_nobody CHECK (
    erased_at IS NULL OR (name = '' AND password_hash IS NULL AND operator = FALSE));
