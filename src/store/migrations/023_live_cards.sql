-- Channels that want cards: of stories as they happen, or of what many report at once.
CREATE TABLE live_subscriptions (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  kind             TEXT NOT NULL CHECK (kind IN ('live', 'breaking')),
  guild_id         TEXT NOT NULL,
  channel_id       TEXT NOT NULL,
  created_by       TEXT NOT NULL,
  created_at       INTEGER NOT NULL,
  -- Keys as JSON, sorted.
  topics           TEXT NOT NULL,
  language         TEXT NOT NULL,
  min_origins      INTEGER NOT NULL,
  within_minutes   INTEGER,
  per_hour         INTEGER NOT NULL,
  role_id          TEXT,
  mentions_per_day INTEGER NOT NULL,
  time_zone        TEXT NOT NULL,
  -- `HH:MM` in its time zone, both or neither: nobody is mentioned in between.
  quiet_from       TEXT,
  quiet_until      TEXT,
  suspended        TEXT,
  told_paused_at   INTEGER,
  paused_at        INTEGER,
  UNIQUE (channel_id, kind, topics)
) STRICT;
CREATE INDEX live_subscriptions_guild ON live_subscriptions (guild_id);

-- One message for one story, edited as the story grows.
CREATE TABLE cards (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  subscription_id INTEGER NOT NULL REFERENCES live_subscriptions (id) ON DELETE CASCADE,
  -- As it was called when the card was made: another story may have taken it in since.
  story_id        INTEGER NOT NULL,
  channel_id      TEXT NOT NULL,
  -- What the message shall say, as JSON, and whom it mentions.
  content         TEXT NOT NULL,
  role_id         TEXT,
  -- Counts what the message shall say, and what of that Discord has.
  wanted_version  INTEGER NOT NULL DEFAULT 1,
  shown_version   INTEGER NOT NULL DEFAULT 0,
  -- When it last got something new to say, and the version of the story that was looked at.
  changed_at      INTEGER NOT NULL,
  story_version   INTEGER NOT NULL,
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
  UNIQUE (subscription_id, story_id)
) STRICT;
CREATE INDEX cards_waiting ON cards (next_attempt_at) WHERE status IN ('waiting', 'sending');
CREATE INDEX cards_behind ON cards (id) WHERE status = 'sent' AND shown_version < wanted_version;
CREATE INDEX cards_story ON cards (story_id);
CREATE INDEX cards_created ON cards (created_at);

-- Large turns of a story, as replies to its card.
CREATE TABLE card_replies (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  card_id         INTEGER NOT NULL REFERENCES cards (id) ON DELETE CASCADE,
  -- Which turn of the story it is, from 1.
  turn            INTEGER NOT NULL,
  content         TEXT NOT NULL,
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
  UNIQUE (card_id, turn)
) STRICT;
CREATE INDEX card_replies_waiting ON card_replies (next_attempt_at) WHERE status IN ('waiting', 'sending');
