-- a picture with somebody who has not said yes, or with a minor, has a blurred rendition within ten minutes
SELECT i.item_id FROM evidence_item i
WHERE i.kind = 'PHOTO' AND i.removed_at IS NULL AND i.shown_large_file IS NULL
  AND EXISTS (
    SELECT 1 FROM evidence_person p
    WHERE p.item_id = i.item_id AND (p.minor OR p.answer IS NULL OR p.answer <> 'YES')
      AND COALESCE(p.answered_at, p.marked_at) < UTC_TIMESTAMP(6) - INTERVAL 10 MINUTE);

-- the file of an item is there, with the hash that was noted
SELECT i.item_id FROM evidence_item i
LEFT JOIN stored_file f ON f.file_id = i.large_file
WHERE i.removed_at IS NULL AND (f.sha256 IS NULL OR f.sha256 <> i.sha256);

-- nothing is left of the words of who asked to be forgotten
SELECT e.evidence_id FROM evidence e
JOIN evidence_item i ON i.evidence_id = e.evidence_id AND i.removed_at IS NULL
WHERE e.forgotten_at IS NOT NULL;

-- the last answer noted of somebody in a picture is the answer that counts
SELECT p.person_id FROM evidence_person p
JOIN evidence_answer a ON a.person_id = p.person_id
  AND a.answered_at = (SELECT MAX(b.answered_at) FROM evidence_answer b WHERE b.person_id = p.person_id)
WHERE p.name <> '' AND p.answer <> a.answer;
