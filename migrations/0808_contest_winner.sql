-- Who won which prize by which draw (0: by rank); a struck winner keeps their row and the prize goes to a fresh draw.
CREATE TABLE contest_winner (
  contest_id    BINARY(16)  NOT NULL,
  draw_number   INT         NOT NULL,
  prize         INT         NOT NULL,
  pseudonym     CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ticket        INT         NULL,
  ticket_key    CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NULL,
  struck_at     DATETIME(6) NULL,
  struck_reason VARCHAR(1000) NULL,
  PRIMARY KEY (contest_id, draw_number, prize),
  CONSTRAINT contest_winner_once UNIQUE (contest_id, pseudonym),
  CONSTRAINT contest_winner_sealed FOREIGN KEY (contest_id, pseudonym) REFERENCES contest_sealed (contest_id, pseudonym),
  CONSTRAINT contest_winner_prize FOREIGN KEY (contest_id, prize) REFERENCES contest_prize (contest_id, place),
  CONSTRAINT contest_winner_struck CHECK ((struck_at IS NULL) = (struck_reason IS NULL))
);
