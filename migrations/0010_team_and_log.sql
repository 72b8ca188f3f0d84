-- Running a desk: what shows who an editor is, and what shows that the log was not rewritten.

ALTER TABLE passkeys ADD COLUMN name TEXT;
-- When the editor last showed a key in this session, or came in by it.
ALTER TABLE sessions ADD COLUMN confirmed_at TEXT;

-- A code lets its editor in once, and is deleted as it does.
CREATE TABLE recovery_codes (
  hash TEXT PRIMARY KEY,
  editor_id TEXT NOT NULL REFERENCES editors (id),
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX recovery_codes_by_editor ON recovery_codes (editor_id);

-- Sign-ins by code are counted too. The counts are of one hour: nothing is lost with the old table.
DROP TABLE limits;
CREATE TABLE limits (
  hour TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('letter', 'ticket', 'sign_in')),
  network TEXT NOT NULL,
  count INTEGER NOT NULL,
  most INTEGER NOT NULL,
  CHECK (count <= most),
  PRIMARY KEY (hour, kind, network)
) STRICT, WITHOUT ROWID;

-- Each entry of the desk log is sealed by a hash of itself and of the seal before it. SQLite has no
-- SHA-256: entries are sealed right after the batch that wrote them.
CREATE TABLE desk_log_chain (
  entry_id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER desk_log_chain_keep BEFORE DELETE ON desk_log_chain
BEGIN SELECT RAISE(ABORT, 'desk_log_chain is append-only'); END;
CREATE TRIGGER desk_log_chain_stay BEFORE UPDATE ON desk_log_chain
BEGIN SELECT RAISE(ABORT, 'desk_log_chain is append-only'); END;

-- Every act writes its entry in its own batch. One that is under way while its editor is removed is
-- refused with the whole batch; only an owner's own removal is signed by somebody who has left.
CREATE TRIGGER desk_log_by_editors_only BEFORE INSERT ON desk_log
WHEN EXISTS (SELECT 1 FROM editors WHERE id = NEW.by AND removed_at IS NOT NULL)
  AND NOT (NEW.verb = 'remove-editor' AND NEW.editor_id IS NEW.by)
BEGIN SELECT RAISE(ABORT, 'the editor has left the desk'); END;

-- The log is looked through by each of these, and shows the newest act first.
CREATE INDEX desk_log_by_verb ON desk_log (verb);
CREATE INDEX desk_log_by_whom ON desk_log (by);
CREATE INDEX desk_log_by_time ON desk_log (at);
