-- What the press derives from a column, and what readers find by it.

-- The rules by which a column's rows were derived; the clock derives anew those of an older number.
ALTER TABLE columns ADD COLUMN derivation INTEGER NOT NULL DEFAULT 0;
CREATE INDEX columns_by_derivation ON columns (derivation);

-- A digest's letters by their headlines, so that a list names them without reading their texts.
ALTER TABLE columns ADD COLUMN letters TEXT NOT NULL DEFAULT '[]';

-- Pairs of columns that are alike, each noted from both sides; the lower the likeness, the better. Of
-- what is noted for a column, `columns.related` names the best: a page reads no more than those.
ALTER TABLE columns ADD COLUMN related TEXT NOT NULL DEFAULT '[]';
UPDATE columns SET related = (SELECT json_group_array(related_id ORDER BY position) FROM related
  WHERE related.column_id = columns.id);
CREATE TABLE pairs (
  column_id TEXT NOT NULL,
  related_id TEXT NOT NULL,
  likeness REAL NOT NULL,
  PRIMARY KEY (column_id, related_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX pairs_by_target ON pairs (related_id);
INSERT INTO pairs SELECT column_id, related_id, position - 4 FROM related;
DROP TABLE related;

-- The scripts of all columns, each under the first topic of its column.
CREATE TABLE scripts (
  id INTEGER PRIMARY KEY,
  column_id TEXT NOT NULL REFERENCES columns (id) DEFERRABLE INITIALLY DEFERRED,
  place INTEGER NOT NULL,
  exchange INTEGER NOT NULL,
  language TEXT NOT NULL,
  topic TEXT NOT NULL,
  published_at TEXT NOT NULL,
  situation TEXT NOT NULL,
  words TEXT NOT NULL,
  UNIQUE (column_id, place)
) STRICT;
CREATE INDEX scripts_on_shelf ON scripts
  (language, topic, published_at DESC, column_id DESC, place);

-- How many scripts stand under a topic, as `columns` counts its columns.
ALTER TABLE topics ADD COLUMN scripts INTEGER NOT NULL DEFAULT 0;
CREATE VIRTUAL TABLE scripts_fts USING fts5 (
  situation, words, language,
  content = 'scripts', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);
INSERT INTO scripts_fts (scripts_fts, rank) VALUES ('rank', 'bm25(3.0, 1.0, 0.0)');
CREATE TRIGGER scripts_shelved AFTER INSERT ON scripts BEGIN
  UPDATE topics SET scripts = scripts + 1 WHERE slug = NEW.topic AND language = NEW.language;
  INSERT INTO scripts_fts (rowid, situation, words, language)
  VALUES (NEW.id, NEW.situation, NEW.words, NEW.language);
END;
CREATE TRIGGER scripts_taken_off AFTER DELETE ON scripts BEGIN
  UPDATE topics SET scripts = scripts - 1 WHERE slug = OLD.topic AND language = OLD.language;
  INSERT INTO scripts_fts (scripts_fts, rowid, situation, words, language)
  VALUES ('delete', OLD.id, OLD.situation, OLD.words, OLD.language);
END;
CREATE TRIGGER scripts_reshelved AFTER UPDATE OF topic, language ON scripts
WHEN OLD.topic <> NEW.topic OR OLD.language <> NEW.language BEGIN
  UPDATE topics SET scripts = scripts - 1 WHERE slug = OLD.topic AND language = OLD.language;
  UPDATE topics SET scripts = scripts + 1 WHERE slug = NEW.topic AND language = NEW.language;
END;
CREATE TRIGGER scripts_reworded AFTER UPDATE OF situation, words, language ON scripts
WHEN (OLD.situation, OLD.words, OLD.language) IS NOT (NEW.situation, NEW.words, NEW.language) BEGIN
  INSERT INTO scripts_fts (scripts_fts, rowid, situation, words, language)
  VALUES ('delete', OLD.id, OLD.situation, OLD.words, OLD.language);
  INSERT INTO scripts_fts (rowid, situation, words, language)
  VALUES (NEW.id, NEW.situation, NEW.words, NEW.language);
END;

-- How many columns each month has, in UTC: the archive counts none.
CREATE TABLE months (
  language TEXT NOT NULL,
  month TEXT NOT NULL,
  columns INTEGER NOT NULL,
  PRIMARY KEY (language, month)
) STRICT, WITHOUT ROWID;
INSERT INTO months
  SELECT language, substr(published_at, 1, 7), count(*) FROM columns GROUP BY 1, 2;
CREATE TRIGGER months_count AFTER INSERT ON columns BEGIN
  INSERT INTO months VALUES (NEW.language, substr(NEW.published_at, 1, 7), 1)
  ON CONFLICT DO UPDATE SET columns = columns + 1;
END;
CREATE TRIGGER months_discount AFTER DELETE ON columns BEGIN
  UPDATE months SET columns = columns - 1
  WHERE language = OLD.language AND month = substr(OLD.published_at, 1, 7);
END;
CREATE TRIGGER months_recount AFTER UPDATE OF language, published_at ON columns
WHEN OLD.language <> NEW.language
  OR substr(OLD.published_at, 1, 7) <> substr(NEW.published_at, 1, 7) BEGIN
  UPDATE months SET columns = columns - 1
  WHERE language = OLD.language AND month = substr(OLD.published_at, 1, 7);
  INSERT INTO months VALUES (NEW.language, substr(NEW.published_at, 1, 7), 1)
  ON CONFLICT DO UPDATE SET columns = columns + 1;
END;
