-- what is validated has one award in force, and nothing else has
SELECT a.attempt_id, a.state FROM challenge_attempt a
WHERE (a.state IN ('VALIDATED', 'FINAL', 'DISPUTED') AND NOT (a.state = 'DISPUTED' AND a.dispute_from = 'REJECTED'))
  <> ((SELECT COUNT(*) FROM challenge_award w
       WHERE w.attempt_id = a.attempt_id AND w.reversed_at IS NULL) = 1);

-- nobody vouched for themselves
SELECT v.attempt_id, v.member_id FROM challenge_validation v
JOIN challenge_attempt a ON a.attempt_id = v.attempt_id AND a.member_id = v.member_id;

-- an act lies in the window its attempt had, or came before newer terms
SELECT x.act_id FROM challenge_act x
JOIN challenge_attempt a ON a.attempt_id = x.attempt_id
WHERE x.acted_at < a.starts_at OR x.acted_at >= a.ends_at;

-- the offered version of a challenge's terms exists
SELECT c.challenge_id, c.version FROM challenge c
LEFT JOIN challenge_terms t ON t.challenge_id = c.challenge_id AND t.version = c.version
WHERE t.version IS NULL;

-- nothing of a cancelled challenge is under way
SELECT a.attempt_id FROM challenge_attempt a
JOIN challenge c ON c.challenge_id = a.challenge_id AND c.state = 'CANCELLED'
WHERE a.state IN ('INVITED', 'COUNTERED', 'ACCEPTED', 'ACTIVE', 'SUBMITTED', 'VALIDATED', 'DISPUTED');
