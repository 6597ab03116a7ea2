-- an accepted cycle has a yes of each of its companies
SELECT c.cycle_id FROM cycle c
JOIN cycle_leg l ON l.cycle_id = c.cycle_id
LEFT JOIN decision d
  ON d.cycle_id = c.cycle_id AND d.company_id = l.giver AND d.answer = 'ACCEPT'
WHERE c.state = 'ACCEPTED' AND d.cycle_id IS NULL;

-- an accepted cycle is one exchange, and the exchange says so
SELECT c.cycle_id, c.exchange_id FROM cycle c
LEFT JOIN exchange x ON x.exchange_id = c.exchange_id AND x.cycle_id = c.cycle_id
WHERE c.state = 'ACCEPTED' AND x.exchange_id IS NULL;

-- no exchange comes from a cycle that was not accepted
SELECT x.exchange_id, c.state FROM exchange x
JOIN cycle c ON c.cycle_id = x.cycle_id
WHERE c.state <> 'ACCEPTED';

-- a proposed cycle has no answer that would have closed it
SELECT c.cycle_id FROM cycle c
JOIN decision d ON d.cycle_id = c.cycle_id AND d.answer = 'REFUSE'
WHERE c.state = 'PROPOSED';
