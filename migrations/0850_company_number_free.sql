-- A company that closed leaves its number free: whoever comes back with it founds a new one.
ALTER TABLE company
  DROP KEY company_by_siren,
  DROP KEY company_by_vat_number,
  ADD COLUMN open_vat_number VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin
    GENERATED ALWAYS AS (CASE WHEN status <> 'CLOSED' THEN vat_number END) STORED,
  ADD UNIQUE KEY company_one_open (open_vat_number),
  ADD KEY company_of_siren (siren),
  ADD KEY company_of_vat_number (vat_number);
