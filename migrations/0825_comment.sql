-- What members say about what happened. A comment that was taken back or hidden keeps its place.
CREATE TABLE happening_comment (
  comment_id   BINARY(16)    NOT NULL PRIMARY KEY,
  happening_id BINARY(16)    NOT NULL,
  member_id    BINARY(16)    NOT NULL,
  words        VARCHAR(1000) NOT NULL,
  said_at      DATETIME(6)   NOT NULL,
  removed_at   DATETIME(6)   NULL,
  hidden       BOOLEAN       NOT NULL DEFAULT FALSE,
  CONSTRAINT happening_comment_of FOREIGN KEY (happening_id) REFERENCES happening (happening_id),
  KEY happening_comment_order (happening_id, comment_id),
  KEY happening_comment_of_member (member_id, said_at)
);
