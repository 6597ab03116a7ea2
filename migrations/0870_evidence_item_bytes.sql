-- How large a file was as its owner sent it: what one member may send in a day is limited.
ALTER TABLE evidence_item ADD COLUMN bytes BIGINT NOT NULL DEFAULT 0 COMMENT 'as it was sent' AFTER sha256;
