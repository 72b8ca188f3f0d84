-- A column that comes back keeps the id that feeds know it by, whatever address and date it then has.
ALTER TABLE redirects ADD COLUMN permanent_id TEXT;
