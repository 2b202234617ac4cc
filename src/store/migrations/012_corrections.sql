-- Up to when the articles behind a message were looked at for what they no longer say; null: sent before that was done.
ALTER TABLE deliveries ADD COLUMN checked_at INTEGER;
CREATE INDEX articles_edited ON articles (edited_at) WHERE edited_at IS NOT NULL;

-- Messages to be edited because they say what their sources no longer do. What they shall say is the briefing's content.
CREATE TABLE corrections (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  delivery_id     INTEGER NOT NULL REFERENCES deliveries (id) ON DELETE CASCADE,
  status          TEXT NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'sending', 'sent', 'dropped')),
  attempts        INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL,
  claimed_by      TEXT,
  claimed_until   INTEGER,
  message_id      TEXT,
  last_error      TEXT,
  created_at      INTEGER NOT NULL,
  sent_at         INTEGER
) STRICT;
CREATE INDEX corrections_waiting ON corrections (next_attempt_at) WHERE status IN ('waiting', 'sending');
CREATE INDEX corrections_delivery ON corrections (delivery_id);

-- Briefs have another form now; they are written anew when somebody reads them.
DELETE FROM briefs;
