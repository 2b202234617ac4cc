-- Sources of which a server's own topic takes everything, beside what holds its words.
CREATE TABLE guild_topic_sources (
  topic_id  INTEGER NOT NULL REFERENCES guild_topics (id) ON DELETE CASCADE,
  source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  PRIMARY KEY (topic_id, source_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX guild_topic_sources_source ON guild_topic_sources (source_id);

-- Feeds that somebody was shown, to choose from.
CREATE TABLE source_offers (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  guild_id   TEXT NOT NULL,
  user_id    TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  feeds      TEXT NOT NULL
) STRICT;

-- Messages to those who manage a server.
CREATE TABLE notices (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  guild_id        TEXT NOT NULL,
  -- Null: the server's own.
  language        TEXT,
  -- Whom to write to: the first of them who may be written to.
  recipients      TEXT NOT NULL,
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
  sent_at         INTEGER
) STRICT;
CREATE INDEX notices_waiting ON notices (next_attempt_at) WHERE status IN ('waiting', 'sending');
CREATE INDEX notices_guild ON notices (guild_id, created_at);

-- What a server's next notice will tell.
CREATE TABLE waiting_events (
  guild_id TEXT NOT NULL,
  event_id INTEGER NOT NULL REFERENCES source_events (id) ON DELETE CASCADE,
  PRIMARY KEY (guild_id, event_id)
) STRICT, WITHOUT ROWID;
