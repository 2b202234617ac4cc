-- People who are written to directly, because they asked for it.
CREATE TABLE people (
  user_id        TEXT PRIMARY KEY,
  -- Of their direct messages.
  channel_id     TEXT NOT NULL,
  language       TEXT NOT NULL,
  -- IANA name; null: not known.
  time_zone      TEXT,
  -- When to look next for what they follow.
  look_at        INTEGER NOT NULL,
  -- Stories that began before are not told as new ones.
  since          INTEGER NOT NULL,
  -- Since when they take no direct messages, or null; and whether they were told so.
  unreachable_at INTEGER,
  is_told        INTEGER NOT NULL DEFAULT 0,
  -- Stories told on this day (of their zone), and how many more there were.
  cards_day      TEXT NOT NULL DEFAULT '',
  cards_told     INTEGER NOT NULL DEFAULT 0,
  cards_more     INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX people_channel ON people (channel_id);
CREATE INDEX people_look ON people (look_at) WHERE unreachable_at IS NULL;

CREATE TABLE follows (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id         TEXT NOT NULL REFERENCES people (user_id) ON DELETE CASCADE,
  -- Whose sources are read: those of the server where it was asked for; null: those that everybody gets.
  guild_id        TEXT,
  kind            TEXT NOT NULL CHECK (kind IN ('story', 'topic', 'search')),
  -- The key of a topic, or a query as it is written; the id of a story.
  subject         TEXT NOT NULL,
  created_at      INTEGER NOT NULL,
  -- Of a story: the newest article and the version that the person knows of, when they were last told, and when it can
  -- have closed.
  last_article_id INTEGER NOT NULL DEFAULT 0,
  seen_version    INTEGER NOT NULL DEFAULT 0,
  told_at         INTEGER NOT NULL DEFAULT 0,
  closes_at       INTEGER NOT NULL DEFAULT 0,
  UNIQUE (user_id, kind, subject)
) STRICT;

-- Stories that somebody was told of, or that were counted for them.
CREATE TABLE told_stories (
  user_id  TEXT NOT NULL REFERENCES people (user_id) ON DELETE CASCADE,
  story_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  PRIMARY KEY (user_id, story_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_stories_story ON told_stories (story_id);

-- What a person (user_id) or a whole server (guild_id) does not want to read about.
CREATE TABLE mutes (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id    TEXT,
  guild_id   TEXT,
  kind       TEXT NOT NULL CHECK (kind IN ('word', 'source', 'topic')),
  -- A word or phrase, the id of a source, the key of a topic.
  value      TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  CHECK ((user_id IS NULL) <> (guild_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX mutes_user ON mutes (user_id, kind, value) WHERE user_id IS NOT NULL;
CREATE UNIQUE INDEX mutes_guild ON mutes (guild_id, kind, value) WHERE guild_id IS NOT NULL;

CREATE TABLE direct_messages (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id         TEXT NOT NULL REFERENCES people (user_id) ON DELETE CASCADE,
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
CREATE INDEX direct_messages_waiting ON direct_messages (next_attempt_at) WHERE status IN ('waiting', 'sending');
CREATE INDEX direct_messages_user ON direct_messages (user_id);

-- Whose own briefing it is, in their direct messages (its guild_id is then empty); null: a channel's.
ALTER TABLE subscriptions ADD COLUMN user_id TEXT;
CREATE INDEX subscriptions_user ON subscriptions (user_id) WHERE user_id IS NOT NULL;
