-- Where addresses of a site that has moved in lead now, as redirects.yaml says: to a column of this
-- site by its slug, whatever becomes of that, or to another page.
CREATE TABLE old_addresses (
  path TEXT PRIMARY KEY,
  target TEXT NOT NULL,
  slug TEXT
) STRICT, WITHOUT ROWID;
