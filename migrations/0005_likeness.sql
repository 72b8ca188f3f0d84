-- What stands beside a letter at the desk.

-- Marks of what a letter is about, hashed with the site's key: whoever has the database alone learns
-- which letters are much alike, and no word of them.
CREATE TABLE likenesses (
  letter_id TEXT NOT NULL,
  mark TEXT NOT NULL,
  PRIMARY KEY (letter_id, mark)
) STRICT, WITHOUT ROWID;
CREATE INDEX likenesses_by_mark ON likenesses (mark, letter_id);
-- Letters that were found alike, in percent; a row from each to the other, so that none tells which
-- of the two came first.
CREATE TABLE alike_letters (
  letter_id TEXT NOT NULL,
  other_id TEXT NOT NULL,
  likeness INTEGER NOT NULL CHECK (likeness BETWEEN 0 AND 100),
  PRIMARY KEY (letter_id, other_id)
) STRICT, WITHOUT ROWID;
-- `text` is sealed under the letter's key.
CREATE TABLE notes (
  letter_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  by TEXT NOT NULL,
  written_on TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (letter_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE mentions (
  letter_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  mentioned_id TEXT NOT NULL,
  PRIMARY KEY (letter_id, number, mentioned_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_by_mentioned ON mentions (mentioned_id);

-- With a letter's key goes all that was found and noted about it, whoever takes the key.
CREATE TRIGGER letters_erase_beside AFTER UPDATE OF data_key ON letters
WHEN NEW.data_key IS NULL AND OLD.data_key IS NOT NULL
BEGIN
  DELETE FROM likenesses WHERE letter_id = NEW.id;
  DELETE FROM alike_letters WHERE (letter_id, other_id) IN
    (SELECT other_id, letter_id FROM alike_letters WHERE letter_id = NEW.id);
  DELETE FROM alike_letters WHERE letter_id = NEW.id;
  DELETE FROM notes WHERE letter_id = NEW.id;
  DELETE FROM mentions WHERE letter_id = NEW.id OR mentioned_id = NEW.id;
END;

-- A reason for declining in the desk's own words, by the letter's language.
CREATE TABLE decline_texts (
  reason TEXT NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (reason, language)
) STRICT, WITHOUT ROWID;
