-- Between equals those go first for whom more different people vouched: the sealed list keeps how many.
ALTER TABLE contest_sealed ADD COLUMN people INT NOT NULL DEFAULT 0 AFTER activities;
