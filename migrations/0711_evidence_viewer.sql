-- Who may see a proof before its owner shows it to more: opponent, referee, witnesses, officers.
CREATE TABLE evidence_viewer (
  evidence_id BINARY(16) NOT NULL,
  member_id   BINARY(16) NOT NULL,
  PRIMARY KEY (evidence_id, member_id),
  CONSTRAINT evidence_viewer_of FOREIGN KEY (evidence_id) REFERENCES evidence (evidence_id),
  KEY evidence_viewer_by_member (member_id)
);
