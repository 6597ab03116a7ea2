-- A person who had two accounts has one: the other is closed and says whose it is now, for old links and for what it once did.
ALTER TABLE member
  ADD COLUMN merged_into BINARY(16) NULL COMMENT 'the account that goes on; never itself merged',
  ADD KEY member_merged (merged_into),
  ADD CONSTRAINT member_merged_is_closed CHECK (merged_into IS NULL OR erased_at IS NOT NULL),
  ADD CONSTRAINT member_merged_member FOREIGN KEY (merged_into) REFERENCES member (member_id);
