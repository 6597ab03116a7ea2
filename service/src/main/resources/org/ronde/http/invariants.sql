-- a key that is kept has the answer that was given, and that was no failure
SELECT actor, key_hash, status FROM idempotency WHERE status NOT BETWEEN 200 AND 399;
