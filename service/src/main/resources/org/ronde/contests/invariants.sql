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
