-- The folded words an activity is found by, a row each: a beginning of a word is then a range of the key.
CREATE TABLE activity_word (
  word        VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  activity_id BINARY(16)  NOT NULL,
  PRIMARY KEY (word, activity_id),
  INDEX activity_word_of (activity_id),
  CONSTRAINT activity_word_activity FOREIGN KEY (activity_id) REFERENCES activity (activity_id)
);
