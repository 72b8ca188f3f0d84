-- Full text by word stems, made by the press: FTS5 knows no stems but the English ones. Each field
-- holds the stems of its words, one for one and in order, so that a place in one is found in the other.
-- The printed words themselves, as plain text: what a search shows of an exchange.
CREATE TABLE exchange_texts (
  exchange_id INTEGER PRIMARY KEY,
  letter TEXT NOT NULL,
  reply TEXT NOT NULL
) STRICT;
INSERT INTO exchange_texts (exchange_id, letter, reply) SELECT rowid, letter, reply FROM columns_fts;

DROP TABLE columns_fts;
CREATE VIRTUAL TABLE columns_fts USING fts5 (
  headline, question, letter, reply, column_id UNINDEXED, language,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'"
);
INSERT INTO columns_fts (columns_fts, rank) VALUES ('rank', 'bm25(5.0, 5.0, 1.0, 1.0, 0.0, 0.0)');
-- Until the clock has pressed a column anew, it is found by its words as they are written.
INSERT INTO columns_fts (rowid, headline, question, letter, reply, column_id, language)
SELECT exchanges.id, columns.headline, coalesce(exchanges.headline, columns.standfirst),
  exchange_texts.letter, exchange_texts.reply, columns.id, columns.language
FROM exchange_texts JOIN exchanges ON exchanges.id = exchange_texts.exchange_id
JOIN columns ON columns.id = exchanges.column_id;

-- Every word of the live columns, for telling how common it is and what a mistyped one was to be.
-- `uses` is about how many exchanges have it: exact at first, and then raised by more at a time and
-- the seldomer (an approximate counter after Morris, 1978), so that a column writes few of its words.
-- The row of the empty word counts all exchanges.
CREATE TABLE search_words (
  language TEXT NOT NULL,
  size INTEGER NOT NULL,
  word TEXT NOT NULL,
  backwards TEXT NOT NULL,
  stem TEXT NOT NULL,
  uses INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (language, size, word)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_words_backwards ON search_words (language, size, backwards);
CREATE INDEX search_words_by_stem ON search_words (language, stem, uses);
