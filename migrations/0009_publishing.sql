-- Publishing that shows what it does: when the clock ran, whose an address was, what has news.

-- How often a due draft broke on its way: one that has not is tried first.
ALTER TABLE drafts ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;

-- The zone in which an editor sees and sets times; null for the site's own.
ALTER TABLE editors ADD COLUMN time_zone TEXT;

-- The clock's last run that came to its end, and how many of its tasks failed in it.
CREATE TABLE clock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  ran_at TEXT NOT NULL,
  failed INTEGER NOT NULL
) STRICT;

-- Whose an address was that answers 410, so that it comes back with its column and with no other.
ALTER TABLE redirects ADD COLUMN former_id TEXT;
UPDATE redirects SET former_id = (SELECT drafts.id FROM drafts WHERE drafts.slug = redirects.slug
  AND EXISTS (SELECT 1 FROM desk_log WHERE desk_log.draft_id = drafts.id AND verb = 'retract'))
WHERE column_id IS NULL;
CREATE INDEX redirects_by_former ON redirects (former_id) WHERE former_id IS NOT NULL;

-- The day of a column's latest update: it dates the column in /updates, and nowhere else.
ALTER TABLE columns ADD COLUMN updated_on TEXT;
UPDATE columns SET updated_on =
  (SELECT max(value ->> 'on') FROM json_each(manuscript, '$.updates'));
CREATE INDEX columns_updated ON columns (language, updated_on DESC, id DESC)
WHERE updated_on IS NOT NULL;
