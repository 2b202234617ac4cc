-- Which servers have been greeted, or need not be: one row for each that Tidings is or was in.
CREATE TABLE greetings (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  guild_id        TEXT NOT NULL UNIQUE,
  -- When Tidings joined it, by Discord's clock. Another time is another joining.
  joined_at       INTEGER NOT NULL,
  -- Whether it found what it had set up before.
  kind            TEXT NOT NULL CHECK (kind IN ('first', 'return')),
  nonce           TEXT NOT NULL UNIQUE,
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
CREATE INDEX greetings_waiting ON greetings (next_attempt_at) WHERE status IN ('waiting', 'sending');

-- Since when servers are noted. A database that ran before this knows some that stand nowhere; a new one knows none.
CREATE TABLE servers_noted (since INTEGER NOT NULL) STRICT;
INSERT INTO servers_noted SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM articles);
