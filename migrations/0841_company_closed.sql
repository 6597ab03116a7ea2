-- A company closes when the only person who acted for it leaves.
ALTER TABLE company
  DROP CONSTRAINT company_status_known,
  ADD CONSTRAINT company_status_listed CHECK (
    status IN ('PENDING', 'APPROVED', 'REFUSED', 'CLOSED'));
