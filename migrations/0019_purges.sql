-- Since when a purge is owed: its pages may be as they were before that.
ALTER TABLE outbox ADD COLUMN owed_at TEXT NOT NULL DEFAULT '';
