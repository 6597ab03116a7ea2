-- every company has an owner, until it closes
SELECT c.company_id FROM company c
LEFT JOIN membership m ON m.company_id = c.company_id AND m.role = 'OWNER'
WHERE m.company_id IS NULL AND c.status <> 'CLOSED';

-- a fee that is due or paid has a term
SELECT order_id, state FROM plan_order
WHERE state IN ('DUE', 'PAID') AND (from_day IS NULL OR until_day IS NULL OR until_day < from_day);

-- an account that was joined leads to one that was not joined itself
SELECT m.member_id, m.merged_into FROM member m
JOIN member n ON n.member_id = m.merged_into
WHERE n.merged_into IS NOT NULL;

-- an account that was joined acts for no company and is signed in nowhere
SELECT m.member_id FROM member m
WHERE m.merged_into IS NOT NULL
  AND (EXISTS (SELECT 1 FROM membership s WHERE s.member_id = m.member_id)
    OR EXISTS (SELECT 1 FROM session s WHERE s.member_id = m.member_id)
    OR EXISTS (SELECT 1 FROM api_token t WHERE t.member_id = m.member_id));
