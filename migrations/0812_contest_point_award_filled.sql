-- What contests had counted before gets its award, rules and voucher from the ledger.
UPDATE contest_point p
JOIN points_entry e ON e.entry_id = p.entry_id
SET p.award_id = COALESCE(e.award_id, e.entry_id), p.rules_version = e.rules_version,
  p.voucher_id = e.validator_id;
