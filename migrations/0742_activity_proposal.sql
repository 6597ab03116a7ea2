-- What members would like to find in the catalogue, and what operators made of it.
CREATE TABLE activity_proposal (
  proposal_id BINARY(16)   NOT NULL PRIMARY KEY,
  member_id   BINARY(16)   NOT NULL,
  name        VARCHAR(80)  NOT NULL,
  family      VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  description VARCHAR(1000) NOT NULL,
  state       VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'WAITING',
  activity_id BINARY(16)   NULL,
  reason      VARCHAR(500) NULL,
  proposed_at DATETIME(6)  NOT NULL,
  decided_by  BINARY(16)   NULL,
  decided_at  DATETIME(6)  NULL,
  CONSTRAINT activity_proposal_state CHECK (state IN ('WAITING', 'APPROVED', 'REFUSED')),
  CONSTRAINT activity_proposal_decided CHECK ((state = 'WAITING') = (decided_at IS NULL)),
  CONSTRAINT activity_proposal_approved CHECK ((state = 'APPROVED') = (activity_id IS NOT NULL)),
  CONSTRAINT activity_proposal_reason CHECK ((state = 'REFUSED') = (reason IS NOT NULL)),
  CONSTRAINT activity_proposal_activity FOREIGN KEY (activity_id) REFERENCES activity (activity_id),
  INDEX activity_proposal_queue (state, proposed_at),
  INDEX activity_proposal_of (member_id, proposed_at)
);
