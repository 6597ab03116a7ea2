-- Who applauded what happened: once each.
CREATE TABLE applause (
  happening_id BINARY(16)  NOT NULL,
  member_id    BINARY(16)  NOT NULL,
  given_at     DATETIME(6) NOT NULL,
  PRIMARY KEY (happening_id, member_id),
  CONSTRAINT applause_of FOREIGN KEY (happening_id) REFERENCES happening (happening_id)
);
