-- an activity counts the members who practise it
SELECT a.activity_id, a.members, COUNT(p.member_id) AS practising FROM activity a
LEFT JOIN practice p ON p.activity_id = a.activity_id
GROUP BY a.activity_id, a.members
HAVING a.members <> practising;

-- every activity is found by its words
SELECT a.activity_id FROM activity a
WHERE NOT EXISTS (SELECT 1 FROM activity_word w WHERE w.activity_id = a.activity_id);

-- whoever practises what is for adults said to be one
SELECT p.member_id, p.activity_id FROM practice p
JOIN activity a ON a.activity_id = p.activity_id
WHERE a.adult = TRUE AND p.of_age = FALSE;
