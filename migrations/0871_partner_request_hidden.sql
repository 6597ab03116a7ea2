-- A word to a stranger can hurt: after a report, whoever was asked does not see it any more.
ALTER TABLE partner_request ADD COLUMN hidden BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'after a report; its author and officers still read it';
