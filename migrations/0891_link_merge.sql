-- A link that proves the mailbox of an account about to be joined to another names the two.
ALTER TABLE link
  ADD COLUMN into_id BINARY(16) NULL COMMENT 'of a merge: the account that goes on' AFTER member_id,
  DROP CONSTRAINT link_names_its_subject,
  ADD CONSTRAINT link_names_its_subjects CHECK (
    (purpose = 'CONFIRM' AND sign_up_id IS NOT NULL AND member_id IS NULL AND invitation_id IS NULL)
    OR (purpose IN ('SIGN_IN', 'RESET')
      AND member_id IS NOT NULL AND sign_up_id IS NULL AND invitation_id IS NULL)
    OR (purpose = 'MERGE' AND member_id IS NOT NULL AND into_id IS NOT NULL AND into_id <> member_id
      AND sign_up_id IS NULL AND invitation_id IS NULL)
    OR (purpose = 'INVITE' AND invitation_id IS NOT NULL AND member_id IS NULL AND sign_up_id IS NULL)
    OR (purpose = 'FIRST_OPERATOR'
      AND member_id IS NULL AND sign_up_id IS NULL AND invitation_id IS NULL)),
  ADD CONSTRAINT link_only_merges_name_two CHECK (into_id IS NULL OR purpose = 'MERGE');
