-- What a member practises, at which level, around which town and when. No address: a town is as near as it gets.
CREATE TABLE practice (
  member_id   BINARY(16)   NOT NULL,
  activity_id BINARY(16)   NOT NULL,
  level       TINYINT      NOT NULL,
  place_code  VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  latitude    DOUBLE       NOT NULL,
  longitude   DOUBLE       NOT NULL,
  zone        VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  slots       INT          NOT NULL,
  findable    BOOLEAN      NOT NULL,
  follows     BOOLEAN      NOT NULL,
  of_age      BOOLEAN      NOT NULL,
  since       DATETIME(6)  NOT NULL,
  changed_at  DATETIME(6)  NOT NULL,
  PRIMARY KEY (member_id, activity_id),
  CONSTRAINT practice_level CHECK (level BETWEEN 1 AND 4),
  CONSTRAINT practice_slots CHECK (slots BETWEEN 0 AND 268435455),
  CONSTRAINT practice_latitude CHECK (latitude BETWEEN -90 AND 90),
  CONSTRAINT practice_activity FOREIGN KEY (activity_id) REFERENCES activity (activity_id),
  INDEX practice_zone (activity_id, findable, zone),
  INDEX practice_near (activity_id, findable, latitude),
  INDEX practice_follows (activity_id, follows)
);
