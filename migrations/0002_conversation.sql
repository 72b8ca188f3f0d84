-- The ticket is a conversation: what desk and writer say to each other, what was shown to whom.

-- A grouped letter follows its lead letter.
ALTER TABLE letters ADD COLUMN lead_id TEXT;
CREATE INDEX letters_by_lead ON letters (lead_id) WHERE lead_id IS NOT NULL;

-- `number` is the version of the letter that the message made: it orders the conversation, and lets
-- one of several messages at once through. `data_key` is null while the letter's own key seals it.
CREATE TABLE messages (
  letter_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  who TEXT NOT NULL CHECK (who IN ('desk', 'writer')),
  kind TEXT NOT NULL
    CHECK (kind IN ('question', 'answer', 'reply', 'change', 'update', 'takedown')),
  written_on TEXT NOT NULL,
  settled_on TEXT,
  data_key TEXT,
  text TEXT,
  taps TEXT,
  PRIMARY KEY (letter_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX messages_open ON messages (kind, letter_id) WHERE settled_on IS NULL;
CREATE INDEX messages_to_erase ON messages (written_on) WHERE data_key IS NOT NULL;

-- The printed letter that its writer sees before it runs; its window is an act of the desk.
CREATE TABLE showings (
  letter_id TEXT PRIMARY KEY,
  draft_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  position INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  verdict TEXT CHECK (verdict IN ('fine', 'change', 'stop'))
) STRICT, WITHOUT ROWID;
CREATE INDEX showings_by_draft ON showings (draft_id);

-- With a letter's key goes all that was said under it, whoever takes the key. Only what came after
-- the answer has keys of its own, and stays.
CREATE TRIGGER letters_erase_messages AFTER UPDATE OF data_key ON letters
WHEN NEW.data_key IS NULL AND OLD.data_key IS NOT NULL
BEGIN
  UPDATE messages SET data_key = NULL, text = NULL, taps = NULL
  WHERE letter_id = NEW.id AND (data_key IS NULL OR NEW.status <> 'answered');
  DELETE FROM showings WHERE letter_id = NEW.id;
END;

-- Grouped letters follow their lead letter, by whatever verb it is answered or declined.
CREATE TRIGGER letters_follow_lead AFTER UPDATE OF status ON letters
WHEN OLD.status <> NEW.status
  AND (NEW.status = 'declined' OR (NEW.status = 'answered' AND NEW.answer_path IS NOT NULL))
BEGIN
  UPDATE letters SET status = NEW.status, version = version + 1, changed_on = NEW.changed_on,
    settled_on = NEW.settled_on, reason = NEW.reason, answer_path = NEW.answer_path
  WHERE lead_id = NEW.id AND status = 'grouped';
END;
CREATE TRIGGER letters_return_with_lead AFTER UPDATE OF status ON letters
WHEN OLD.status = 'declined' AND NEW.status = 'received'
BEGIN
  UPDATE letters SET status = 'grouped', version = version + 1, changed_on = NEW.changed_on,
    settled_on = NULL, reason = NULL
  WHERE lead_id = NEW.id AND status = 'declined';
END;
-- A private reply is for one writer, and spam or a withdrawal is no outcome to share.
CREATE TRIGGER letters_lose_lead AFTER UPDATE OF status ON letters
WHEN OLD.status <> NEW.status AND (NEW.status IN ('spam', 'withdrawn', 'erased')
  OR (NEW.status = 'answered' AND NEW.answer_path IS NULL))
BEGIN
  UPDATE letters SET status = 'shortlisted', version = version + 1, changed_on = NEW.changed_on,
    lead_id = NULL
  WHERE lead_id = NEW.id AND status = 'grouped';
END;
