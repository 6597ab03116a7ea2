-- a mail that still waits has a text to send
SELECT mail_id, template FROM mail_outbox WHERE sent_at IS NULL AND (plain IS NULL OR html IS NULL);

-- the texts of a mail that was sent are gone
SELECT mail_id, template FROM mail_outbox
WHERE sent_at IS NOT NULL AND (plain IS NOT NULL OR html IS NOT NULL);
