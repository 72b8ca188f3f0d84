-- What an editor puts in place of something that would give a writer away, and what is left of it.

-- `original` is sealed under its letter's key; the replacement is what readers get to see.
CREATE TABLE aliases (
  id TEXT PRIMARY KEY,
  letter_id TEXT NOT NULL,
  draft_id TEXT NOT NULL,
  original TEXT NOT NULL,
  replacement TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX aliases_by_draft ON aliases (draft_id);
CREATE INDEX aliases_by_letter ON aliases (letter_id);

-- Keyed hashes (JSON) of what must not be printed of a letter, so that an update can be checked when
-- the letter is erased; `key_id` names the key of SITE_KEY that made them.
CREATE TABLE letter_marks (
  letter_id TEXT PRIMARY KEY,
  draft_id TEXT NOT NULL,
  key_id TEXT NOT NULL,
  marks TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX letter_marks_by_draft ON letter_marks (draft_id);

-- What an editor looked at and lets stand, as a keyed hash of the words and their place.
CREATE TABLE waves (
  draft_id TEXT NOT NULL,
  key_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (draft_id, hash)
) STRICT, WITHOUT ROWID;

-- With a letter's key go its aliases, whoever takes the key; with a letter that is not printed, all.
CREATE TRIGGER letters_erase_aliases AFTER UPDATE OF data_key ON letters
WHEN NEW.data_key IS NULL AND OLD.data_key IS NOT NULL
BEGIN
  DELETE FROM aliases WHERE letter_id = NEW.id;
  DELETE FROM letter_marks WHERE letter_id = NEW.id AND NEW.status <> 'answered';
  DELETE FROM waves WHERE draft_id = OLD.draft_id AND NEW.status <> 'answered';
END;
CREATE TRIGGER drafts_drop_aliases AFTER DELETE ON drafts
BEGIN
  DELETE FROM aliases WHERE draft_id = OLD.id;
  DELETE FROM letter_marks WHERE draft_id = OLD.id;
  DELETE FROM waves WHERE draft_id = OLD.id;
END;
