-- Links sent by mail, each good for one thing, once. The secret in the link is not here.
CREATE TABLE link (
  link_hash     CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  purpose       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  member_id     BINARY(16)   NULL,
  sign_up_id    BINARY(16)   NULL,
  invitation_id BINARY(16)   NULL,
  next_path     VARCHAR(400) NOT NULL DEFAULT '',
  created_at    DATETIME(6)  NOT NULL,
  expires_at    DATETIME(6)  NOT NULL,
  used_at       DATETIME(6)  NULL,
  KEY link_by_member (member_id),
  KEY link_by_end (expires_at),
  CONSTRAINT link_names_its_subject CHECK (
    (purpose = 'CONFIRM' AND sign_up_id IS NOT NULL AND member_id IS NULL AND invitation_id IS NULL)
    OR (purpose IN ('SIGN_IN', 'RESET')
      AND member_id IS NOT NULL AND sign_up_id IS NULL AND invitation_id IS NULL)
    OR (purpose = 'INVITE' AND invitation_id IS NOT NULL AND member_id IS NULL AND sign_up_id IS NULL)
    OR (purpose = 'FIRST_OPERATOR'
      AND member_id IS NULL AND sign_up_id IS NULL AND invitation_id IS NULL))
);
