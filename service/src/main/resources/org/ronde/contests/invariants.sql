-- a sealed contest has a sealed list or nobody on it, and one that is not sealed has none
SELECT c.contest_id, c.state FROM contest c
WHERE c.sealed_at IS NULL AND EXISTS (
  SELECT 1 FROM contest_sealed s WHERE s.contest_id = c.contest_id);

-- every prize has one winner at most
SELECT w.contest_id, w.prize, COUNT(*) AS winners FROM contest_winner w
WHERE w.struck_at IS NULL
GROUP BY w.contest_id, w.prize
HAVING COUNT(*) > 1;

-- whoever won a draw held the ticket that won it
SELECT w.contest_id, w.prize, w.ticket, s.tickets FROM contest_winner w
JOIN contest_sealed s ON s.contest_id = w.contest_id AND s.pseudonym = w.pseudonym
WHERE s.tickets = 0 OR w.ticket >= s.tickets;

-- nobody wins who was struck from the list before the draw
SELECT w.contest_id, w.prize FROM contest_winner w
JOIN contest_amendment a ON a.contest_id = w.contest_id AND a.pseudonym = w.pseudonym;

-- prizes are held while their contest runs, and no longer than it does
SELECT p.contest_id, p.place, p.state, c.state AS contest_state FROM contest_prize p
JOIN contest c ON c.contest_id = p.contest_id
WHERE (p.state = 'PLANNED') <> (c.state = 'DRAFT')
  OR (p.state = 'HELD' AND c.state IN ('VOID', 'PRIZES_AWARDED', 'ARCHIVED'));

-- the version of the rules in force was published
SELECT c.contest_id, c.rules_version FROM contest c
LEFT JOIN contest_rules r ON r.contest_id = c.contest_id AND r.version = c.rules_version
WHERE c.rules_version > 0 AND r.version IS NULL;

-- the beacon and each link of a chain serve one draw
SELECT d.contest_id, d.randomness, COUNT(*) AS draws FROM contest_draw d
GROUP BY d.contest_id, d.randomness
HAVING COUNT(*) > 1;

-- what is held of an offer is what open legs and prizes promise
SELECT l.listing_id, l.held FROM listing l
WHERE l.side = 'OFFER'
  AND l.held <> COALESCE((
      SELECT SUM(e.quantity) FROM exchange_leg e
      WHERE e.offer_id = l.listing_id AND e.state <> 'RECEIVED'), 0)
    + COALESCE((
      SELECT SUM(p.quantity) FROM contest_prize p
      WHERE p.listing_id = l.listing_id AND p.state = 'HELD' AND p.substitute IS NULL), 0);

-- what contests counted is what the ledger says
SELECT p.contest_id, p.entry_id FROM contest_point p
JOIN contest_entrant t ON t.entrant_id = p.entrant_id
LEFT JOIN points_entry e ON e.entry_id = p.entry_id
WHERE e.entry_id IS NULL OR NOT e.eligible OR e.member_id <> COALESCE(t.member_id, e.member_id)
  OR e.points <> p.points OR e.level <> p.level OR e.rules_version <> p.rules_version
  OR e.effective_at <> p.effective_at OR COALESCE(e.award_id, e.entry_id) <> p.award_id;

-- a contest in one time zone that takes everything counted all that its entrants did in time
SELECT c.contest_id, e.entry_id FROM contest c
JOIN contest_entrant t ON t.contest_id = c.contest_id
  AND t.withdrawn_at IS NULL AND t.struck_at IS NULL
JOIN points_entry e ON e.member_id = t.member_id AND e.eligible
  AND e.effective_at >= c.opens_at AND e.effective_at < c.closes_at
JOIN points_seal s ON s.entry_id = e.entry_id
LEFT JOIN contest_point p ON p.contest_id = c.contest_id AND p.entry_id = e.entry_id
WHERE p.entry_id IS NULL
  AND COALESCE(c.suspended_from, c.state) IN ('OPEN', 'FROZEN', 'CLOSED', 'SETTLING')
  AND JSON_UNQUOTE(JSON_EXTRACT(c.terms, '$.zoneMode')) = 'FIXED'
  AND JSON_LENGTH(c.terms, '$.departements') = 0
  AND JSON_LENGTH(c.terms, '$.companies') = 0
  AND JSON_LENGTH(c.terms, '$.activities') = 0
  AND JSON_EXTRACT(c.terms, '$.scoringVersion') = e.rules_version
  AND e.level >= CASE JSON_UNQUOTE(JSON_EXTRACT(c.terms, '$.levelMin'))
    WHEN 'SELF' THEN 0 WHEN 'OPPONENT' THEN 1 WHEN 'WITNESSES' THEN 2 ELSE 4 END;

-- the board of a contest shows what it counted, and of a frozen one no more than before the freeze
SELECT u.contest_id, u.member_id, SUM(u.points) AS difference
FROM (SELECT c.contest_id, s.member_id, s.points
      FROM contest c
      JOIN board b ON b.kind = 'CONTEST' AND REPLACE(b.id, '-', '') = LOWER(HEX(c.contest_id))
      JOIN board_score s ON s.board_id = b.board_id
      WHERE COALESCE(c.suspended_from, c.state) IN ('OPEN', 'FROZEN', 'CLOSED', 'SETTLING')
      UNION ALL
      SELECT c.contest_id, t.member_id, -GREATEST(0, SUM(p.points))
      FROM contest c
      JOIN contest_entrant t ON t.contest_id = c.contest_id AND t.member_id IS NOT NULL
        AND t.withdrawn_at IS NULL AND t.struck_at IS NULL
      JOIN contest_point p ON p.entrant_id = t.entrant_id AND NOT p.late
        AND p.rules_version = JSON_EXTRACT(c.terms, '$.scoringVersion')
      LEFT JOIN points_veiled v ON v.entry_id = p.entry_id
      WHERE COALESCE(c.suspended_from, c.state) IN ('OPEN', 'FROZEN', 'CLOSED', 'SETTLING')
        AND v.entry_id IS NULL AND (c.frozen_at IS NULL OR p.recorded_at < c.frozen_at)
      GROUP BY c.contest_id, t.member_id) u
GROUP BY u.contest_id, u.member_id
HAVING SUM(u.points) <> 0;

-- a sealed list holds what was counted until the seal
SELECT s.contest_id, s.pseudonym, s.points, SUM(p.points) AS counted
FROM contest_sealed s
JOIN contest c ON c.contest_id = s.contest_id
JOIN contest_entrant t ON t.contest_id = s.contest_id AND t.pseudonym = s.pseudonym
LEFT JOIN contest_point p ON p.entrant_id = t.entrant_id AND NOT p.late
  AND p.rules_version = JSON_EXTRACT(c.terms, '$.scoringVersion')
GROUP BY s.contest_id, s.pseudonym, s.points
HAVING s.points <> GREATEST(0, COALESCE(SUM(p.points), 0));
