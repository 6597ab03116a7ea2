-- Who is part of what happened, and therefore sees it even when it is not open to all.
CREATE TABLE happening_person (
  happening_id BINARY(16) NOT NULL,
  member_id    BINARY(16) NOT NULL,
  PRIMARY KEY (member_id, happening_id),
  KEY happening_person_all (happening_id),
  CONSTRAINT happening_person_of FOREIGN KEY (happening_id) REFERENCES happening (happening_id)
);
