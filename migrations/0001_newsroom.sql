-- Desk side: what has not been published, and who works on it.

-- WITHOUT ROWID on a random id: the table keeps no trace of the order in which letters came.
CREATE TABLE letters (
  id TEXT PRIMARY KEY,
  ticket_hash TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('received', 'shortlisted', 'waiting', 'grouped', 'held',
    'in_column', 'answered', 'declined', 'spam', 'withdrawn', 'erased')),
  version INTEGER NOT NULL DEFAULT 1,
  consent TEXT NOT NULL CHECK (consent IN ('show_first', 'publish', 'private')),
  language TEXT NOT NULL,
  topic TEXT,
  standing TEXT,
  country TEXT,
  needed_by TEXT,
  follow_up INTEGER,
  words INTEGER NOT NULL,
  received_on TEXT NOT NULL,
  changed_on TEXT NOT NULL,
  settled_on TEXT,
  reason TEXT,
  draft_id TEXT,
  answer_path TEXT,
  data_key TEXT,
  question TEXT,
  letter TEXT,
  tried TEXT,
  disguise TEXT,
  signoff TEXT,
  email_key TEXT,
  email TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX letters_by_status ON letters (status, received_on, id);
CREATE INDEX letters_by_day ON letters (received_on, id) WHERE status <> 'erased';
CREATE INDEX letters_by_draft ON letters (draft_id) WHERE draft_id IS NOT NULL;
-- The clock looks every minute for text to erase: it must not read every letter ever answered.
CREATE INDEX letters_to_erase ON letters (status, settled_on) WHERE data_key IS NOT NULL;

CREATE TABLE drafts (
  id TEXT PRIMARY KEY,
  status TEXT NOT NULL CHECK (status IN ('draft', 'review', 'scheduled', 'live', 'retracted')),
  version INTEGER NOT NULL DEFAULT 1,
  slug TEXT NOT NULL,
  headline TEXT NOT NULL,
  language TEXT NOT NULL,
  pinned_version INTEGER,
  scheduled_for TEXT,
  failure TEXT,
  withdrawn_on TEXT,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX drafts_by_status ON drafts (status, changed_at);
CREATE INDEX drafts_due ON drafts (scheduled_for) WHERE status = 'scheduled';

CREATE TABLE draft_versions (
  draft_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  document TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (draft_id, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER draft_versions_keep BEFORE DELETE ON draft_versions
BEGIN SELECT RAISE(ABORT, 'draft_versions is append-only'); END;
-- The one change allowed: a withdrawn letter's words are blanked.
CREATE TRIGGER draft_versions_stay BEFORE UPDATE ON draft_versions
WHEN NEW.document <> '' OR NEW.draft_id <> OLD.draft_id OR NEW.version <> OLD.version
  OR NEW.saved_by <> OLD.saved_by OR NEW.saved_at <> OLD.saved_at
BEGIN SELECT RAISE(ABORT, 'draft_versions is append-only'); END;

CREATE TABLE desk_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  verb TEXT NOT NULL,
  letter_id TEXT,
  draft_id TEXT,
  editor_id TEXT,
  reason TEXT
) STRICT;
CREATE TRIGGER desk_log_keep BEFORE DELETE ON desk_log
BEGIN SELECT RAISE(ABORT, 'desk_log is append-only'); END;
CREATE TRIGGER desk_log_stay BEFORE UPDATE ON desk_log
BEGIN SELECT RAISE(ABORT, 'desk_log is append-only'); END;
CREATE INDEX desk_log_by_letter ON desk_log (letter_id) WHERE letter_id IS NOT NULL;
CREATE INDEX desk_log_by_draft ON desk_log (draft_id) WHERE draft_id IS NOT NULL;

CREATE TABLE editors (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  role TEXT NOT NULL CHECK (role IN ('editor', 'owner')),
  joined_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE TABLE passkeys (
  id TEXT PRIMARY KEY,
  editor_id TEXT NOT NULL REFERENCES editors (id),
  public_key TEXT NOT NULL,
  counter INTEGER NOT NULL,
  device TEXT NOT NULL,
  created_at TEXT NOT NULL,
  used_at TEXT
) STRICT;
CREATE INDEX passkeys_by_editor ON passkeys (editor_id);
CREATE TABLE challenges (
  hash TEXT PRIMARY KEY,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE sessions (
  hash TEXT PRIMARY KEY,
  editor_id TEXT NOT NULL REFERENCES editors (id),
  device TEXT NOT NULL,
  created_at TEXT NOT NULL,
  used_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_editor ON sessions (editor_id);
CREATE TABLE invitations (
  hash TEXT PRIMARY KEY,
  editor_id TEXT REFERENCES editors (id),
  role TEXT NOT NULL CHECK (role IN ('editor', 'owner')),
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('purge')),
  payload TEXT NOT NULL,
  due_at TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Live side: what readers may see. Only the press writes here.

CREATE TABLE columns (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  language TEXT NOT NULL,
  headline TEXT NOT NULL,
  standfirst TEXT NOT NULL,
  byline TEXT,
  topics TEXT NOT NULL,
  published_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  original_id TEXT NOT NULL,
  permanent_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  live_hash TEXT NOT NULL,
  pushed_hash TEXT,
  manuscript TEXT NOT NULL
) STRICT;
CREATE INDEX columns_by_date ON columns (language, published_at DESC, id DESC);
CREATE INDEX columns_by_original ON columns (original_id);

CREATE TABLE exchanges (
  id INTEGER PRIMARY KEY,
  column_id TEXT NOT NULL REFERENCES columns (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  headline TEXT,
  signoff TEXT,
  UNIQUE (column_id, position)
) STRICT;

CREATE TABLE topics (
  slug TEXT NOT NULL,
  language TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL,
  columns INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (slug, language)
) STRICT, WITHOUT ROWID;
CREATE TABLE column_topics (
  topic TEXT NOT NULL,
  language TEXT NOT NULL,
  published_at TEXT NOT NULL,
  column_id TEXT NOT NULL,
  PRIMARY KEY (topic, language, published_at DESC, column_id DESC)
) STRICT, WITHOUT ROWID;
CREATE INDEX column_topics_by_column ON column_topics (column_id);
CREATE TRIGGER column_topics_count AFTER INSERT ON column_topics BEGIN
  UPDATE topics SET columns = columns + 1 WHERE slug = NEW.topic AND language = NEW.language;
END;
CREATE TRIGGER column_topics_discount AFTER DELETE ON column_topics BEGIN
  UPDATE topics SET columns = columns - 1 WHERE slug = OLD.topic AND language = OLD.language;
END;

CREATE TABLE related (
  column_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  related_id TEXT NOT NULL,
  PRIMARY KEY (column_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX related_by_target ON related (related_id);

-- Where an address that once held a column leads now: to a column, or (column_id null) nowhere, 410.
CREATE TABLE redirects (
  slug TEXT PRIMARY KEY,
  language TEXT NOT NULL,
  column_id TEXT,
  note TEXT,
  gone_on TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX redirects_by_column ON redirects (column_id);

-- The language is indexed and weighs nothing: a search in one language reads no row of another.
CREATE VIRTUAL TABLE columns_fts USING fts5 (
  headline, question, letter, reply, column_id UNINDEXED, language,
  tokenize = 'porter unicode61 remove_diacritics 2'
);
INSERT INTO columns_fts (columns_fts, rank) VALUES ('rank', 'bm25(5.0, 5.0, 1.0, 1.0, 0.0, 0.0)');

CREATE TABLE site_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
INSERT INTO site_state (id, version, changed_at) VALUES (1, 1, '1970-01-01T00:00:00Z');
