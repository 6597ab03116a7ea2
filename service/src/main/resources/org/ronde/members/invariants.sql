-- every company has an owner, until it closes
SELECT c.company_id FROM company c
LEFT JOIN membership m ON m.company_id = c.company_id AND m.role = 'OWNER'
WHERE m.company_id IS NULL AND c.status <> 'CLOSED';

-- a fee that is due or paid has a term
SELECT order_id, state FROM plan_order
WHERE state IN ('DUE', 'PAID') AND (from_day IS NULL OR until_day IS NULL OR until_day < from_day);
