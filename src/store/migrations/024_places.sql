-- How a briefing looks, and where in its channel it goes.
ALTER TABLE subscriptions ADD COLUMN layout TEXT NOT NULL DEFAULT 'cards' CHECK (layout IN ('compact', 'cards', 'full'));
ALTER TABLE subscriptions ADD COLUMN images INTEGER NOT NULL DEFAULT 1;
ALTER TABLE subscriptions ADD COLUMN mention_role_id TEXT;
-- Of a forum: what gets a post of its own. Null: the channel is no forum.
ALTER TABLE subscriptions ADD COLUMN post_per TEXT CHECK (post_per IN ('day', 'story'));

-- A briefing may be several messages. SQLite can't take a constraint away, so both tables are made anew.
CREATE TABLE new_deliveries (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  briefing_id     INTEGER NOT NULL REFERENCES briefings (id) ON DELETE CASCADE,
  channel_id      TEXT NOT NULL,
  nonce           TEXT NOT NULL UNIQUE,
  status          TEXT NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'sending', 'sent', 'dropped')),
  attempts        INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL,
  claimed_by      TEXT,
  claimed_until   INTEGER,
  message_id      TEXT,
  last_error      TEXT,
  created_at      INTEGER NOT NULL,
  sent_at         INTEGER,
  checked_at      INTEGER,
  -- Which of the briefing's messages, from 0, with which of its stories; `end_item` null: up to the last.
  part            INTEGER NOT NULL DEFAULT 0,
  first_item      INTEGER NOT NULL DEFAULT 0,
  end_item        INTEGER,
  is_last         INTEGER NOT NULL DEFAULT 1,
  -- The delivery that has to be settled before this one is sent.
  follows         INTEGER,
  -- Of a forum: messages of one key stand in one post; and the post in which this one stands.
  post_key        TEXT,
  thread_id       TEXT,
  -- What Discord did not take it with is left out; and why.
  form            TEXT NOT NULL DEFAULT 'whole' CHECK (form IN ('whole', 'no images', 'plain')),
  form_fault      TEXT,
  UNIQUE (briefing_id, part)
) STRICT;
INSERT INTO new_deliveries (id, briefing_id, channel_id, nonce, status, attempts, next_attempt_at, claimed_by,
    claimed_until, message_id, last_error, created_at, sent_at, checked_at)
  SELECT id, briefing_id, channel_id, nonce, status, attempts, next_attempt_at, claimed_by,
    claimed_until, message_id, last_error, created_at, sent_at, checked_at
  FROM deliveries;
CREATE TABLE new_corrections (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  delivery_id     INTEGER NOT NULL REFERENCES new_deliveries (id) ON DELETE CASCADE,
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
INSERT INTO new_corrections (id, delivery_id, status, attempts, next_attempt_at, claimed_by, claimed_until, message_id,
    last_error, created_at, sent_at)
  SELECT id, delivery_id, status, attempts, next_attempt_at, claimed_by, claimed_until, message_id,
    last_error, created_at, sent_at
  FROM corrections;
DROP TABLE corrections;
DROP TABLE deliveries;
ALTER TABLE new_deliveries RENAME TO deliveries;
ALTER TABLE new_corrections RENAME TO corrections;
CREATE INDEX deliveries_waiting ON deliveries (next_attempt_at) WHERE status IN ('waiting', 'sending');
CREATE INDEX deliveries_channel ON deliveries (channel_id, sent_at);
CREATE INDEX deliveries_posts ON deliveries (channel_id, post_key) WHERE post_key IS NOT NULL;
CREATE INDEX corrections_waiting ON corrections (next_attempt_at) WHERE status IN ('waiting', 'sending');
CREATE INDEX corrections_delivery ON corrections (delivery_id);

-- Messages of announcement channels that are to be published to the servers that follow them.
CREATE TABLE publications (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  delivery_id     INTEGER NOT NULL UNIQUE REFERENCES deliveries (id) ON DELETE CASCADE,
  channel_id      TEXT NOT NULL,
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
CREATE INDEX publications_waiting ON publications (next_attempt_at) WHERE status IN ('waiting', 'sending');
CREATE INDEX publications_channel ON publications (channel_id, sent_at);
