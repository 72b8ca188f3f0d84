-- What the desk sets, what its figures count, and which topics it has changed.

ALTER TABLE settings ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
-- The old row stays for the version before this one, which serves while this migration runs.
INSERT INTO settings (name, value)
SELECT 'intake', json_object('closedUntil', value, 'message', json('{}'))
FROM settings WHERE name = 'intake_closed_until';

-- Whether the desk changed a topic since it was last pushed or pulled: a push leaves it alone then.
ALTER TABLE topics ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE topics ADD COLUMN is_ahead INTEGER NOT NULL DEFAULT 0;
-- Where the address of a topic leads that was merged into another.
CREATE TABLE merged_topics (
  slug TEXT PRIMARY KEY,
  target TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX merged_topics_by_target ON merged_topics (target);

-- Searches that found nothing. The words stand here from the third day on which they were searched
-- for; until then there is a keyed hash. `number` counts a day's new ones, which are bounded.
CREATE TABLE misses (
  hash TEXT PRIMARY KEY,
  language TEXT NOT NULL,
  words TEXT,
  days INTEGER NOT NULL,
  first_on TEXT NOT NULL,
  number INTEGER NOT NULL,
  last_on TEXT NOT NULL,
  UNIQUE (first_on, number),
  CHECK (words IS NULL OR days >= 3)
) STRICT, WITHOUT ROWID;
CREATE INDEX misses_shown ON misses (days DESC, last_on DESC) WHERE words IS NOT NULL;
CREATE INDEX misses_to_forget ON misses (last_on);

-- How long the answered letters of a year had waited, without a look at any other letter.
CREATE INDEX letters_answered ON letters (settled_on, received_on) WHERE status = 'answered';
