-- what the mints gave and what members hold is the same sum
SELECT minted.points, held.points AS held
FROM (SELECT COALESCE(SUM(m.points), 0) AS points
      FROM (SELECT cause_kind, rules_version, SUM(points) AS points
            FROM points_entry GROUP BY cause_kind, rules_version) m) minted
JOIN (SELECT COALESCE(SUM(h.points), 0) AS points
      FROM (SELECT member_id, SUM(points) AS points
            FROM points_entry GROUP BY member_id) h) held
WHERE minted.points - held.points <> 0;

-- no award stands below nothing or above its worth
SELECT COALESCE(award_id, entry_id) AS award, SUM(points) AS points, MAX(worth) AS worth
FROM points_entry
GROUP BY COALESCE(award_id, entry_id)
HAVING SUM(points) < 0 OR SUM(points) > MAX(worth);

-- an award taken back stands at nothing, and nothing follows its reversal
SELECT r.reverses_id, SUM(e.points) AS points
FROM points_entry r
JOIN points_entry e ON e.entry_id = r.reverses_id OR e.award_id = r.reverses_id
WHERE r.kind = 'REVERSAL'
GROUP BY r.reverses_id
HAVING SUM(e.points) <> 0;

-- only awards are taken back or corrected, for their own member
SELECT e.entry_id
FROM points_entry e
JOIN points_entry a ON a.entry_id = e.award_id
WHERE a.kind <> 'AWARD' OR a.member_id <> e.member_id OR a.effective_at <> e.effective_at;

-- every entry has its place in the chain or waits for it
SELECT e.entry_id
FROM points_entry e
LEFT JOIN points_seal s ON s.entry_id = e.entry_id
LEFT JOIN points_pending p ON p.entry_id = e.entry_id
WHERE (s.entry_id IS NULL) = (p.entry_id IS NULL);

-- the chain has no hole and each place names the hash before it
SELECT s.seq
FROM points_seal s
LEFT JOIN points_seal b ON b.seq = s.seq - 1
WHERE s.seq > 1 AND (b.seq IS NULL OR b.hash <> s.prev_hash);

-- the chain ends at its last place
SELECT c.seq
FROM points_chain c
LEFT JOIN points_seal s ON s.seq = c.seq
WHERE c.seq <> (SELECT COALESCE(MAX(seq), 0) FROM points_seal)
   OR (c.seq > 0 AND (s.seq IS NULL OR s.hash <> c.hash));

-- every published head is still in the chain
SELECT h.day
FROM points_head h
LEFT JOIN points_seal s ON s.seq = h.seq AND s.hash = h.hash
WHERE s.seq IS NULL;

-- the histogram of each board counts its scores
SELECT u.board_id, u.points, SUM(u.n) AS difference
FROM (SELECT board_id, points, n FROM board_hist
      UNION ALL
      SELECT board_id, points, -COUNT(*) FROM board_score GROUP BY board_id, points) u
GROUP BY u.board_id, u.points
HAVING SUM(u.n) <> 0;

-- the coarse histogram of each board sums up the fine one
SELECT u.board_id, u.bucket, SUM(u.n) AS difference
FROM (SELECT board_id, bucket, n FROM board_hist_coarse
      UNION ALL
      SELECT board_id, points DIV 256, -n FROM board_hist) u
GROUP BY u.board_id, u.bucket
HAVING SUM(u.n) <> 0;

-- the board of all shows what the ledger says
SELECT u.member_id, SUM(u.points) AS difference
FROM (SELECT s.member_id, s.points
      FROM board_score s JOIN board b ON b.board_id = s.board_id AND b.kind = 'GLOBAL'
      UNION ALL
      SELECT e.member_id, -e.points
      FROM points_entry e
      JOIN points_seal p ON p.entry_id = e.entry_id
      LEFT JOIN points_veiled v ON v.entry_id = e.entry_id
      WHERE v.entry_id IS NULL AND e.level >= 1) u
GROUP BY u.member_id
HAVING SUM(u.points) <> 0;

-- the boards of months show what the ledger says
SELECT u.member_id, u.id, SUM(u.points) AS difference
FROM (SELECT s.member_id, b.id, s.points
      FROM board_score s JOIN board b ON b.board_id = s.board_id AND b.kind = 'MONTH'
      UNION ALL
      SELECT e.member_id, DATE_FORMAT(e.acted_on, '%Y-%m'), -e.points
      FROM points_entry e
      JOIN points_seal p ON p.entry_id = e.entry_id
      LEFT JOIN points_veiled v ON v.entry_id = e.entry_id
      WHERE v.entry_id IS NULL AND e.level >= 1) u
GROUP BY u.member_id, u.id
HAVING SUM(u.points) <> 0;

-- the boards of activities show what the ledger says
SELECT u.member_id, u.id, SUM(u.points) AS difference
FROM (SELECT s.member_id, REPLACE(b.id, '-', '') AS id, s.points
      FROM board_score s JOIN board b ON b.board_id = s.board_id AND b.kind = 'ACTIVITY'
      UNION ALL
      SELECT e.member_id, LOWER(HEX(e.activity_id)), -e.points
      FROM points_entry e
      JOIN points_seal p ON p.entry_id = e.entry_id
      LEFT JOIN points_veiled v ON v.entry_id = e.entry_id
      WHERE v.entry_id IS NULL AND e.level >= 1 AND e.activity_id IS NOT NULL) u
GROUP BY u.member_id, u.id
HAVING SUM(u.points) <> 0;

-- the boards of companies show what the ledger says
SELECT u.member_id, u.id, SUM(u.points) AS difference
FROM (SELECT s.member_id, REPLACE(b.id, '-', '') AS id, s.points
      FROM board_score s JOIN board b ON b.board_id = s.board_id AND b.kind = 'COMPANY'
      UNION ALL
      SELECT e.member_id, LOWER(HEX(e.company_id)), -e.points
      FROM points_entry e
      JOIN points_seal p ON p.entry_id = e.entry_id
      LEFT JOIN points_veiled v ON v.entry_id = e.entry_id
      WHERE v.entry_id IS NULL AND e.level >= 1 AND e.company_id IS NOT NULL) u
GROUP BY u.member_id, u.id
HAVING SUM(u.points) <> 0;

-- the boards of départements show what the ledger says
SELECT u.member_id, u.id, SUM(u.points) AS difference
FROM (SELECT s.member_id, b.id, s.points
      FROM board_score s JOIN board b ON b.board_id = s.board_id AND b.kind = 'DEPARTEMENT'
      UNION ALL
      SELECT e.member_id, e.departement, -e.points
      FROM points_entry e
      JOIN points_seal p ON p.entry_id = e.entry_id
      LEFT JOIN points_veiled v ON v.entry_id = e.entry_id
      WHERE v.entry_id IS NULL AND e.level >= 1 AND e.departement <> '') u
GROUP BY u.member_id, u.id
HAVING SUM(u.points) <> 0;

-- what never counts in contests is never eligible
SELECT entry_id
FROM points_entry
WHERE eligible
  AND cause_kind IN ('exchange-closed', 'leg-on-time', 'first-swap-with', 'need-answered');
