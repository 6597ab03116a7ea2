-- what open legs promise of an offer is held
SELECT l.listing_id, l.held, SUM(e.quantity) AS promised FROM listing l
JOIN exchange_leg e ON e.offer_id = l.listing_id AND e.state <> 'RECEIVED'
GROUP BY l.listing_id, l.held
HAVING l.held < promised;

-- what is held of a need is what its open legs promise
SELECT l.listing_id, l.held, SUM(e.quantity) AS promised FROM listing l
JOIN exchange_leg e ON e.need_id = l.listing_id AND e.state <> 'RECEIVED'
GROUP BY l.listing_id, l.held
HAVING l.held <> promised;

-- nothing is held of a need that no open leg names
SELECT l.listing_id, l.held FROM listing l
WHERE l.held > 0 AND l.side = 'NEED'
  AND NOT EXISTS (
    SELECT 1 FROM exchange_leg e WHERE e.need_id = l.listing_id AND e.state <> 'RECEIVED');

-- an exchange is closed when all its legs are received, and only then
SELECT x.exchange_id, x.state FROM exchange x
WHERE (x.state = 'CLOSED') = EXISTS (
  SELECT 1 FROM exchange_leg e WHERE e.exchange_id = x.exchange_id AND e.state <> 'RECEIVED');

-- in an exchange every company gives once and receives once
SELECT e.exchange_id, e.giver_id FROM exchange_leg e
LEFT JOIN exchange_leg r ON r.exchange_id = e.exchange_id AND r.receiver_id = e.giver_id
GROUP BY e.exchange_id, e.giver_id
HAVING COUNT(*) <> 1 OR COUNT(r.leg_id) <> 1;
