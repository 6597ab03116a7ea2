-- who did something is one of its people
SELECT h.happening_id FROM happening h
WHERE NOT EXISTS (
  SELECT 1 FROM happening_person p
  WHERE p.happening_id = h.happening_id AND p.member_id = h.member_id);

-- nobody applauds themselves
SELECT a.happening_id FROM applause a
JOIN happening h ON h.happening_id = a.happening_id AND h.member_id = a.member_id;
