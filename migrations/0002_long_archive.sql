-- What would otherwise read more the longer the archive is.

-- A column by chance, in one language.
CREATE INDEX columns_by_language ON columns (language, id);
-- The desk's list of columns, in every language.
CREATE INDEX columns_by_publication ON columns (published_at DESC, id DESC);
-- Live columns that are being revised, among all that the desk ever published.
CREATE INDEX drafts_revised ON drafts (status) WHERE status = 'live' AND version > pinned_version;
-- Letters that were settled long enough ago, not all that are settled: the clock looks every minute.
CREATE INDEX letters_settled ON letters (status, settled_on)
WHERE status IN ('declined', 'spam', 'withdrawn');
