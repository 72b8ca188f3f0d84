-- The full text without a copy of what it indexes: the search reads the printed text itself. A stem
-- stands in it with its language before it ("enoffice"), so that a search meets no other language's.
-- What there is moves over here, in one go up to 20,000 exchanges (D1 gives a statement 30 seconds);
-- of a larger archive the oldest columns come back by the clock, or at once by `content push`.
CREATE VIRTUAL TABLE columns_index USING fts5 (
  head, body, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'"
);
INSERT INTO columns_index (columns_index, rank) VALUES ('rank', 'bm25(5.0, 1.0)');
INSERT INTO columns_index (rowid, head, body)
SELECT rowid, tag || replace(trim(headline || ' ' || question), ' ', ' ' || tag),
  tag || replace(trim(letter || ' ' || reply), ' ', ' ' || tag)
FROM (SELECT *, rowid, replace(language, '-', '') AS tag FROM columns_fts
  ORDER BY rowid DESC LIMIT 20000);
UPDATE columns SET derivation = 0 WHERE id IN (SELECT column_id FROM exchanges
  WHERE id <= (SELECT rowid FROM columns_fts ORDER BY rowid DESC LIMIT 1 OFFSET 20000));
DROP TABLE columns_fts;
ALTER TABLE columns_index RENAME TO columns_fts;

-- Every word of the live columns by its stem: how common it is, in what forms it is printed, and what
-- a mistyped one was to be. `uses` is about how many exchanges have it: exact at first, and then raised
-- by more at a time and the seldomer (an approximate counter after Morris, 1978), so that a column
-- writes few of its words. The row of the empty word counts all exchanges. `witness` is an exchange
-- that has the stem: when it goes, another one is found, or the word goes with it.
ALTER TABLE search_words RENAME TO former_words;
CREATE TABLE search_words (
  language TEXT NOT NULL,
  stem TEXT NOT NULL,
  word TEXT NOT NULL,
  size INTEGER NOT NULL,
  backwards TEXT NOT NULL,
  uses INTEGER NOT NULL DEFAULT 1,
  witness INTEGER,
  PRIMARY KEY (language, stem, word)
) STRICT, WITHOUT ROWID;
INSERT INTO search_words (language, stem, word, size, backwards, uses, witness)
SELECT * FROM (SELECT language, stem, word, size, backwards, uses,
    (SELECT rowid FROM columns_fts WHERE columns_fts MATCH
      '"' || replace(language, '-', '') || stem || '"' LIMIT 1)
      AS witness
  FROM former_words)
WHERE witness IS NOT NULL OR word = '';
DROP TABLE former_words;
CREATE INDEX search_words_forwards ON search_words (language, size, word);
CREATE INDEX search_words_backwards ON search_words (language, size, backwards);
CREATE INDEX search_words_by_witness ON search_words (witness);
