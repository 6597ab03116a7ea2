-- One row a member who ever won points: its lock puts their awards in line, and it says how boards show them.
CREATE TABLE points_member (
  member_id  BINARY(16)  NOT NULL PRIMARY KEY,
  appearance VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'NAMED',
  alias      VARCHAR(40) NULL,
  CONSTRAINT points_member_appearance CHECK (appearance IN ('NAMED', 'ALIAS', 'UNNAMED')),
  CONSTRAINT points_member_alias CHECK ((appearance = 'ALIAS') = (alias IS NOT NULL))
);
