-- Triage: what runs out first, who is reading what, and what can be taken back.

-- The day on which a letter runs out: the writer's own, or the one on which the clock erases it.
ALTER TABLE letters ADD COLUMN runs_out_on TEXT GENERATED ALWAYS AS
  (min(coalesce(needed_by, '9999-12-31'), date(received_on, '+180 days'))) VIRTUAL;
CREATE INDEX letters_by_running_out ON letters (status, runs_out_on, id);
DROP INDEX letters_by_day;
CREATE INDEX letters_running_out ON letters (runs_out_on, id) WHERE status <> 'erased';

-- Who is reading a letter, for a few minutes, so that nobody else reads it as well.
CREATE TABLE claims (
  letter_id TEXT PRIMARY KEY,
  editor_id TEXT NOT NULL,
  until TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER claims_end AFTER UPDATE OF status ON letters WHEN NEW.status <> OLD.status
BEGIN DELETE FROM claims WHERE letter_id = NEW.id; END;

-- What a letter was before its last act, for as long as that can be undone. `lead_version` is of its
-- lead letter, when it was carried along by what was done to that one.
CREATE TABLE undos (
  letter_id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  status TEXT NOT NULL,
  reason TEXT,
  settled_on TEXT,
  lead_id TEXT,
  lead_version INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX undos_by_lead ON undos (lead_id) WHERE lead_id IS NOT NULL;
CREATE TRIGGER undos_kept AFTER UPDATE OF status, lead_id ON letters
WHEN NEW.status <> OLD.status OR NEW.lead_id IS NOT OLD.lead_id
BEGIN
  DELETE FROM undos WHERE letter_id = NEW.id;
  INSERT INTO undos (letter_id, version, status, reason, settled_on, lead_id, lead_version)
  SELECT NEW.id, NEW.version, OLD.status, OLD.reason, OLD.settled_on, OLD.lead_id,
    (SELECT version FROM letters WHERE id = OLD.lead_id
      AND status NOT IN ('received', 'shortlisted', 'waiting', 'held', 'in_column'))
  WHERE (OLD.status, NEW.status) IN (VALUES
    ('received', 'shortlisted'), ('held', 'shortlisted'), ('grouped', 'shortlisted'),
    ('received', 'held'), ('shortlisted', 'held'),
    ('received', 'declined'), ('shortlisted', 'declined'), ('waiting', 'declined'),
    ('held', 'declined'), ('grouped', 'declined'),
    ('received', 'spam'), ('shortlisted', 'spam'),
    ('declined', 'received'), ('spam', 'received'), ('held', 'received'),
    ('received', 'grouped'), ('shortlisted', 'grouped'), ('grouped', 'grouped'));
END;

-- What a state that a letter has left would have told its writer, and has not yet, is news no more.
CREATE TRIGGER nudges_taken_back AFTER UPDATE OF status ON letters WHEN NEW.status <> OLD.status
BEGIN
  DELETE FROM nudges
  WHERE letter_id = NEW.id AND kind = OLD.status AND status = 'owed' AND attempts = 0;
END;

-- Spam can be undone to the shortlist, too.
DROP TRIGGER tallies_restored;
CREATE TRIGGER tallies_restored AFTER UPDATE OF status ON letters
WHEN NEW.status IN ('received', 'shortlisted') AND OLD.status = 'spam' BEGIN
  UPDATE tallies SET count = count + 1
  WHERE kind = 'received' AND day = NEW.received_on AND about = '';
END;

-- The editors for whom single keys press nothing (WCAG 2.1.4).
CREATE TABLE keys_off (
  editor_id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
