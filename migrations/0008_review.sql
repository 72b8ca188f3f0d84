-- A second reader: who has a draft since when, and which version of it somebody approved. An
-- approval holds for just that version; `voided_at` is when a later one took its place.
CREATE TABLE reviews (
  draft_id TEXT PRIMARY KEY,
  reader_id TEXT,
  asked_version INTEGER NOT NULL,
  asked_by TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  approved_version INTEGER,
  approved_by TEXT,
  approved_at TEXT,
  voided_at TEXT
) STRICT, WITHOUT ROWID;

-- What editors say to each other about a version; it may quote the letter.
CREATE TABLE review_comments (
  draft_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('comment', 'return', 'approve')),
  written_by TEXT NOT NULL,
  written_at TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (draft_id, number)
) STRICT, WITHOUT ROWID;

-- Links that show one version to somebody without an account, until they expire or are ended.
CREATE TABLE preview_links (
  id TEXT PRIMARY KEY,
  draft_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX preview_links_by_draft ON preview_links (draft_id);

-- With a version's text goes what was said about it and what shows it, whoever takes the text.
CREATE TRIGGER review_goes_with_version AFTER UPDATE OF document ON draft_versions
WHEN NEW.document = ''
BEGIN
  DELETE FROM review_comments WHERE draft_id = NEW.draft_id AND version = NEW.version;
  DELETE FROM preview_links WHERE draft_id = NEW.draft_id AND version = NEW.version;
END;
-- A comment may quote any of the letters that a draft came from: it goes with the first of them.
CREATE TRIGGER review_goes_with_letter AFTER UPDATE OF data_key ON letters
WHEN NEW.data_key IS NULL AND OLD.data_key IS NOT NULL AND OLD.draft_id IS NOT NULL
BEGIN
  DELETE FROM review_comments WHERE draft_id = OLD.draft_id;
  DELETE FROM preview_links WHERE draft_id = OLD.draft_id;
END;
CREATE TRIGGER review_goes_with_draft AFTER DELETE ON drafts
BEGIN
  DELETE FROM reviews WHERE draft_id = OLD.id;
  DELETE FROM review_comments WHERE draft_id = OLD.id;
  DELETE FROM preview_links WHERE draft_id = OLD.id;
END;
-- A review ends when its version is published.
CREATE TRIGGER review_ends AFTER UPDATE OF pinned_version ON drafts
WHEN NEW.status = 'live' AND NEW.pinned_version IS NOT OLD.pinned_version
BEGIN DELETE FROM reviews WHERE draft_id = NEW.id; END;
