-- Times are integer milliseconds, UTC. Lists and objects are JSON text. Discord's ids are text.

CREATE TABLE sources (
  id            INTEGER PRIMARY KEY,
  key           TEXT NOT NULL UNIQUE,
  publisher     TEXT NOT NULL,
  title         TEXT NOT NULL,
  url           TEXT NOT NULL UNIQUE,
  site          TEXT,
  owner         TEXT NOT NULL,
  country       TEXT,
  language      TEXT NOT NULL,
  topics        TEXT NOT NULL DEFAULT '[]',
  kind          TEXT NOT NULL,
  -- 1 for the catalogue's, which every server gets; 0 for those that servers added.
  in_catalogue  INTEGER NOT NULL,
  interval_ms   INTEGER NOT NULL,
  etag          TEXT,
  last_modified TEXT,
  next_poll_at  INTEGER NOT NULL,
  first_read_at INTEGER,
  last_polled_at INTEGER,
  last_read_at  INTEGER,
  failures      INTEGER NOT NULL DEFAULT 0,
  last_error    TEXT
) STRICT;
CREATE INDEX sources_due ON sources (next_poll_at);

-- A server's own choice where it differs from the catalogue.
CREATE TABLE guild_sources (
  guild_id  TEXT NOT NULL,
  source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  choice    TEXT NOT NULL CHECK (choice IN ('added', 'removed')),
  chosen_by TEXT NOT NULL,
  chosen_at INTEGER NOT NULL,
  PRIMARY KEY (guild_id, source_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE stories (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  version    INTEGER NOT NULL DEFAULT 1,
  headline   TEXT NOT NULL,
  language   TEXT NOT NULL
) STRICT;
CREATE INDEX stories_changed ON stories (changed_at);

CREATE TABLE story_topics (
  story_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  topic    TEXT NOT NULL,
  -- Share of the story's articles that are about it, 0 to 1.
  share    REAL NOT NULL,
  PRIMARY KEY (story_id, topic)
) STRICT, WITHOUT ROWID;

CREATE TABLE articles (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id     INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  identity      TEXT NOT NULL,
  url           TEXT NOT NULL,
  canonical_url TEXT NOT NULL,
  title         TEXT NOT NULL,
  summary       TEXT NOT NULL,
  text          TEXT NOT NULL,
  authors       TEXT NOT NULL DEFAULT '[]',
  categories    TEXT NOT NULL DEFAULT '[]',
  language      TEXT NOT NULL,
  published_at  INTEGER NOT NULL,
  image_url     TEXT,
  content_hash  TEXT NOT NULL,
  first_seen_at INTEGER NOT NULL,
  edited_at     INTEGER,
  seeded        INTEGER NOT NULL,
  topics        TEXT NOT NULL DEFAULT '[]',
  -- Null: waiting to be clustered.
  story_id      INTEGER REFERENCES stories (id) ON DELETE SET NULL,
  copy_of       INTEGER REFERENCES articles (id) ON DELETE SET NULL,
  UNIQUE (source_id, identity)
) STRICT;
CREATE INDEX articles_waiting ON articles (id) WHERE story_id IS NULL;
CREATE INDEX articles_story ON articles (story_id);
CREATE INDEX articles_canonical_url ON articles (canonical_url);
CREATE INDEX articles_published ON articles (published_at);

-- Words as src/text/tokens.ts cuts them, so that scripts without spaces are found too; rowid is articles.id.
CREATE VIRTUAL TABLE articles_fts USING fts5 (
  title, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE briefs (
  story_id      INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  language      TEXT NOT NULL,
  story_version INTEGER NOT NULL,
  written_at    INTEGER NOT NULL,
  content       TEXT NOT NULL,
  PRIMARY KEY (story_id, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE guild_topics (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  guild_id   TEXT NOT NULL,
  name       TEXT NOT NULL COLLATE NOCASE,
  words      TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (guild_id, name)
) STRICT;

CREATE TABLE subscriptions (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  guild_id      TEXT NOT NULL,
  channel_id    TEXT NOT NULL,
  created_by    TEXT NOT NULL,
  created_at    INTEGER NOT NULL,
  -- Sorted, so that one wish has one spelling.
  topics        TEXT NOT NULL,
  times         TEXT NOT NULL,
  weekdays      TEXT NOT NULL,
  every_minutes INTEGER,
  time_zone     TEXT NOT NULL,
  language      TEXT NOT NULL,
  max_stories   INTEGER NOT NULL,
  next_due_at   INTEGER NOT NULL,
  suspended     TEXT,
  UNIQUE (channel_id, topics)
) STRICT;
CREATE INDEX subscriptions_due ON subscriptions (next_due_at);
CREATE INDEX subscriptions_guild ON subscriptions (guild_id);

CREATE TABLE briefings (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Kept when the subscription goes, so that the channel's memory and its buttons stay.
  subscription_id INTEGER REFERENCES subscriptions (id) ON DELETE SET NULL,
  channel_id      TEXT NOT NULL,
  due_at          INTEGER NOT NULL,
  created_at      INTEGER NOT NULL,
  content         TEXT NOT NULL,
  UNIQUE (subscription_id, due_at)
) STRICT;

-- What a channel has had.
CREATE TABLE briefing_stories (
  briefing_id     INTEGER NOT NULL REFERENCES briefings (id) ON DELETE CASCADE,
  story_id        INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  position        INTEGER NOT NULL,
  -- The newest article that the channel knew of; later ones may be news.
  last_article_id INTEGER NOT NULL,
  PRIMARY KEY (briefing_id, story_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX briefing_stories_story ON briefing_stories (story_id);

CREATE TABLE deliveries (
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
  UNIQUE (briefing_id, channel_id)
) STRICT;
CREATE INDEX deliveries_waiting ON deliveries (next_attempt_at) WHERE status IN ('waiting', 'sending');
