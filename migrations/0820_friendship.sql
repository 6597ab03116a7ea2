-- Who is whose friend: one asks, the other agrees. The lower id stands first, so a pair has one row.
CREATE TABLE friendship (
  low_id    BINARY(16)  NOT NULL,
  high_id   BINARY(16)  NOT NULL,
  asker_id  BINARY(16)  NOT NULL,
  asked_at  DATETIME(6) NOT NULL,
  agreed_at DATETIME(6) NULL,
  PRIMARY KEY (low_id, high_id),
  KEY friendship_of_high (high_id),
  CONSTRAINT friendship_of_two CHECK (low_id < high_id),
  CONSTRAINT friendship_asker CHECK (asker_id = low_id OR asker_id = high_id)
);
