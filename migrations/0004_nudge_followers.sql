-- A letter that is answered or declined with its lead letter owes its writer a nudge too.
CREATE TRIGGER nudges_for_followers AFTER UPDATE OF status ON letters
WHEN OLD.status = 'grouped' AND NEW.status IN ('answered', 'declined') AND NEW.email_key IS NOT NULL
BEGIN
  INSERT INTO nudges (letter_id, kind, due_at)
  VALUES (NEW.id, NEW.status, NEW.changed_on || 'T00:00:00Z') ON CONFLICT DO NOTHING;
END;
