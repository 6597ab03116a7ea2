-- A row a member to lock, so that what is new or best for them is decided one award at a time.
CREATE TABLE challenge_career (
  member_id BINARY(16) NOT NULL PRIMARY KEY
);
