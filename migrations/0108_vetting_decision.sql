-- Who let a company in or refused it, when and why.
CREATE TABLE vetting_decision (
  decision_id BINARY(16)    NOT NULL PRIMARY KEY,
  company_id  BINARY(16)    NOT NULL,
  operator_id BINARY(16)    NOT NULL,
  verdict     VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason      VARCHAR(1000) NOT NULL,
  decided_at  DATETIME(6)   NOT NULL,
  KEY vetting_decision_by_company (company_id, decided_at),
  CONSTRAINT vetting_verdict_known CHECK (verdict IN ('APPROVED', 'REFUSED')),
  CONSTRAINT vetting_refusal_has_reason CHECK (verdict = 'APPROVED' OR reason <> ''),
  CONSTRAINT vetting_company FOREIGN KEY (company_id) REFERENCES company (company_id),
  CONSTRAINT vetting_operator FOREIGN KEY (operator_id) REFERENCES member (member_id)
) COMMENT = 'append-only: decisions about companies';
