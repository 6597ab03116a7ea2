-- a dispute that was decided has its first decision, one in talk or taken back has none
SELECT d.dispute_id, d.state FROM dispute d
WHERE (d.state IN ('DECIDED', 'APPEALED', 'CLOSED'))
  <> EXISTS (SELECT 1 FROM dispute_decision x WHERE x.dispute_id = d.dispute_id AND x.instance = 1);

-- an appeal that is over has its second decision
SELECT d.dispute_id FROM dispute d
WHERE d.state = 'CLOSED' AND d.appealer_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM dispute_decision x WHERE x.dispute_id = d.dispute_id AND x.instance = 2);

-- nobody decides about their own dispute
SELECT x.dispute_id FROM dispute_decision x JOIN dispute d ON d.dispute_id = x.dispute_id
WHERE x.officer_id IN (d.opener_id, d.other_id);

-- everything that waits for an officer was reported by somebody
SELECT m.subject_kind, m.subject_id FROM moderation m
WHERE NOT EXISTS (
  SELECT 1 FROM report r WHERE r.subject_kind = m.subject_kind AND r.subject_id = m.subject_id);
