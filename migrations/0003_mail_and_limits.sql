-- What a writer says about an answer that is already printed; sealed like the letter.
ALTER TABLE letters ADD COLUMN differs TEXT;

-- A word by e-mail that something changed on a ticket: once for each kind. No address stands here.
CREATE TABLE nudges (
  letter_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'owed' CHECK (status IN ('owed', 'sent', 'dead')),
  due_at TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (letter_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX nudges_by_status ON nudges (status, due_at);
-- By whatever verb a letter's state changes, its writer hears of it. The day is all that is said of when.
CREATE TRIGGER nudges_owed AFTER UPDATE OF status ON letters
WHEN NEW.status <> OLD.status AND NEW.status IN ('waiting', 'held', 'declined', 'answered')
  AND NEW.email_key IS NOT NULL
BEGIN
  INSERT INTO nudges (letter_id, kind, due_at)
  VALUES (NEW.id, NEW.status, NEW.changed_on || 'T00:00:00Z') ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER nudges_go_with_the_address AFTER UPDATE OF email_key ON letters
WHEN NEW.email_key IS NULL AND OLD.email_key IS NOT NULL
BEGIN DELETE FROM nudges WHERE letter_id = NEW.id; END;

-- What one network did in one hour. The check refuses the batch of what would be too much.
CREATE TABLE limits (
  hour TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('letter', 'ticket')),
  network TEXT NOT NULL,
  count INTEGER NOT NULL,
  most INTEGER NOT NULL,
  CHECK (count <= most),
  PRIMARY KEY (hour, kind, network)
) STRICT, WITHOUT ROWID;

-- Counts by day; `about` names a column, or nothing. Spam is not counted as received.
CREATE TABLE tallies (
  kind TEXT NOT NULL CHECK (kind IN ('received', 'answered', 'answers_it')),
  day TEXT NOT NULL,
  about TEXT NOT NULL DEFAULT '',
  count INTEGER NOT NULL,
  PRIMARY KEY (kind, day, about)
) STRICT, WITHOUT ROWID;
INSERT INTO tallies (kind, day, count)
SELECT 'received', received_on, count(*) FROM letters WHERE status <> 'spam' GROUP BY received_on;
INSERT INTO tallies (kind, day, count)
SELECT 'answered', settled_on, count(*) FROM letters
WHERE status = 'answered' AND settled_on IS NOT NULL GROUP BY settled_on;
CREATE TRIGGER tallies_received AFTER INSERT ON letters WHEN NEW.status <> 'spam' BEGIN
  INSERT INTO tallies (kind, day, count) VALUES ('received', NEW.received_on, 1)
  ON CONFLICT (kind, day, about) DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER tallies_spam AFTER UPDATE OF status ON letters
WHEN NEW.status = 'spam' AND OLD.status <> 'spam' BEGIN
  UPDATE tallies SET count = count - 1
  WHERE kind = 'received' AND day = NEW.received_on AND about = '';
END;
CREATE TRIGGER tallies_restored AFTER UPDATE OF status ON letters
WHEN NEW.status = 'received' AND OLD.status = 'spam' BEGIN
  UPDATE tallies SET count = count + 1
  WHERE kind = 'received' AND day = NEW.received_on AND about = '';
END;
CREATE TRIGGER tallies_answered AFTER UPDATE OF status ON letters
WHEN NEW.status = 'answered' AND OLD.status <> 'answered' BEGIN
  INSERT INTO tallies (kind, day, count)
  VALUES ('answered', coalesce(NEW.settled_on, NEW.changed_on), 1)
  ON CONFLICT (kind, day, about) DO UPDATE SET count = count + 1;
END;

-- What the desk sets for the whole site.
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
