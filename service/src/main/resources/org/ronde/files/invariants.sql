-- the pieces of a file are as long together as the file
SELECT f.file_id, f.size, COALESCE(SUM(LENGTH(p.bytes)), 0) AS together FROM stored_file f
LEFT JOIN stored_piece p ON p.file_id = f.file_id
GROUP BY f.file_id, f.size
HAVING f.size <> together;

-- no piece of a file is missing between the first and the last
SELECT p.file_id, COUNT(*) AS pieces, MAX(p.position) AS last_position FROM stored_piece p
GROUP BY p.file_id
HAVING pieces <> last_position + 1;
